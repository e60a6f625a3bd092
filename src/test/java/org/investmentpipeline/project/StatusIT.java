package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.flows;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.totals;
import static org.investmentpipeline.support.Projects.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Turns of the status, apart from the stage. */
@QuarkusTest
class StatusIT {
    private static final Map<String, String> JANUARY = Map.of("UNDER_NEGOTIATION", "2023-01-05");

    private final Clock clock;

    StatusIT(Clock clock) {
        this.clock = clock;
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED", "WITHDRAWN"})
    void aProjectLeavesTheStockFromThatDayOn(String status) {
        var zone = zone();
        var id = register("zone", zone, "stages", JANUARY);

        turn(id, "status", status, "on", "2023-05-01", "reason", "企业战略调整")
                .statusCode(200)
                .body("status", equalTo(status))
                .body("statusReason", equalTo("企业战略调整"))
                .body("stage", equalTo("UNDER_NEGOTIATION"));

        totals("zone=" + zone + "&asOf=2023-04-30").body("total.count", equalTo(1));
        totals("zone=" + zone + "&asOf=2023-05-01").body("total.count", equalTo(0));
        totals("zone=" + zone + "&asOf=2023-05-01&status=" + status).body("total.count", equalTo(1));
    }

    @Test
    void aWithdrawnProjectIsReopened() {
        var zone = zone();
        var id = register("zone", zone, "stages", JANUARY);
        turn(id, "status", "WITHDRAWN", "on", "2023-05-01", "reason", "落户外地").statusCode(200);

        turn(id, "status", "ACTIVE", "on", "2023-06-01", "reason", "重新洽谈")
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("statusReason", nullValue());

        totals("zone=" + zone + "&asOf=2023-05-31").body("total.count", equalTo(0));
        totals("zone=" + zone + "&asOf=2023-06-01").body("total.count", equalTo(1));
    }

    @Test
    void aTurnWithoutADayIsOfToday() {
        var zone = zone();
        var id = register("zone", zone, "stages", JANUARY);

        turn(id, "status", "SUSPENDED", "reason", "等待环评").statusCode(200);

        var today = LocalDate.now(clock);
        totals("zone=" + zone + "&asOf=" + today.minusDays(1)).body("total.count", equalTo(1));
        totals("zone=" + zone + "&asOf=" + today).body("total.count", equalTo(0));
    }

    @Test
    void signedAndWithdrawnInOnePeriodStillCountsAsSigned() {
        var zone = zone();
        var id = register("zone", zone, "investment", cny("1"), "stages", JANUARY);
        move(id, "to", "SIGNED", "on", "2023-06-28", "agreement", "FORMAL").statusCode(201);

        turn(id, "status", "WITHDRAWN", "on", "2023-06-28", "reason", "解约").statusCode(200);

        flows("zone=" + zone + "&period=2023-06&stage=SIGNED").body("total.count", equalTo(1));
        totals("zone=" + zone + "&asOf=2023-06-30").body("total.count", equalTo(0));
    }

    @Test
    void aReasonIsMandatoryUnlessItBecomesActive() {
        var id = register();

        turn(id, "status", "SUSPENDED").statusCode(422).body("violations.field", contains("reason"));
        turn(id, "status", "WITHDRAWN", "reason", " ").statusCode(422).body("violations.field", contains("reason"));
        turn(id, "status", "SUSPENDED", "reason", "因".repeat(501))
                .statusCode(422)
                .body("violations.field", contains("reason"));
        turn(id, "status", "SUSPENDED", "reason", "因".repeat(500)).statusCode(200);
        turn(id, "status", "ACTIVE").statusCode(200);
    }

    @Test
    void statingTheStatusThatStandsChangesNothing() {
        var id = register("stages", JANUARY);
        turn(id, "status", "SUSPENDED", "on", "2023-05-01", "reason", "等待环评").statusCode(200);
        var tag = project(id).extract().header("ETag");
        var known = knownAt();

        turn(id, "status", "SUSPENDED", "on", "2023-06-01", "reason", "等待环评")
                .statusCode(200)
                .header("ETag", tag);

        assertEquals(known, knownAt());
    }

    @Test
    void aTurnDoesNotPrecedeTheLatestMoveOrTurn() {
        var id = register("investment", cny("1"), "stages", JANUARY);
        move(id, "to", "SIGNED", "on", "2023-06-28", "agreement", "FORMAL").statusCode(201);

        turn(id, "status", "SUSPENDED", "on", "2023-06-27", "reason", "缓")
                .statusCode(409)
                .body("type", equalTo("/problems/status-conflict"));
        turn(id, "status", "SUSPENDED", "on", "2023-08-01", "reason", "缓").statusCode(200);
        turn(id, "status", "ACTIVE", "on", "2023-07-31").statusCode(409);
        turn(id, "status", "ACTIVE", "on", "2023-08-01").statusCode(200);
    }

    @Test
    void aTurnDoesNotLieInTheFuture() {
        turn(register(), "status", "SUSPENDED", "on", "2999-01-01", "reason", "缓")
                .statusCode(422)
                .body("violations.field", contains("on"));
    }

    @Test
    void theRevisionIsCheckedWhenItIsGiven() {
        var id = register();
        var suspended = object("status", "SUSPENDED", "reason", "缓");

        given().header("If-Match", "\"77\"")
                .contentType("application/json")
                .body(suspended)
                .put(PATH + "/" + id + "/status")
                .then()
                .statusCode(412);
        given().header("If-Match", project(id).extract().header("ETag"))
                .contentType("application/json")
                .body(suspended)
                .put(PATH + "/" + id + "/status")
                .then()
                .statusCode(200);
        turn(999_999_999, "status", "ACTIVE").statusCode(404);
    }
}
