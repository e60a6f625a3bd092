package org.investmentpipeline.spreadsheet.projects;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.file;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that state a registered project in another way: renamed, with a code at last, or twice. */
@QuarkusTest
class RowIdentityIT {
    private static final String HEADINGS = "项目编号,项目名称,投资方,所属园区";
    private static final long SEEDS = Long.getLong("import.seeds", 4) * 4;

    private String code = "";
    private String zone = "";

    @BeforeEach
    void registerAZone() {
        code = code("行");
        zone = zone();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameFileTwiceChangesNothing(long seed) {
        var ledger = new RandomIdentities(seed);
        var file = ledger.file();
        var renames = seed % 2 == 0 ? "accept" : "refuse";

        var first = imported(file, "onError", "skip", "renames", renames);
        var again = imported(file, "onError", "skip", "renames", renames);

        var told = ledger + "\n" + first.prettify() + again.prettify();
        assertEquals(0, again.getInt("created"), told);
        assertEquals(0, again.getInt("changed"), told);
        assertEquals(first.getInt("refused"), again.getInt("refused"), told);
    }

    @Test
    void namesAreComparedWithoutBlanksAndKindsOfBrackets() {
        assertEquals(1, imported(file("identity/names-full-width.csv")).getInt("created"));

        assertEquals(1, imported(file("identity/names-half-width.csv")).getInt("unchanged"));
        assertEquals(1, imported(file("identity/names-blank-inside.csv")).getInt("unchanged"));
    }

    @Test
    void investorsAreComparedWithoutKindsOfBrackets() {
        assertEquals(1, imported(file("identity/investor-full-width.csv")).getInt("created"));

        assertEquals(1, imported(file("identity/investor-half-width.csv")).getInt("unchanged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abort", "skip"})
    void aProjectStatedWithAndWithoutCodeIsRefusedAtBothRows(String onError) {
        for (var time = 1; time <= 2; time++) {
            send(file("identity/once-with-once-without-code.csv"), "onError", onError)
                    .statusCode(onError.equals("skip") ? 200 : 422)
                    .body("created", equalTo(0))
                    .body("refused", equalTo(2))
                    .body("errors.row", contains(2, 3))
                    .body("errors[0].expected", containsString("row 3 "))
                    .body("errors[1].expected", containsString("row 2 "));
        }
    }

    @Test
    void aProjectWithoutACodeOfItsOwnTakesTheOneOfALaterFile() {
        assertEquals(1, imported(file("identity/first-without-code.csv")).getInt("created"));

        assertEquals(1, imported(file("identity/later-with-code.csv")).getInt("changed"));
        assertEquals(1, imported(file("identity/later-with-code.csv")).getInt("unchanged"));
        assertEquals(1, imported(file("identity/first-without-code.csv")).getInt("unchanged"));

        var id = list("q=R-4").extract().jsonPath().getLong("items.find { it.code == 'R-4' }.id");
        given().get(PATH + "/" + id + "/history")
                .then()
                .body("items[0].kind", equalTo("AMENDED"))
                .body("items[0].values.field", contains("code"))
                .body("items[0].values[0].after", equalTo("R-4"));
    }

    @Test
    void aCodeOfItsOwnStaysWhateverItsForm() {
        var own = "2031-" + code.hashCode() % 1_000_000;
        own = own.replace("--", "-9");
        register("code", own, "name", code, "zone", zone);

        assertEquals(1, imported(csv(HEADINGS, code + "," + code + ",," + zone)).getInt("created"));

        list("zone=" + zone + "&q=" + own).body("items.code", contains(own));
    }

    @Test
    void severalProjectsWithoutACodeOfTheirOwnAreRefused() {
        register("name", code, "zone", zone);
        register("name", code, "zone", zone);

        send(csv(HEADINGS, code + "," + code + ",," + zone))
                .statusCode(422)
                .body("errors[0].expected", startsWith("several projects without a code of their own"));
    }

    @Test
    void anotherNameOfAKnownCodeRenamesTheProject() {
        var id = register("code", code, "name", code + "一期", "zone", zone, "investor", Map.of("name", code + "公司"));
        var ledger = csv(HEADINGS, code + "," + code + "二期," + code + "公司," + zone);

        assertEquals(1, imported(ledger).getInt("changed"));
        assertEquals(1, imported(ledger).getInt("unchanged"));

        project(id).body("name", equalTo(code + "二期"));
    }

    @Test
    void anotherNameAndInvestorAreAnotherProjectUnlessAccepted() {
        var id = register("code", code, "name", code + "一期", "zone", zone, "investor", Map.of("name", code + "公司"));
        var ledger = csv(HEADINGS, code + "," + code + "码头," + code + "集团," + zone);

        send(ledger)
                .statusCode(422)
                .body("errors.column", contains("项目名称"))
                .body("errors[0].expected", containsString("renames=accept"));
        assertEquals(1, imported(ledger, "renames", "accept").getInt("changed"));

        project(id).body("name", equalTo(code + "码头")).body("investor.name", equalTo(code + "集团"));
    }

    @Test
    void theNameOfAnotherProjectIsNoNewNameUnlessAccepted() {
        register("code", code, "name", code + "一期", "zone", zone);
        register("name", code + "（二期）", "zone", zone);
        var ledger = csv(HEADINGS, code + "," + code + "(二期),," + zone);

        send(ledger).statusCode(422).body("errors.column", contains("项目名称"));
        assertEquals(1, imported(ledger, "renames", "accept").getInt("changed"));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 1"})
    void codesThatWereShiftedByARowAreRefusedAtAllRows(int one, int other) {
        register("code", code + "-1", "name", code + "甲", "zone", zone);
        register("code", code + "-2", "name", code + "乙", "zone", zone);
        var rows = List.of(code + "-1," + code + "乙,," + zone, code + "-2," + code + "丙,," + zone);

        send(csv(HEADINGS, rows.get(one - 1), rows.get(other - 1)), "onError", "skip")
                .statusCode(200)
                .body("refused", equalTo(2));

        list("zone=" + zone + "&sort=code").body("items.name", contains(code + "甲", code + "乙"));
    }

    @ParameterizedTest
    @CsvSource({"'项目编号,项目名称,所属园区,建设阶段', ACTIVE", "'项目编号,项目名称,所属园区,建设阶段,状态', SUSPENDED"})
    void aStageInTheOnlyColumnResumesAProject(String headings, String status) {
        imported(csv("项目编号,项目名称,所属园区,状态", code + ",甲," + zone + ",在建"), "asOf", "2023-06-30");
        imported(csv("项目编号,项目名称,所属园区,状态", code + ",甲," + zone + ",停工"), "asOf", "2023-07-31");
        list("zone=" + zone).body("items.status", contains("SUSPENDED"));

        imported(csv(headings, code + ",甲," + zone + ",在建,"), "asOf", "2023-08-31");

        list("zone=" + zone).body("items.status", contains(status));
        list("zone=" + zone + "&asOf=2023-08-30").body("items.status", contains("SUSPENDED"));
    }

    @Test
    void aResumedProjectReachesALaterStageOnTheSameDay() {
        imported(csv("项目编号,项目名称,所属园区,状态", code + ",甲," + zone + ",停工"), "asOf", "2023-07-31");

        imported(csv("项目编号,项目名称,所属园区,状态", code + ",甲," + zone + ",竣工"), "asOf", "2023-08-31");

        list("zone=" + zone).body("items.status", contains("ACTIVE")).body("items.stage", contains("COMPLETED"));
    }
}
