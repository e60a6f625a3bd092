package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.flows;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patchFrom;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.totals;
import static org.investmentpipeline.support.Projects.turn;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moves forward through the stages. */
@QuarkusTest
class MoveIT {
    private static final Map<String, String> JANUARY = Map.of("UNDER_NEGOTIATION", "2023-01-05");

    private final Clock clock;

    MoveIT(Clock clock) {
        this.clock = clock;
    }

    @Test
    void aMoveEntersTheNextStage() {
        var id = register("investment", cny("100"), "stages", JANUARY);
        var tag = project(id).extract().header("ETag");

        move(id, "to", "SIGNED", "on", "2023-06-28", "agreement", "FORMAL", "note", "在招商大会上签约")
                .statusCode(201)
                .header("Location", PATH + "/" + id)
                .header("ETag", not(tag))
                .body("stage", equalTo("SIGNED"))
                .body("stageSince", equalTo("2023-06-28"))
                .body("agreement", equalTo("FORMAL"))
                .body("missing", empty())
                .body("stages", equalTo(Map.of("UNDER_NEGOTIATION", "2023-01-05", "SIGNED", "2023-06-28")))
                .body("moves.from", contains("UNDER_NEGOTIATION"))
                .body("moves.to", contains("SIGNED"))
                .body("moves.on", contains("2023-06-28"))
                .body("moves.note", contains("在招商大会上签约"));
    }

    @Test
    void aMoveWithoutADayIsOfToday() {
        var id = register("investment", cny("100"), "stages", JANUARY);

        move(id, "to", "SIGNED", "agreement", "FRAMEWORK")
                .statusCode(201)
                .body("stageSince", equalTo(LocalDate.now(clock).toString()));
    }

    @Test
    void aMovePastAStageEntersItOnTheWay() {
        var zone = zone();
        var id = register("zone", zone, "investment", cny("100"), "stages", JANUARY);

        move(id, "to", "COMPLETED", "on", "2023-06-28", "agreement", "FORMAL")
                .statusCode(201)
                .body("moves.to", contains("SIGNED", "GROUNDBREAKING", "COMPLETED"))
                .body("moves.on", contains("2023-06-28", "2023-06-28", "2023-06-28"));

        flows("zone=" + zone + "&period=2023-06-28..2023-06-28&by=stage")
                .body("rows.find { it.stage == 'SIGNED' }.count", equalTo(1))
                .body("rows.find { it.stage == 'GROUNDBREAKING' }.count", equalTo(1))
                .body("rows.find { it.stage == 'COMPLETED' }.count", equalTo(1))
                .body("total.count", equalTo(3))
                .body("total.investment", amount("300"));
        totals("zone=" + zone + "&asOf=2023-06-28&by=stage")
                .body("rows.find { it.stage == 'COMPLETED' }.count", equalTo(1))
                .body("total.count", equalTo(1));
    }

    @Test
    void stagesOnTheWayMayHaveDaysOfTheirOwn() {
        var id = register("investment", cny("100"), "stages", JANUARY);

        move(id, "to", "COMPLETED", "on", "2023-12-01", "agreement", "FORMAL", "via", Map.of("SIGNED", "2023-02-01"))
                .statusCode(201)
                .body(
                        "stages",
                        equalTo(Map.of(
                                "UNDER_NEGOTIATION", "2023-01-05",
                                "SIGNED", "2023-02-01",
                                "GROUNDBREAKING", "2023-12-01",
                                "COMPLETED", "2023-12-01")));
    }

    @Test
    void signedAndBegunOnOneDayAreTwoEntries() {
        var zone = zone();
        var id = register("zone", zone, "investment", cny("100"), "stages", JANUARY);

        move(id, "to", "SIGNED", "on", "2023-03-01", "agreement", "FORMAL").statusCode(201);
        move(id, "to", "GROUNDBREAKING", "on", "2023-03-01").statusCode(201);

        flows("zone=" + zone + "&period=2023-03").body("total.count", equalTo(2));
        totals("zone=" + zone + "&asOf=2023-03-01&stage=SIGNED").body("total.count", equalTo(0));
    }

    @Test
    void aMoveMayBringWhatSigningRequires() {
        var id = register("stages", JANUARY);

        move(id, "to", "SIGNED", "on", "2023-06-28", "agreement", "FRAMEWORK", "investment", cny("250.50"))
                .statusCode(201)
                .body("agreement", equalTo("FRAMEWORK"))
                .body("investment.amount", amount("250.5"));
    }

    @Test
    void whatSigningLacksIsListed() {
        var nothing = register();
        var amount = register("investment", cny("1"));

        move(nothing, "to", "SIGNED")
                .statusCode(422)
                .body("type", equalTo("/problems/requirements-missing"))
                .body("violations.field", containsInAnyOrder("agreement", "investment"));
        move(nothing, "to", "SIGNED", "agreement", "FORMAL")
                .statusCode(422)
                .body("violations.field", contains("investment"));
        move(amount, "to", "COMPLETED").statusCode(422).body("violations.field", contains("agreement"));
        project(nothing).body("stage", equalTo("UNDER_NEGOTIATION")).body("moves", empty());
    }

    @Test
    void whatSigningRequiresIsTestedOnItsDay() {
        var id = register("stages", JANUARY);
        patchFrom("2023-06-01", id, object("investment", cny("1"))).statusCode(200);

        move(id, "to", "SIGNED", "on", "2023-05-31", "agreement", "FORMAL")
                .statusCode(422)
                .body("violations.field", contains("investment"));
        move(id, "to", "SIGNED", "on", "2023-06-01", "agreement", "FORMAL").statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"UNDER_NEGOTIATION", "SIGNED"})
    void aMoveLeadsForward(String to) {
        var id = register("investment", cny("1"), "stages", JANUARY);
        move(id, "to", "SIGNED", "on", "2023-06-28", "agreement", "FORMAL").statusCode(201);

        move(id, "to", to, "on", "2023-07-01", "agreement", "FORMAL")
                .statusCode(409)
                .body("type", equalTo("/problems/stage-order"));
    }

    @ParameterizedTest
    @CsvSource({
        "2999-01-01, , , on",
        "2023-01-04, , , on",
        "2023-06-28, SIGNED, 2023-01-04, via.SIGNED",
        "2023-06-28, SIGNED, 2023-06-29, via.SIGNED",
        "2023-06-28, UNDER_NEGOTIATION, 2023-02-01, via.UNDER_NEGOTIATION",
        "2023-06-28, GROUNDBREAKING, 2023-02-01, via.GROUNDBREAKING",
        "2023-06-28, COMPLETED, 2023-02-01, via.COMPLETED"
    })
    void daysOfAMoveRiseAndLieInThePast(String on, @Nullable String via, @Nullable String day, String field) {
        var id = register("investment", cny("1"), "stages", JANUARY);
        var move = object("to", "GROUNDBREAKING", "on", on, "agreement", "FORMAL");
        if (via != null && day != null) {
            move.put("via", Map.of(via, day));
        }

        json(move).post(PATH + "/" + id + "/moves").then().statusCode(422).body("violations.field", hasItem(field));

        project(id).body("moves", empty());
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED", "WITHDRAWN"})
    void onlyAnActiveProjectMoves(String status) {
        var id = register("investment", cny("1"), "stages", JANUARY);
        turn(id, "status", status, "on", "2023-05-01", "reason", "资金未落实").statusCode(200);

        move(id, "to", "SIGNED", "on", "2023-05-01", "agreement", "FORMAL")
                .statusCode(409)
                .body("type", equalTo("/problems/status-conflict"));
        turn(id, "status", "ACTIVE", "on", "2023-06-01").statusCode(200);
        move(id, "to", "SIGNED", "on", "2023-05-31", "agreement", "FORMAL").statusCode(409);
        move(id, "to", "SIGNED", "on", "2023-06-01", "agreement", "FORMAL").statusCode(201);
    }

    @Test
    void theRevisionIsCheckedWhenItIsGiven() {
        var id = register("investment", cny("1"));

        given().header("If-Match", "\"77\"")
                .contentType("application/json")
                .body(object("to", "SIGNED", "agreement", "FORMAL"))
                .post(PATH + "/" + id + "/moves")
                .then()
                .statusCode(412);
        given().header("If-Match", project(id).extract().header("ETag"))
                .contentType("application/json")
                .body(object("to", "SIGNED", "agreement", "FORMAL"))
                .post(PATH + "/" + id + "/moves")
                .then()
                .statusCode(201);
    }

    @Test
    void onlyAKnownProjectMoves() {
        move(999_999_999, "to", "SIGNED").statusCode(404);
    }
}
