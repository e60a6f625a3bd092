package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.flows;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.latestMove;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patchFrom;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.reverse;
import static org.investmentpipeline.support.Projects.turn;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reversals: corrections of the record, as if the latest move had never been made. */
@QuarkusTest
class ReversalIT {
    private static final Map<String, String> JANUARY = Map.of("UNDER_NEGOTIATION", "2023-01-05");

    @Test
    void aReversedMoveNeverHappened() {
        var zone = zone();
        var id = signed(zone);
        var before = knownAt();

        reverse(id, latestMove(id), "误录")
                .statusCode(200)
                .body("stage", equalTo("UNDER_NEGOTIATION"))
                .body("stageSince", equalTo("2023-01-05"))
                .body("agreement", nullValue())
                .body("stages", equalTo(JANUARY))
                .body("moves", empty());

        flows("zone=" + zone + "&period=2023-06").body("total.count", equalTo(0));
        flows("zone=" + zone + "&period=2023-06&knownAt=" + before).body("total.count", equalTo(1));
    }

    @Test
    void laterAmendmentsAndStatusesStay() {
        var id = signed(zone());
        patchFrom("2023-08-01", id, object("investment", cny("700"), "key", true))
                .statusCode(200);
        turn(id, "status", "SUSPENDED", "on", "2023-09-01", "reason", "用地未批").statusCode(200);

        reverse(id, latestMove(id), "误录").statusCode(200);

        project(id)
                .body("stage", equalTo("UNDER_NEGOTIATION"))
                .body("status", equalTo("SUSPENDED"))
                .body("statusReason", equalTo("用地未批"))
                .body("investment.amount", amount("700"))
                .body("key", equalTo(true));
    }

    @Test
    void movesAreReversedFromTheLatestBack() {
        var id = register("investment", cny("1"), "stages", JANUARY);
        move(id, "to", "GROUNDBREAKING", "on", "2023-06-28", "agreement", "FORMAL")
                .statusCode(201);
        var signing = project(id).extract().jsonPath().getLong("moves[0].id");

        reverse(id, signing, "误录").statusCode(409).body("type", equalTo("/problems/stage-order"));
        reverse(id, latestMove(id), "误录")
                .statusCode(200)
                .body("stage", equalTo("SIGNED"))
                .body("agreement", equalTo("FORMAL"));
        reverse(id, signing, "误录").statusCode(200).body("stage", equalTo("UNDER_NEGOTIATION"));
    }

    @Test
    void aMoveIsReversedOnce() {
        var id = signed(zone());
        var first = latestMove(id);
        reverse(id, first, "误录").statusCode(200);

        reverse(id, first, "误录").statusCode(409).body("type", equalTo("/problems/stage-order"));
        move(id, "to", "SIGNED", "on", "2023-07-01", "agreement", "FRAMEWORK")
                .statusCode(201)
                .body("moves.on", contains("2023-07-01"));
        reverse(id, first, "误录").statusCode(409);

        project(id).body("stage", equalTo("SIGNED")).body("agreement", equalTo("FRAMEWORK"));
    }

    @Test
    void theFirstStageCannotBeReversed() {
        var id = register("stage", "SIGNED");

        given().queryParam("reason", "误录")
                .delete(PATH + "/" + id + "/moves/1")
                .then()
                .statusCode(404);
        project(id).body("stage", equalTo("SIGNED"));
    }

    @Test
    void aMoveOfAnotherProjectIsNotFound() {
        var id = signed(zone());
        var other = signed(zone());

        reverse(id, latestMove(other), "误录").statusCode(404).body("type", equalTo("/problems/not-found"));
        reverse(id, 999_999_999, "误录").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t"})
    void aReversalSaysWhy(String reason) {
        var id = signed(zone());

        reverse(id, latestMove(id), reason).statusCode(422).body("violations.field", contains("reason"));
        given().delete(PATH + "/" + id + "/moves/" + latestMove(id))
                .then()
                .statusCode(422)
                .body("violations.field", contains("reason"));

        project(id).body("stage", equalTo("SIGNED"));
    }

    @Test
    void theRevisionIsCheckedWhenItIsGiven() {
        var id = signed(zone());

        given().header("If-Match", "\"77\"")
                .queryParam("reason", "误录")
                .delete(PATH + "/" + id + "/moves/" + latestMove(id))
                .then()
                .statusCode(412);
    }

    @Test
    void aStageReachedOnRegistrationIsReversedLikeAnyOther() {
        var id = register(
                "stage", "GROUNDBREAKING", "stages", Map.of("SIGNED", "2023-02-01", "GROUNDBREAKING", "2023-03-01"));

        reverse(id, latestMove(id), "尚未开工")
                .statusCode(200)
                .body("stage", equalTo("SIGNED"))
                .body("moves", empty());
    }

    private static long signed(String zone) {
        var id = register("zone", zone, "investment", cny("500"), "stages", JANUARY);
        move(id, "to", "SIGNED", "on", "2023-06-28", "agreement", "FORMAL").statusCode(201);
        return id;
    }
}
