package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.department;
import static org.investmentpipeline.support.Fixtures.sector;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.investmentpipeline.support.Projects;
import org.junit.jupiter.api.Test;

/** Registration, and how a project is shown. */
@QuarkusTest
class ProjectIT {
    private final Clock clock;

    ProjectIT(Clock clock) {
        this.clock = clock;
    }

    @Test
    void aNameIsEnough() {
        var today = LocalDate.now(clock);

        Projects.post(object("name", " 云帆储能电池 "))
                .statusCode(201)
                .body("name", equalTo("云帆储能电池"))
                .body("code", matchesPattern(today.getYear() + "-\\d{4,}"))
                .body("stage", equalTo("UNDER_NEGOTIATION"))
                .body("stageSince", equalTo(today.toString()))
                .body("stages", equalTo(Map.of("UNDER_NEGOTIATION", today.toString())))
                .body("status", equalTo("ACTIVE"))
                .body("key", is(false))
                .body("missing", containsInAnyOrder("agreement", "investment"))
                .body("moves", empty())
                .body("sector", nullValue())
                .body("investor", nullValue())
                .body("investment", nullValue())
                .body("size", nullValue());
    }

    @Test
    void everythingIsShownAsItWasStated() {
        var sector = sector();
        var zone = zone();
        var department = department();
        var investor = code("投资方");

        var id = register(
                "code",
                code("项目"),
                "stage",
                "SIGNED",
                "stages",
                Map.of("UNDER_NEGOTIATION", "2023-01-05", "SIGNED", "2023-06-28"),
                "sector",
                sector,
                "zone",
                zone,
                "department",
                department,
                "investor",
                Map.of("name", investor),
                "origin",
                "OUT_OF_PROVINCE",
                "agreement",
                "FORMAL",
                "key",
                true,
                "investment",
                cny("1200000000"),
                "landArea",
                new BigDecimal("120.5"),
                "jobs",
                300,
                "nameEn",
                " CMP parts ",
                "summary",
                "建设两条生产线。\n二期另行安排。",
                "leader",
                "周明远",
                "officer",
                "林子涵");

        project(id)
                .statusCode(200)
                .body("stage", equalTo("SIGNED"))
                .body("stageSince", equalTo("2023-06-28"))
                .body("stages", equalTo(Map.of("UNDER_NEGOTIATION", "2023-01-05", "SIGNED", "2023-06-28")))
                .body("sector", equalTo(sector))
                .body("zone", equalTo(zone))
                .body("department", equalTo(department))
                .body("investor.name", equalTo(investor))
                .body("origin", equalTo("OUT_OF_PROVINCE"))
                .body("agreement", equalTo("FORMAL"))
                .body("key", is(true))
                .body("investment.amount", amount("1200000000"))
                .body("investment.currency", equalTo("CNY"))
                .body("investment.rate", amount("1"))
                .body("investment.cny", amount("1200000000"))
                .body("size", equalTo("1b-5b"))
                .body("landArea", amount("120.5"))
                .body("jobs", equalTo(300))
                .body("nameEn", equalTo("CMP parts"))
                .body("summary", equalTo("建设两条生产线。\n二期另行安排。"))
                .body("leader", equalTo("周明远"))
                .body("officer", equalTo("林子涵"))
                .body("missing", empty())
                .body("moves.from", contains("UNDER_NEGOTIATION"))
                .body("moves.to", contains("SIGNED"))
                .body("moves.on", contains("2023-06-28"))
                .body("moves.precision", contains("DAY"))
                .body("moves.agreement", contains("FORMAL"));
    }

    @Test
    void aNewProjectIsFoundWhereItsLocationSays() {
        var answer = Projects.post(Projects.draft()).statusCode(201).extract();

        var id = answer.jsonPath().getLong("id");
        var tag = answer.header("ETag");
        assertEquals(PATH + "/" + id, answer.header("Location"));
        given().get(answer.header("Location")).then().statusCode(200).header("ETag", tag);
        assertEquals("\"" + answer.jsonPath().getInt("version") + "\"", tag);
    }

    @Test
    void assignedCodesAreUnique() {
        var first = registered().getString("code");

        var second = registered().getString("code");

        assertNotEquals(first, second);
    }

    @Test
    void anAssignedCodeStepsOverOneThatWasGiven() {
        var last = registered().getString("code").split("-");
        var next = "%s-%04d".formatted(last[0], Integer.parseInt(last[1]) + 1);
        register("code", next);

        var assigned = registered().getString("code");

        assertNotEquals(next, assigned);
    }

    @Test
    void aLaterStageWithoutADayIsAnOpeningBalance() {
        var zone = zone();

        var id = register("stage", "GROUNDBREAKING", "zone", zone);

        project(id)
                .body("stage", equalTo("GROUNDBREAKING"))
                .body("stageSince", nullValue())
                .body("stages", equalTo(Map.of()))
                .body("moves", empty());
        Projects.totals("zone=" + zone + "&stage=GROUNDBREAKING").body("total.count", equalTo(1));
        Projects.flows("zone=" + zone + "&period=1990-01-01.." + LocalDate.now(clock))
                .body("total.count", equalTo(0));
    }

    @Test
    void skippedStagesAreNotInvented() {
        var zone = zone();

        var id = register(
                "zone",
                zone,
                "stage",
                "COMPLETED",
                "stages",
                Map.of("SIGNED", "2022-03-01", "COMPLETED", "2023-02-28"));

        project(id)
                .body("stages", equalTo(Map.of("SIGNED", "2022-03-01", "COMPLETED", "2023-02-28")))
                .body("moves.from", contains("SIGNED"))
                .body("moves.to", contains("COMPLETED"));
        Projects.flows("zone=" + zone + "&period=2022-01-01..2023-12-31").body("total.count", equalTo(2));
    }

    @Test
    void anOldProjectMayLackWhatItsStageRequires() {
        var id = register("stage", "COMPLETED", "stages", Map.of("COMPLETED", "2019-10-01"));

        project(id).body("missing", containsInAnyOrder("agreement", "investment"));
    }
}
