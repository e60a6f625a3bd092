package org.investmentpipeline.list;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.list.MemberRequests.LISTS;
import static org.investmentpipeline.list.MemberRequests.change;
import static org.investmentpipeline.list.MemberRequests.newList;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.names;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.investmentpipeline.support.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Projects on lists, day by day, in pages, figures, history and the audit trail. */
@QuarkusTest
@Tag("database")
class MembershipIT {
    @Inject
    Clock clock;

    private String today() {
        return LocalDate.now(clock).toString();
    }

    @Test
    void theMembersOfADayAreListedWithTheirSpansAndTheFreePlaces() {
        var top = newList(3);
        var one = register("name", "一号");
        var two = register("name", "二号");
        var today = today();
        change(top, today, List.of(one, two), null).statusCode(200);

        given().queryParam("limit", 1)
                .queryParam("count", true)
                .get(LISTS + "/" + top + "/members")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("一号"))
                .body("items[0].from", equalTo(today))
                .body("items[0].to", nullValue());
        given().get(LISTS + "/" + top + "/places")
                .then()
                .statusCode(200)
                .body("size", equalTo(3))
                .body("taken", equalTo(2))
                .body("vacant", equalTo(1));
        var next = given().queryParam("limit", 1)
                .get(LISTS + "/" + top + "/members")
                .jsonPath()
                .getString("next");
        given().queryParam("cursor", next)
                .get(LISTS + "/" + top + "/members")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("二号")))
                .body("next", nullValue())
                .body("$", not(hasKey("total")));
        project(one).body("lists", equalTo(List.of(top)));
        assertEquals(List.of("一号", "二号"), names("list=" + top + "&sort=id"));
        list("list=" + top + "&count=true").body("total", equalTo(2)).body("items[0].lists", hasItem(top));
    }

    @Test
    void projectsOnNoListAreUnknown() {
        var zone = zone();
        var top = newList(null);
        var on = register("name", "在清单", "zone", zone);
        register("name", "不在清单", "zone", zone);
        change(top, today(), List.of(on), null).statusCode(200);

        assertEquals(List.of("不在清单"), names("list=unknown&zone=" + zone));
        assertEquals(2, names("list=unknown&list=" + top + "&zone=" + zone).size());
        given().queryParam("list", "none")
                .get("/api/v1/totals")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("list"));
    }

    @Test
    void aLargeChangeFitsTheAuditTrail() {
        var top = newList(null);
        var drafts = Stream.generate(() -> Map.of("name", "批量项目")).limit(700).toList();
        var projects = new ArrayList<Long>();
        Json.of(json(Map.of("projects", drafts))
                        .post("/api/v1/projects/batch")
                        .then()
                        .statusCode(201)
                        .extract())
                .path("projects")
                .forEach(item -> projects.add(item.path("id").asLong()));

        change(top, today(), projects, null).statusCode(200).body("joined", hasSize(700));

        given().queryParam("kind", "PROJECT_LIST")
                .queryParam("subject", top)
                .queryParam("action", "MEMBERS_CHANGED")
                .get("/api/v1/audit")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void whatIsKnownAlreadyChangesNothing() {
        var top = newList(null);
        var one = register();
        var today = today();
        change(top, today, List.of(one), null).statusCode(200);
        var known = knownAt();

        change(top, today, List.of(one), null)
                .statusCode(200)
                .body("joined", hasSize(0))
                .body("unchanged[0]", equalTo((int) one));

        assertEquals(known, knownAt());
    }

    @Test
    void theAuditTrailHasTheListAndEachProject() {
        var top = newList(null);
        var one = register();
        var today = today();
        change(top, today, List.of(one), null).statusCode(200);

        given().queryParam("kind", "PROJECT_LIST")
                .queryParam("subject", top)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("MEMBERS_CHANGED"));
        given().get("/api/v1/projects/" + one + "/history")
                .then()
                .body("items[0].kind", equalTo("AMENDED"))
                .body("items[0].values[0].field", equalTo("lists." + top))
                .body("items[0].values[0].after", equalTo(today + ".."));
    }
}
