package org.investmentpipeline.project;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.sector;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patchFrom;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.turn;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects as they stood on a day, as they were known at a moment, and as they entered a stage. */
@QuarkusTest
class PastListIT {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2023-01-05, UNDER_NEGOTIATION, 2023-01-05, ACTIVE, -, 100, under-100m",
                "2023-03-31, UNDER_NEGOTIATION, 2023-01-05, ACTIVE, -, 100, under-100m",
                "2023-04-01, UNDER_NEGOTIATION, 2023-01-05, ACTIVE, -, 1000000000, 1b-5b",
                "2023-06-28, SIGNED, 2023-06-28, ACTIVE, FRAMEWORK, 1000000000, 1b-5b",
                "2023-09-01, SIGNED, 2023-06-28, ACTIVE, FORMAL, 1000000000, 1b-5b",
                "2023-10-01, SIGNED, 2023-06-28, SUSPENDED, FORMAL, 1000000000, 1b-5b",
                "2023-12-01, GROUNDBREAKING, 2023-12-01, ACTIVE, FORMAL, 1000000000, 1b-5b"
            })
    void aProjectIsShownAsItStood(
            String asOf, String stage, String since, String status, String agreement, String amount, String size) {
        var zone = zone();
        eventful(zone);

        list("zone=" + zone + "&asOf=" + asOf)
                .body("items", hasSize(1))
                .body("items[0].stage", equalTo(stage))
                .body("items[0].stageSince", equalTo(since))
                .body("items[0].status", equalTo(status))
                .body("items[0].agreement", equalTo(agreement))
                .body("items[0].investment.amount", amount(amount))
                .body("items[0].size", equalTo(size));
        list("zone=" + zone + "&asOf=" + asOf + "&stage=" + stage + "&size=" + size)
                .body("items", hasSize(1));
    }

    @Test
    void stagesEnteredLaterAreNotShown() {
        var zone = zone();
        eventful(zone);

        list("zone=" + zone + "&asOf=2023-06-27")
                .body("items[0].stages", equalTo(Map.of("UNDER_NEGOTIATION", "2023-01-05")))
                .body("items[0].missing", containsInAnyOrder("agreement"));
        list("zone=" + zone + "&asOf=2023-06-28")
                .body("items[0].stages", equalTo(Map.of("UNDER_NEGOTIATION", "2023-01-05", "SIGNED", "2023-06-28")));
    }

    @Test
    void aProjectIsInNoListBeforeItsLife() {
        var zone = zone();
        eventful(zone);

        list("zone=" + zone + "&asOf=2023-01-04").body("items", hasSize(0));
    }

    @Test
    void aListIsOfWhatWasKnown() {
        var zone = zone();
        var id = register("zone", zone, "investment", cny("100"), "stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"));
        var known = knownAt();
        patchFrom("2023-02-01", id, object("investment", cny("200"))).statusCode(200);

        list("zone=" + zone + "&asOf=2023-06-30&knownAt=" + known).body("items[0].investment.amount", amount("100"));
        list("zone=" + zone + "&knownAt=" + known).body("items[0].investment.amount", amount("100"));
        list("zone=" + zone + "&asOf=2023-06-30").body("items[0].investment.amount", amount("200"));
        list("zone=" + zone + "&knownAt=2023-01-01T00:00:00Z").body("items", hasSize(0));
    }

    @Test
    void entriesAreListedAsTheProjectStoodThen() {
        var zone = zone();
        eventful(zone);

        list("zone=" + zone + "&entered=SIGNED&entered=GROUNDBREAKING&period=2023")
                .body("items.stage", containsInAnyOrder("SIGNED", "GROUNDBREAKING"))
                .body("items.find { it.stage == 'SIGNED' }.agreement", equalTo("FRAMEWORK"))
                .body("items.find { it.stage == 'SIGNED' }.stageSince", equalTo("2023-06-28"))
                .body("items.find { it.stage == 'GROUNDBREAKING' }.agreement", equalTo("FORMAL"));
        list("zone=" + zone + "&entered=SIGNED&period=2023-H1").body("items.stage", contains("SIGNED"));
        list("zone=" + zone + "&entered=SIGNED&period=2023-H2").body("items", hasSize(0));
        list("zone=" + zone + "&entered=SIGNED&period=2023-06-28..2023-06-28").body("items", hasSize(1));
        list("zone=" + zone + "&entered=SIGNED&period=2023&asOf=2023-06-27").body("items", hasSize(0));
        list("zone=" + zone + "&entered=SIGNED&period=2023&agreement=FORMAL").body("items", hasSize(0));
    }

    @Test
    void whatWasTakenOverEnteredNothing() {
        var zone = zone();
        register("zone", zone, "stage", "SIGNED");

        list("zone=" + zone + "&entered=SIGNED&period=1990-01-01..2999-12-31").body("items", hasSize(0));
        list("zone=" + zone + "&stage=SIGNED").body("items", hasSize(1)).body("items[0].stageSince", nullValue());
    }

    private static void eventful(String zone) {
        var id = register(
                "zone", zone,
                "sector", sector(),
                "investment", cny("100"),
                "stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"));
        patchFrom("2023-04-01", id, object("investment", cny("1000000000"))).statusCode(200);
        move(id, "to", "SIGNED", "on", "2023-06-28", "agreement", "FRAMEWORK").statusCode(201);
        patchFrom("2023-09-01", id, object("agreement", "FORMAL")).statusCode(200);
        turn(id, "status", "SUSPENDED", "on", "2023-10-01", "reason", "停工").statusCode(200);
        turn(id, "status", "ACTIVE", "on", "2023-11-01").statusCode(200);
        move(id, "to", "GROUNDBREAKING", "on", "2023-12-01").statusCode(201);
    }
}
