package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.flows;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.latestMove;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.reverse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stages of a project stated anew, in one correction. */
@QuarkusTest
class StageCorrectionIT {

    @Test
    void oneCorrectionMovesRemovesAndKeepsTheFormerKnowledge() {
        var zone = zone();
        var id = completed(zone);
        var before = knownAt();

        stages(id, "台账有误", "SIGNED", "2023-06", "GROUNDBREAKING", null, "COMPLETED", "2023-Q4")
                .statusCode(200)
                .body("stage", equalTo("COMPLETED"))
                .body("stageSince", equalTo("2023-10-01"))
                .body(
                        "stages",
                        equalTo(Map.of(
                                "UNDER_NEGOTIATION", "2023-01-05", "SIGNED", "2023-06-01", "COMPLETED", "2023-10-01")))
                .body("moves.to", contains("SIGNED", "COMPLETED"))
                .body("moves.from", contains("UNDER_NEGOTIATION", "SIGNED"))
                .body("moves.precision", contains("MONTH", "QUARTER"))
                .body("investment.amount", amount("500"));

        flows("zone=" + zone + "&stage=SIGNED&period=2023-06").body("total.count", equalTo(1));
        flows("zone=" + zone + "&stage=GROUNDBREAKING&period=2023").body("total.count", equalTo(0));
        flows("zone=" + zone + "&stage=GROUNDBREAKING&period=2023&knownAt=" + before)
                .body("total.count", equalTo(1));
        flows("zone=" + zone + "&stage=SIGNED&period=2023-06&knownAt=" + before).body("total.count", equalTo(0));
    }

    @Test
    void theHistoryHasOneCorrectionWithItsReason() {
        var id = completed(zone());
        var known = given().get(PATH + "/" + id + "/history")
                .jsonPath()
                .getList("items")
                .size();

        stages(id, "台账有误", "SIGNED", "2023-06-01", "GROUNDBREAKING", null).statusCode(200);

        given().get(PATH + "/" + id + "/history")
                .then()
                .body("items.size()", equalTo(known + 1))
                .body("items[0].kind", equalTo("CORRECTED"))
                .body("items[0].note", equalTo("台账有误"))
                .body("items[0].stage", nullValue())
                .body("items[0].values.field", contains("stages.SIGNED", "stages.GROUNDBREAKING"))
                .body("items[0].values.before", contains("2023-03-01", "2023-06-01"))
                .body("items[0].values.after", contains("2023-06-01", null))
                .body("items[0].by", notNullValue());
    }

    @Test
    void aStageThatWasPutInHasAMoveAndTheLatestCanBeReversed() {
        var id = register(
                "stage",
                "COMPLETED",
                "stages",
                Map.of("SIGNED", "2023-03-01", "COMPLETED", "2023-09-01"),
                "agreement",
                "FORMAL",
                "investment",
                cny("1"));

        stages(id, "补录", "UNDER_NEGOTIATION", "2023-01", "GROUNDBREAKING", "2023-06-01")
                .statusCode(200)
                .body("moves.to", contains("SIGNED", "GROUNDBREAKING", "COMPLETED"))
                .body("moves.note", contains("补录", "补录", null));
        var completion = latestMove(id);
        stages(id, "未竣工", "COMPLETED", null).statusCode(200).body("stage", equalTo("GROUNDBREAKING"));
        reverse(id, completion, "误录").statusCode(409).body("type", equalTo("/problems/stage-order"));
        move(id, "to", "COMPLETED", "on", "2023-10-01").statusCode(201);
        reverse(id, completion, "误录").statusCode(409).body("type", equalTo("/problems/stage-order"));
        reverse(id, latestMove(id), "误录").statusCode(200);

        reverse(id, latestMove(id), "误录").statusCode(200).body("stage", equalTo("SIGNED"));
    }

    @Test
    void aStageTakenOverWithoutAMoveIsRemovedOrDated() {
        var id = register("stage", "GROUNDBREAKING", "stages", Map.of("SIGNED", "2023-02-01"));
        var other = register("stage", "GROUNDBREAKING", "stages", Map.of("SIGNED", "2023-02-01"));

        stages(id, "尚未开工", "GROUNDBREAKING", null)
                .statusCode(200)
                .body("stage", equalTo("SIGNED"))
                .body("moves", empty());
        stages(other, "补录", "GROUNDBREAKING", "2023")
                .statusCode(422)
                .body("violations.field", contains("GROUNDBREAKING"));
        stages(other, "补录", "GROUNDBREAKING", "2023-05")
                .statusCode(200)
                .body("stages", equalTo(Map.of("SIGNED", "2023-02-01", "GROUNDBREAKING", "2023-05-01")));
    }

    @Test
    void theSameStagesChangeNothing() {
        var id = completed(zone());
        var tag = given().get(PATH + "/" + id).header("ETag");

        var answer = stages(id, "核对", "SIGNED", "2023-03-01", "COMPLETED", "2023-09-01")
                .statusCode(200);

        answer.header("ETag", equalTo(tag));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"SIGNED\":\"2023-07-01\"}|422|SIGNED",
                "{\"UNDER_NEGOTIATION\":null}|422|UNDER_NEGOTIATION",
                "{\"COMPLETED\":\"2999-01-01\"}|422|COMPLETED",
                "{\"SIGNED\":\"2023-13\"}|400|SIGNED",
                "{\"SIGNED\":\"6月\"}|400|SIGNED",
                "{\"SIGNED\":20230601}|400|SIGNED",
                "{\"STARTED\":\"2023-06-01\"}|400|STARTED",
                "[]|400|body"
            })
    void aWrongStatementIsNamed(String body, int status, String field) {
        var id = completed(zone());

        given().contentType("application/json")
                .header("If-Match", "*")
                .queryParam("reason", "更正")
                .body(body)
                .put(PATH + "/" + id + "/stages")
                .then()
                .statusCode(status)
                .body("violations.field", hasItems(field));
    }

    @Test
    void aCorrectionNeedsAReasonAndTheVersion() {
        var id = completed(zone());
        var path = PATH + "/" + id + "/stages";

        json(object("SIGNED", null)).put(path + "?reason=x").then().statusCode(428);
        json(object("SIGNED", null))
                .header("If-Match", "\"77\"")
                .put(path + "?reason=x")
                .then()
                .statusCode(412);
        json(object("SIGNED", null))
                .header("If-Match", "*")
                .put(path)
                .then()
                .statusCode(422)
                .body("violations.field", contains("reason"));
    }

    private static ValidatableResponse stages(long id, String reason, @Nullable Object... namesAndValues) {
        return json(object(namesAndValues))
                .header("If-Match", "*")
                .queryParam("reason", reason)
                .put(PATH + "/" + id + "/stages")
                .then();
    }

    private static long completed(String zone) {
        var id = register("zone", zone, "investment", cny("500"), "stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"));
        json(object(
                        "to",
                        "COMPLETED",
                        "on",
                        "2023-09-01",
                        "via",
                        Map.of("SIGNED", "2023-03-01", "GROUNDBREAKING", "2023-06-01"),
                        "agreement",
                        "FORMAL"))
                .post(PATH + "/" + id + "/moves")
                .then()
                .statusCode(201);
        return id;
    }
}
