package org.investmentpipeline.spreadsheet.projects;

import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.importing.ImportRequest;
import org.investmentpipeline.spreadsheet.importing.RowOptions;
import org.investmentpipeline.support.Statements;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** A dry run writes and locks nothing, and a row that is not taken over leaves neither an investor nor a catalogue entry. */
@QuarkusTest
class DryRunIT {
    private static final boolean IS_EMBEDDED =
            System.getProperty("quarkus.datasource.db-kind", "h2").equals("h2");
    private static final String DAY = "2023-06-30";
    private static final String HEADINGS = "项目编号,项目名称,投资方,所属产业,所属园区,责任单位,协议类型,项目阶段";
    private static final Pattern WRITE = Pattern.compile(
            "^(insert|update|delete|merge)\\b.*|.* for (no key )?update\\b.*", Pattern.CASE_INSENSITIVE);

    private final ProjectImport projects;
    private final UserTransaction transaction;
    private final EntityManager entities;
    private final AgroalDataSource database;

    DryRunIT(ProjectImport projects, UserTransaction transaction, EntityManager entities, AgroalDataSource database) {
        this.projects = projects;
        this.transaction = transaction;
        this.entities = entities;
        this.database = database;
    }

    @Test
    void aDryRunWritesAndLocksNothing() throws Exception {
        var name = name();
        send(csv(HEADINGS, row("", name, name, name, "", "签约")), "createMissing", "true", "asOf", DAY)
                .statusCode(200);
        var ledger = csv(
                HEADINGS,
                row("", name, name, name, "", "在建"),
                row("C" + name, name + "二", name + "企", name + "业", "", "签约"),
                row("", name + "三", name + "企", name, "", "签约"));

        var written = writes(ledger);

        assertEquals(List.of(), written);
        send(ledger, "createMissing", "true", "dryRun", "true", "asOf", DAY)
                .statusCode(200)
                .body("created", equalTo(2))
                .body("changed", equalTo(1));
        assertEquals(0, count("investor", "name", name + "企"));
        assertEquals(0, count("sector", "name_zh", name + "业"));
    }

    @Test
    void rowsThatAreNotTakenOverLeaveNothing() throws Exception {
        var name = name();
        var ledger = csv(
                HEADINGS,
                row("", name + "一", name + "甲", name + "业甲", "正式", "洽谈"),
                row("C" + name, name + "二", name + "乙", name + "业乙", "", "签约"),
                row("", name + "二", name + "乙", name + "业乙", "", "签约"),
                row("", name + "三", name + "丙 ", name + "业丙", "", "签约"),
                row("", name + "四", name + "丙", name + "业丙", "", "签约"));

        send(ledger, "createMissing", "true", "onError", "skip", "asOf", DAY)
                .statusCode(200)
                .body("refused", equalTo(3))
                .body("created", equalTo(2));

        for (var left : List.of("甲", "乙")) {
            assertEquals(0, count("investor", "name", name + left));
            assertEquals(0, count("sector", "name_zh", name + "业" + left));
        }
        assertEquals(1, count("investor", "name", name + "丙"));
        assertEquals(1, count("sector", "name_zh", name + "业丙"));
    }

    /** The statements that write or lock; on PostgreSQL the number of a transaction, which only one that writes or locks has. */
    private List<?> writes(byte[] ledger) throws Exception {
        if (IS_EMBEDDED) {
            return Statements.fewest(
                            database, 3, () -> send(ledger, "createMissing", "true", "dryRun", "true", "asOf", DAY))
                    .stream()
                    .filter(statement -> WRITE.matcher(statement).matches())
                    .toList();
        }
        var file = Files.write(TestDatabase.newDirectory().resolve("ledger"), ledger);
        transaction.begin();
        try {
            assertTrue(projects.run(request(file), Locale.ENGLISH).toString().contains("created=2"));
            return entities.createNativeQuery(
                            "select n from (select pg_current_xact_id_if_assigned()::text as n) x where n is not null",
                            String.class)
                    .getResultList();
        } finally {
            transaction.rollback();
        }
    }

    private static ImportRequest request(Path file) {
        var options = ReadingOptions.of(LocalDate.parse(DAY));
        return new ImportRequest(file, null, options, true, true, false, false, RowOptions.STRICT);
    }

    private static String name() {
        return "试" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String row(
            String code, String name, String investor, String sector, String agreement, String stage) {
        return String.join(",", code, name, investor, sector, "", "", agreement, stage);
    }

    private int count(String table, String column, String value) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from %s where %s = :value".formatted(table, column), Long.class)
                        .setParameter("value", value)
                        .getSingleResult())
                .intValue();
    }
}
