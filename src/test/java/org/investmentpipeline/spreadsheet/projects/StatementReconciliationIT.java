package org.investmentpipeline.spreadsheet.projects;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.flows;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patchFrom;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.totals;
import static org.investmentpipeline.support.Projects.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a ledger says of projects that are known already. */
@QuarkusTest
class StatementReconciliationIT {
    private static final String HEADINGS = "项目编号,项目名称,总投资（万元）,所属园区,项目阶段,洽谈时间,签约时间,开工时间,项目状态";

    private String code = "";
    private String zone = "";

    @BeforeEach
    void registerAZone() {
        code = code("台账");
        zone = zone();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var ledger = ledger("100", "签约", "2023-01-05", "2023-05-18", "");
        imported(ledger, "asOf", "2023-06-30");
        var known = knownAt();

        var again = imported(ledger, "asOf", "2023-06-30");

        assertEquals(1, again.getInt("unchanged"));
        assertEquals(0, again.getInt("changed"));
        assertEquals(known, knownAt());
        assertEquals(1, imported(ledger, "asOf", "2023-09-30").getInt("unchanged"));
        assertEquals(known, knownAt());
    }

    @Test
    void aChangedAmountHoldsFromTheLedgersDay() {
        imported(ledger("100", "签约", "2023-01-05", "2023-05-18", ""), "asOf", "2023-06-30");

        assertEquals(
                1,
                imported(ledger("150", "签约", "", "", ""), "asOf", "2023-09-30").getInt("changed"));

        totals("zone=" + zone + "&asOf=2023-09-29").body("total.investment", amount("1000000"));
        totals("zone=" + zone + "&asOf=2023-09-30").body("total.investment", amount("1500000"));
    }

    @Test
    void anOldLedgerLeavesWhatIsKnownOfLaterDays() {
        imported(ledger("100", "签约", "2023-01-05", "2023-05-18", ""), "asOf", "2023-06-30");
        imported(ledger("200", "签约", "", "", ""), "asOf", "2023-12-31");

        imported(ledger("150", "签约", "", "", ""), "asOf", "2023-09-30");

        totals("zone=" + zone + "&asOf=2023-12-30").body("total.investment", amount("1500000"));
        totals("zone=" + zone + "&asOf=2023-12-31").body("total.investment", amount("2000000"));
    }

    @Test
    void blankCellsSayNothing() {
        imported(ledger("100", "签约", "2023-01-05", "2023-05-18", ""), "asOf", "2023-06-30");

        var report = imported(ledger("", "", "", "", ""), "asOf", "2023-09-30");

        assertEquals(1, report.getInt("unchanged"));
        list("zone=" + zone)
                .body("items[0].stage", equalTo("SIGNED"))
                .body("items[0].investment.amount", amount("1000000"));
    }

    @Test
    void aDifferingDayCorrectsTheEntry() {
        imported(ledger("100", "签约", "2023-01-05", "2023-05-18", ""), "asOf", "2023-06-30");

        imported(ledger("100", "签约", "2023-01-05", "2023-04-30", ""), "asOf", "2023-09-30");

        flows("zone=" + zone + "&period=2023-04&stage=SIGNED").body("total.count", equalTo(1));
        flows("zone=" + zone + "&period=2023-05&stage=SIGNED").body("total.count", equalTo(0));
        project(id()).body("moves.on", contains("2023-04-30"));
    }

    @Test
    void daysThatMoveTogetherMayPassEachOther() {
        imported(ledger("100", "在建", "", "2023-02-01", "2023-03-01"), "asOf", "2023-06-30");

        imported(ledger("100", "在建", "", "2023-04-01", "2023-05-01"), "asOf", "2023-06-30");

        project(id()).body("stages", equalTo(Map.of("SIGNED", "2023-04-01", "GROUNDBREAKING", "2023-05-01")));
    }

    @Test
    void aMonthDoesNotContradictADayInIt() {
        imported(ledger("100", "签约", "", "2023-05-18", ""), "asOf", "2023-06-30");

        assertEquals(
                1,
                imported(ledger("100", "签约", "", "2023年5月", ""), "asOf", "2023-06-30")
                        .getInt("unchanged"));
    }

    @Test
    void aLaterStageWithoutADayIsTakenOver() {
        imported(ledger("100", "签约", "2023-01-05", "2023-05-18", ""), "asOf", "2023-06-30");

        imported(ledger("100", "在建", "", "", ""), "asOf", "2023-09-30");

        totals("zone=" + zone + "&stage=GROUNDBREAKING&asOf=2023-09-29").body("total.count", equalTo(0));
        totals("zone=" + zone + "&stage=GROUNDBREAKING&asOf=2023-09-30").body("total.count", equalTo(1));
        flows("zone=" + zone + "&stage=GROUNDBREAKING&period=2023").body("total.count", equalTo(0));
        project(id()).body("stageSince", nullValue()).body("moves.precision", contains("DAY", null));
    }

    @Test
    void aLaterStageWithItsDayIsEntered() {
        imported(ledger("100", "签约", "2023-01-05", "2023-05-18", ""), "asOf", "2023-06-30");

        imported(ledger("100", "在建", "", "", "2023-08-01"), "asOf", "2023-09-30");

        flows("zone=" + zone + "&stage=GROUNDBREAKING&period=2023-08").body("total.count", equalTo(1));
    }

    @Test
    void aStageThoughtSkippedIsPutIn() {
        var id = register(
                "code",
                code,
                "name",
                "平湖码头项目",
                "zone",
                zone,
                "stage",
                "SIGNED",
                "stages",
                Map.of("SIGNED", "2023-05-18"));

        imported(ledger("", "签约", "2023-01-05", "", ""), "asOf", "2023-09-30");

        project(id)
                .statusCode(200)
                .body("stages", equalTo(Map.of("UNDER_NEGOTIATION", "2023-01-05", "SIGNED", "2023-05-18")))
                .body("moves.from", contains("UNDER_NEGOTIATION"))
                .body("moves.to", contains("SIGNED"));
        flows("zone=" + zone + "&period=2023").body("total.count", equalTo(2));
    }

    @Test
    void anEarlierStageIsRefused() {
        imported(ledger("100", "签约", "2023-01-05", "2023-05-18", ""), "asOf", "2023-06-30");

        send(ledger("100", "在谈", "", "", ""), "asOf", "2023-09-30")
                .statusCode(422)
                .body("errors.row", contains(2))
                .body("errors.column", contains("项目阶段"));

        list("zone=" + zone).body("items[0].stage", equalTo("SIGNED"));
    }

    @Test
    void anEarlierStageReversesLaterEntriesOnRequest() {
        imported(ledger("100", "在建", "2023-01-05", "2023-05-18", "2023-06-01"), "asOf", "2023-06-30");
        var known = knownAt();
        var ledger = ledger("100", "签约", "2023-01-05", "2023-05-18", "");

        assertEquals(
                1,
                imported(ledger, "asOf", "2023-09-30", "onStepBack", "reverse").getInt("changed"));
        assertEquals(1, imported(ledger, "asOf", "2023-09-30").getInt("unchanged"));

        project(id())
                .body("stages", equalTo(Map.of("UNDER_NEGOTIATION", "2023-01-05", "SIGNED", "2023-05-18")))
                .body("moves.to", contains("SIGNED"));
        flows("zone=" + zone + "&stage=GROUNDBREAKING&period=2023").body("total.count", equalTo(0));
        flows("zone=" + zone + "&stage=GROUNDBREAKING&period=2023&knownAt=" + known)
                .body("total.count", equalTo(1));
        given().get(PATH + "/" + id() + "/history")
                .then()
                .body("items[0].kind", equalTo("REVERSED"))
                .body("items[0].stage", equalTo("GROUNDBREAKING"))
                .body("items[0].values.field", contains("stages.GROUNDBREAKING", "stage"));
    }

    @ParameterizedTest
    @CsvSource({"在建, 签约, SIGNED", "竣工, 在谈, UNDER_NEGOTIATION", "竣工, 在建, GROUNDBREAKING"})
    void aStageTakenOverWithoutAMoveStepsBack(String wrong, String right, String stage) {
        imported(ledger("100", wrong, "", "", ""), "asOf", "2023-06-30");

        imported(ledger("100", right, "", "", ""), "asOf", "2023-09-30", "onStepBack", "reverse");

        totals("zone=" + zone + "&stage=" + stage + "&asOf=2023-06-30").body("total.count", equalTo(1));
        project(id()).statusCode(200).body("moves", empty()).body("stages", equalTo(Map.of()));
        assertEquals(
                1,
                imported(ledger("100", right, "", "", ""), "asOf", "2023-09-30").getInt("unchanged"));
    }

    @Test
    void onlyAManagerReverses() {
        Users.as(List.of("OFFICER"))
                .multiPart("file", "ledger", ledger("100", "签约", "", "", ""), "application/octet-stream")
                .multiPart("onStepBack", "reverse")
                .post(Ledgers.PATH)
                .then()
                .statusCode(403)
                .body("violations.field", contains("onStepBack"));
    }

    @ParameterizedTest
    @CsvSource({"停工, SUSPENDED", "暂缓实施, SUSPENDED", "解约, WITHDRAWN"})
    void aWordOfStatusIsItsReason(String word, String status) {
        imported(ledger("100", "签约", "2023-01-05", "2023-05-18", ""), "asOf", "2023-06-30");

        imported(row("100", "签约", "", "", "", word), "asOf", "2023-09-30");

        list("zone=" + zone)
                .body("items[0].status", equalTo(status))
                .body("items[0].statusReason", equalTo(word))
                .body("items[0].stage", equalTo("SIGNED"));
        totals("zone=" + zone + "&asOf=2023-09-29").body("total.count", equalTo(1));
        totals("zone=" + zone + "&asOf=2023-09-30").body("total.count", equalTo(0));
    }

    @Test
    void aNewProjectWithAWordOfStatusAloneIsUnderNegotiation() {
        imported(row("100", "", "", "", "", "暂停"), "asOf", "2023-09-30");

        list("zone=" + zone)
                .body("items[0].stage", equalTo("UNDER_NEGOTIATION"))
                .body("items[0].status", equalTo("SUSPENDED"))
                .body("items[0].statusReason", equalTo("暂停"));
    }

    @Test
    void aLedgerOfADayBeforeTheProjectIsRefused() {
        var id = register("code", code, "name", "平湖码头项目", "stages", Map.of("UNDER_NEGOTIATION", "2023-08-01"));
        patchFrom("2023-08-01", id, object("investment", cny("5"))).statusCode(200);

        send(ledger("100", "", "", "", ""), "asOf", "2023-07-31").statusCode(422);

        project(id).body("investment.amount", amount("5"));
    }

    @Test
    void aSheetOfADayBeforeALaterResumptionDoesNotTurnTheProject() {
        imported(row("100", "开工", "", "2023-05-18", "2023-06-01", ""), "asOf", "2023-06-30");
        var id = id();
        turn(id, "status", "SUSPENDED", "on", "2023-08-01", "reason", "资金").statusCode(200);
        turn(id, "status", "ACTIVE", "on", "2023-12-01").statusCode(200);
        var known = knownAt();

        send(row("", "", "", "", "", "暂停"), "asOf", "2023-07-31").statusCode(422);

        assertEquals(known, knownAt());
    }

    @Test
    void aSheetOfADayBeforeALaterMoveDoesNotMoveTheProject() {
        imported(ledger("100", "签约", "2023-01-05", "2023-05-18", ""), "asOf", "2023-06-30");
        move(id(), "to", "GROUNDBREAKING", "on", "2023-12-01", "agreement", "FORMAL")
                .statusCode(201);
        var known = knownAt();

        send(ledger("", "开工", "", "", ""), "asOf", "2023-09-30").statusCode(422);

        assertEquals(known, knownAt());
    }

    private byte[] ledger(String amount, String stage, String negotiated, String signed, String begun) {
        return row(amount, stage, negotiated, signed, begun, "");
    }

    private byte[] row(String amount, String stage, String negotiated, String signed, String begun, String status) {
        return csv(HEADINGS, String.join(",", code, "平湖码头项目", amount, zone, stage, negotiated, signed, begun, status));
    }

    private long id() {
        return list("zone=" + zone).extract().jsonPath().getLong("items[0].id");
    }
}
