package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.importing.ImportRequest;
import org.investmentpipeline.spreadsheet.importing.RowImporter;
import org.investmentpipeline.spreadsheet.importing.RowOptions;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same random ledger is imported in batches of several sizes, each time undone: the answer and what is stored are the same. */
@QuarkusTest
class BatchSizeIT {
    private static final List<Integer> SIZES = List.of(1, 2, 7, 500);
    private static final long SEEDS = Long.getLong("import.seeds", 4);

    private final RowImporter importer;
    private final ProjectImport projects;
    private final UserTransaction transaction;
    private final EntityManager entities;
    private final Clock clock;

    BatchSizeIT(
            RowImporter importer,
            ProjectImport projects,
            UserTransaction transaction,
            EntityManager entities,
            Clock clock) {
        this.importer = importer;
        this.projects = projects;
        this.transaction = transaction;
        this.entities = entities;
        this.clock = clock;
    }

    private record Outcome(String answer, List<String> stored) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theAnswerAndWhatIsStoredDoNotDependOnTheSizeOfBatches(long seed) throws Exception {
        var rows = new RandomRows(seed, nextCodes());
        var file = Files.write(TestDatabase.newDirectory().resolve("ledger"), rows.file());
        var createMissing = seed % 2 == 0;

        for (var mode : List.of("abort", "skip", "dry run")) {
            var request = request(file, mode, createMissing);
            var expected = outcome(request, SIZES.get(0), rows.prefix());
            for (var size : SIZES.subList(1, SIZES.size())) {
                assertEquals(expected, outcome(request, size, rows.prefix()), mode + " in batches of " + size);
            }
            assertTrue(expected.answer().contains("states the same project"), expected.answer());
            assertEquals(mode.equals("skip"), expected.stored().size() > 20, expected.stored()::toString);
        }
    }

    private static ImportRequest request(Path file, String mode, boolean createMissing) throws IOException {
        var options = ReadingOptions.of(LocalDate.parse("2023-06-30"));
        return new ImportRequest(
                file,
                null,
                options,
                mode.equals("dry run"),
                createMissing,
                mode.equals("skip"),
                false,
                RowOptions.STRICT);
    }

    /** The running numbers that are given next. */
    private List<String> nextCodes() {
        var last = (Object[]) entities.createNativeQuery("select code_year, last_code from registrar where id = 1")
                .getSingleResult();
        var year = Year.now(clock).getValue();
        var first = ((Number) last[0]).intValue() == year ? ((Number) last[1]).intValue() + 1 : 1;
        return IntStream.range(first + 5, first + 15)
                .mapToObj(number -> String.format(Locale.ROOT, "%04d-%04d", year, number))
                .toList();
    }

    private Outcome outcome(ImportRequest request, int size, String prefix) throws Exception {
        transaction.begin();
        try {
            var report = importer.run(projects.target(request), request, Locale.ENGLISH, size);
            var stored = request.dryRun() ? List.<String>of() : stored(prefix);
            return new Outcome(withoutIds(report.toString()), stored);
        } catch (Problem refused) {
            assertFalse(request.skipErrors(), refused::toString);
            return new Outcome(withoutIds(refused.detail() + " " + refused.extensions()), List.of());
        } finally {
            transaction.rollback();
        }
    }

    /** The number of the record of the import is another at each try. */
    private static String withoutIds(String answer) {
        return answer.replaceAll("ImportReport\\[id=\\d+", "ImportReport[id=0")
                .replaceAll("imports/\\d+/errors", "imports/0/errors");
    }

    /** Everything but ids and moments, which are others at each try. */
    private List<String> stored(String prefix) {
        var stored = new ArrayList<String>();
        for (var query : List.of(
                """
                select p.code, p.name, p.deleted, p.version, x.from_day, x.to_day, x.ordinal, x.entry, x.stage, x.status, x.cny,
                    x.land_area, x.jobs, x.sector_code, x.zone_code, i.name as investor,
                    case when x.superseded_at > timestamp with time zone '9000-01-01 00:00:00+00:00' then 1 else 0 end as standing
                from project p left join position x on x.project_id = p.id left join investor i on i.id = x.investor_id
                where p.name like :prefix order by p.code, standing, x.from_day, x.ordinal
                """,
                """
                select p.code, c.kind, c.stage, c.effective_on, c.field_values from project_change c
                    join project p on p.id = c.project_id
                where p.name like :prefix and c.field_values not like '%investor%' order by p.code, c.id
                """,
                "select name, 'investor' as kind from investor where name like :prefix order by name",
                "select code, name_zh from zone where name_zh like :prefix order by code",
                "select code, name_zh from sector where name_zh like :prefix order by code")) {
            for (var row : entities.createNativeQuery(query, Object[].class)
                    .setParameter("prefix", prefix + "%")
                    .getResultList()) {
                stored.add(Arrays.toString((Object[]) row));
            }
        }
        return stored;
    }
}
