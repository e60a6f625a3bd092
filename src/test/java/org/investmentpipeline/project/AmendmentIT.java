package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.sector;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patch;
import static org.investmentpipeline.support.Projects.patchFrom;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes of a project's values, from a day on. */
@QuarkusTest
class AmendmentIT {
    private static final Map<String, String> JANUARY = Map.of("UNDER_NEGOTIATION", "2023-01-01");

    private final Clock clock;

    AmendmentIT(Clock clock) {
        this.clock = clock;
    }

    @Test
    void blanksAtTheEndsOfANameAreNoChange() {
        var id = register("name", "滨江园");
        var tag = given().get(PATH + "/" + id).header("ETag");

        patch(id, Map.of("name", "\u200B滨江园\u3000")).statusCode(200).header("ETag", tag);

        given().get(PATH + "/" + id + "/history").then().body("items.size()", equalTo(1));
    }

    @Test
    void nullTakesAwayAndWhatIsNotNamedStays() {
        var zone = zone();
        var id = register(
                "sector",
                sector(),
                "zone",
                zone,
                "investor",
                Map.of("name", code("华岳集团")),
                "origin",
                "LOCAL",
                "investment",
                cny("5"),
                "landArea",
                12,
                "jobs",
                40,
                "nameEn",
                "Extension",
                "summary",
                "扩建",
                "leader",
                "周明远",
                "officer",
                "林子涵");

        patch(
                        id,
                        object(
                                "sector", null,
                                "investor", null,
                                "origin", null,
                                "investment", null,
                                "landArea", null,
                                "jobs", null,
                                "nameEn", null,
                                "summary", null,
                                "leader", null))
                .statusCode(200)
                .body("sector", nullValue())
                .body("investor", nullValue())
                .body("origin", nullValue())
                .body("investment", nullValue())
                .body("size", nullValue())
                .body("landArea", nullValue())
                .body("jobs", nullValue())
                .body("nameEn", nullValue())
                .body("summary", nullValue())
                .body("leader", nullValue())
                .body("officer", equalTo("林子涵"))
                .body("zone", equalTo(zone));
    }

    @Test
    void aValueHoldsFromItsDayUntilTheNextKnownChange() {
        var zone = zone();
        var id = register("zone", zone, "investment", cny("100"), "stages", JANUARY);
        patchFrom("2023-06-01", id, object("investment", cny("200"))).statusCode(200);

        patchFrom("2023-03-01", id, object("investment", cny("150"))).statusCode(200);

        project(id).body("investment.amount", amount("200"));
        for (var each : Map.of(
                        "2023-01-01", "100",
                        "2023-02-28", "100",
                        "2023-03-01", "150",
                        "2023-05-31", "150",
                        "2023-06-01", "200")
                .entrySet()) {
            list("zone=" + zone + "&asOf=" + each.getKey()).body("items[0].investment.amount", amount(each.getValue()));
        }
    }

    @Test
    void oneFieldsLaterChangesStayWhenAnotherIsChangedEarlier() {
        var zone = zone();
        var later = sector();
        var id = register("zone", zone, "investment", cny("100"), "stages", JANUARY);
        patchFrom("2023-06-01", id, object("sector", later)).statusCode(200);

        patchFrom("2023-03-01", id, object("investment", cny("150"))).statusCode(200);

        project(id).body("sector", equalTo(later)).body("investment.amount", amount("150"));
        list("zone=" + zone + "&asOf=2023-04-01").body("items[0].sector", nullValue());
    }

    @Test
    void withoutADayAChangeHoldsFromToday() {
        var zone = zone();
        var id = register("zone", zone, "investment", cny("100"), "stages", JANUARY);

        patch(id, object("investment", object("amount", 300))).statusCode(200);

        var today = LocalDate.now(clock);
        list("zone=" + zone + "&asOf=" + today).body("items[0].investment.amount", amount("300"));
        list("zone=" + zone + "&asOf=" + today.minusDays(1)).body("items[0].investment.amount", amount("100"));
    }

    @Test
    void landAreaAndJobsHoldFromTheirDayAsAnInvestmentDoes() {
        var zone = zone();
        var id = register("zone", zone, "landArea", new BigDecimal("120.5"), "jobs", 300, "stages", JANUARY);
        var known = knownAt();
        patchFrom("2023-06-01", id, object("landArea", 86, "jobs", null)).statusCode(200);

        patchFrom("2023-03-01", id, object("landArea", new BigDecimal("100.25"), "jobs", 250))
                .statusCode(200);

        project(id).body("landArea", amount("86")).body("jobs", nullValue());
        list("zone=" + zone + "&asOf=2023-02-28")
                .body("items[0].landArea", amount("120.5"))
                .body("items[0].jobs", equalTo(300));
        list("zone=" + zone + "&asOf=2023-05-31")
                .body("items[0].landArea", amount("100.25"))
                .body("items[0].jobs", equalTo(250));
        list("zone=" + zone + "&asOf=2023-05-31&knownAt=" + known)
                .body("items[0].landArea", amount("120.5"))
                .body("items[0].jobs", equalTo(300));
        given().get(PATH + "/" + id + "/history")
                .then()
                .body("items[0].effectiveOn", equalTo("2023-03-01"))
                .body("items[0].values.field", containsInAnyOrder("landArea", "jobs"))
                .body("items[0].values.find { it.field == 'landArea' }.before", equalTo("120.5"))
                .body("items[0].values.find { it.field == 'landArea' }.after", equalTo("100.25"));
        given().get(PATH + "/" + id + "/timeline")
                .then()
                .body("items.findAll { it.supersededAt == null }.jobs", contains(null, 300, 250))
                .body("items.findAll { it.supersededAt == null }[0].landArea", amount("86"))
                .body("items.findAll { it.supersededAt == null }[1].landArea", amount("120.5"))
                .body("items.findAll { it.supersededAt == null }[2].landArea", amount("100.25"));
    }

    @Test
    void statingWhatStandsChangesNothing() {
        var sector = sector();
        var id = register("sector", sector, "investment", cny("100"), "jobs", 5, "landArea", new BigDecimal("1.5"));
        var tag = project(id).extract().header("ETag");
        var known = knownAt();

        patch(
                        id,
                        object(
                                "sector",
                                sector,
                                "investment",
                                cny("100.00"),
                                "jobs",
                                5,
                                "landArea",
                                new BigDecimal("1.50"),
                                "key",
                                false))
                .statusCode(200)
                .header("ETag", tag);

        assertEquals(known, knownAt());
        given().get(PATH + "/" + id + "/history").then().body("items.kind", contains("REGISTERED"));
    }

    @Test
    void aDescriptionDoesNotMoveTheClockOfFigures() {
        var id = register();
        var tag = project(id).extract().header("ETag");
        var known = knownAt();

        patch(id, object("summary", "改写")).statusCode(200).header("ETag", not(tag));

        assertEquals(known, knownAt());
    }
}
