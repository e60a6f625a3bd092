package org.investmentpipeline.spreadsheet.projects;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ledgers of more rows than are compared at once: what is true of two rows does not depend on how many are between them. */
@QuarkusTest
class ImportBatchesIT {
    private static final String HEADINGS = "项目编号,项目名称,投资方,总投资（万元）,所属园区";

    private String prefix = "";
    private String zone = "";

    @BeforeEach
    void registerAZone() {
        prefix = code("批");
        zone = zone();
    }

    /** A ledger of so many rows; the last one is given, and those before are alike but for their names. */
    private byte[] ledger(int rows, boolean coded, IntFunction<String> last) {
        var lines = new ArrayList<String>();
        lines.add(HEADINGS);
        IntStream.rangeClosed(1, rows - 1)
                .mapToObj(row -> "%s,%s项目%d,甲方公司,10,%s".formatted(coded ? prefix + "-" + row : "", prefix, row, zone))
                .forEach(lines::add);
        lines.add(last.apply(1));
        return csv(lines.toArray(String[]::new));
    }

    private String first(boolean coded, String investor) {
        return "%s,%s项目1,%s,10,%s".formatted(coded ? prefix + "-1" : "", prefix, investor, zone);
    }

    @ParameterizedTest(name = "{0} rows, {1}, with codes {2}")
    @CsvSource({
        "500, abort, true", "501, abort, true", "501, abort, false",
        "500, dry run, true", "501, dry run, true", "501, dry run, false",
        "500, skip, false", "501, skip, true", "501, skip, false",
    })
    void aRowThatRepeatsTheFirstNamesItHoweverFarAway(int rows, String mode, boolean coded) {
        var repeated = ledger(rows, coded, any -> first(coded, "甲方公司"));
        var answer = switch (mode) {
            case "dry run" ->
                send(repeated, "asOf", "2023-06-30", "dryRun", "true").statusCode(200);
            case "skip" ->
                send(repeated, "asOf", "2023-06-30", "onError", "skip").statusCode(200);
            default -> send(repeated, "asOf", "2023-06-30").statusCode(422);
        };

        answer.body("read", equalTo(rows))
                .body("created", equalTo(mode.equals("abort") ? 0 : rows - 1))
                .body("refused", equalTo(1))
                .body("errors.row", contains(rows + 1))
                .body("errors.column", contains(coded ? "项目编号" : "项目名称"))
                .body("errors[0].expected", containsString("row 2 "));
        totals("zone=" + zone + "&asOf=2023-06-30").body("total.count", equalTo(mode.equals("skip") ? rows - 1 : 0));
    }

    @Test
    void projectsOfOneNameAndDifferentInvestorsAreTakenOverHoweverFarApart() {
        var ledger = ledger(501, false, any -> first(false, "乙方公司"));

        assertEquals(501, imported(ledger, "asOf", "2023-06-30").getInt("created"));
        assertEquals(501, imported(ledger, "asOf", "2023-06-30").getInt("unchanged"));

        totals("zone=" + zone + "&asOf=2023-06-30").body("total.count", equalTo(501));
    }

    @Test
    void twoRowsThatMeanOneKnownProjectAreRefusedTogether() {
        imported(csv(HEADINGS, first(true, "甲方公司")), "asOf", "2023-06-30");
        var ledger = ledger(501, true, any -> first(false, "甲方公司"));

        send(ledger, "asOf", "2023-06-30", "dryRun", "true")
                .statusCode(200)
                .body("errors.row", contains(2, 502))
                .body("errors[0].expected", containsString("row 502 "))
                .body("errors[1].expected", containsString("row 2 "));
    }
}
