package org.investmentpipeline.list;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.department;
import static org.investmentpipeline.support.Fixtures.draft;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.delete;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.names;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.investmentpipeline.support.Json;
import org.investmentpipeline.support.Users;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("database")
class MembershipIT {
    private static final String LISTS = "/api/v1/project-lists";

    @Inject
    Clock clock;

    private String today() {
        return LocalDate.now(clock).toString();
    }

    /** The example E3 of the rules: what is learned later changes no answer of before. */
    @Test
    void stocksAndBridgesOfAListFollowItsMembersOnBothClocks() {
        var top = newList(null);
        var p1 = brokeGround("100000000", "2022-05-10");
        var p2 = brokeGround("200000000", "2022-11-01");
        move(p2, "to", "COMPLETED", "on", "2023-03-15").statusCode(201);
        var p3 = brokeGround("400000000", "2023-02-01");
        var p4 = brokeGround("800000000", "2021-06-01");
        change(top, "2023-02-10", List.of(p1, p2, p3), null).statusCode(200).body("joined", hasSize(3));
        change(top, "2023-05-01", null, List.of(p2)).statusCode(200).body("left", hasSize(1));
        change(top, "2023-06-15", List.of(p2), null).statusCode(200);
        change(top, "2023-06-30", null, List.of(p3)).statusCode(200);
        var before = knownAt();

        assertEquals("3 700000000", stock(top, "2023-04-30", before));
        assertEquals("2 500000000", stock(top, "2023-05-31", before));
        assertEquals("3 700000000", stock(top, "2023-06-29", before));
        assertEquals("2 300000000", stock(top, "2023-06-30", before));

        change(top, "2023-06-01", List.of(p4), null).statusCode(200);
        var after = knownAt();

        assertEquals("3 1300000000", stock(top, "2023-06-14", after));
        assertEquals("3 1100000000", stock(top, "2023-06-30", after));
        assertEquals("2 300000000", stock(top, "2023-06-30", before));
        assertEquals("2 500000000, left 1 400000000, 1 100000000", bridge(top, before));
        assertEquals("2 500000000, left 1 400000000, 2 900000000", bridge(top, after));
    }

    @Test
    void theMembersOfADayAreListedWithTheirSpansAndTheFreePlaces() {
        var top = newList(3);
        var one = register("name", "一号");
        var two = register("name", "二号");
        var today = today();
        change(top, today, List.of(one, two), null).statusCode(200);

        given().queryParam("limit", 1)
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
                .body("next", nullValue());
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
    void threeContactsAreALeaderAnOfficerAndADepartment() {
        var zone = zone();
        var department = department();
        register("name", "三级", "zone", zone, "leader", "王", "officer", "李", "department", department);
        register("name", "两级", "zone", zone, "leader", "王", "officer", "李");
        register("name", "无", "zone", zone);

        assertEquals(List.of("三级"), names("contacts=true&zone=" + zone));
        assertEquals(List.of("两级", "无"), names("contacts=false&sort=id&zone=" + zone));
        given().queryParam("contacts", "false")
                .queryParam("zone", zone)
                .get("/api/v1/totals")
                .then()
                .body("total.count", equalTo(2));
    }

    @Test
    void aSwapNeverExceedsTheSize() {
        var top = newList(2);
        var one = register();
        var two = register();
        var three = register();
        var today = today();
        change(top, today, List.of(one, two), null).statusCode(200);

        change(top, today, List.of(three), null)
                .statusCode(422)
                .body("violations[0].field", equalTo("join"))
                .body("violations[0].message", containsString("3 projects on " + today));
        change(top, today, List.of(three), List.of(one)).statusCode(200);
        assertEquals(List.of(two, three), ids(top));
    }

    @Test
    void aListThatIsTooFullTakesNobodyBack() {
        var top = newList(null);
        var one = register("stages", Map.of("UNDER_NEGOTIATION", "2023-01-01"));
        var two = register("stages", Map.of("UNDER_NEGOTIATION", "2023-01-01"));
        change(top, "2023-01-01", List.of(one, two), null).statusCode(200);
        var change = draft(top);
        change.remove("code");
        change.putAll(Map.of("size", 1, "active", true));
        json(change)
                .header("If-Match", "*")
                .put(LISTS + "/" + top)
                .then()
                .statusCode(200)
                .body("size", equalTo(1));
        change(top, "2023-02-01", null, List.of(one)).statusCode(200);

        change(top, "2023-02-01", List.of(one), null)
                .statusCode(422)
                .body("violations[0].message", containsString("2 projects on 2023-02-01"));
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
    void aFaultyChangeChangesNothing() {
        var top = newList(null);
        var one = register();

        change(top, today(), List.of(one), List.of(999_999_999L))
                .statusCode(422)
                .body("violations[0].field", equalTo("leave[0]"));
        change(top, "2001-01-01", List.of(one), null).statusCode(422).body("violations[0].field", equalTo("join[0]"));
        change(top, today(), List.of(one), List.of(one))
                .statusCode(422)
                .body("violations[0].field", equalTo("leave[0]"));
        change(top, today(), List.of(one, one), null).statusCode(422).body("violations[0].field", equalTo("join[1]"));
        change(top, today(), null, null).statusCode(422);
        change("none-" + top, today(), List.of(one), null).statusCode(404);
        assertEquals(List.of(), ids(top));
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
    void aCorrectionStatesAllSpansAnew() {
        var top = newList(null);
        var one = register("stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"));
        change(top, "2023-02-10", List.of(one), null).statusCode(200);
        var before = knownAt();

        var spans = List.of(object("from", "2023-03-01", "to", "2023-04-01"), object("from", "2023-05-01", "to", null));
        json(Map.of("spans", spans))
                .put(LISTS + "/" + top + "/members/" + one + "/spans")
                .then()
                .statusCode(200)
                .body("spans", hasSize(2))
                .body("spans[1].to", nullValue());

        given().get(LISTS + "/" + top + "/members/" + one + "/spans")
                .then()
                .body("spans[0].from", equalTo("2023-03-01"));
        assertEquals("0 0", stock(top, "2023-04-15", knownAt()));
        assertEquals("1 0", stock(top, "2023-04-15", before));
    }

    @Test
    void aUserOfOtherZonesNeitherSeesNorChangesAMember() {
        var own = zone();
        var other = zone();
        var manager = Users.bearer(Users.user(List.of("MANAGER"), own));
        var top = newList(5);
        var mine = register("name", "本区", "zone", own);
        var theirs = register("name", "外区", "zone", other);
        change(top, today(), List.of(mine, theirs), null).statusCode(200);

        given().header("Authorization", manager)
                .get(LISTS + "/" + top + "/members")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items.name", equalTo(List.of("本区")));
        given().header("Authorization", manager)
                .get(LISTS + "/" + top + "/places")
                .then()
                .body("taken", equalTo(2))
                .body("vacant", equalTo(3));
        json(object("on", today(), "leave", List.of(theirs)))
                .header("Authorization", manager)
                .post(LISTS + "/" + top + "/changes")
                .then()
                .statusCode(422)
                .body("violations[0].message", equalTo("there is no project " + theirs));
    }

    @Test
    void aListThatWasUsedStaysAndSoDoItsMembers() {
        var top = newList(null);
        var one = register();
        change(top, today(), List.of(one), null).statusCode(200);

        given().header("If-Match", "*").delete(LISTS + "/" + top).then().statusCode(409);
        delete(one).statusCode(409).body("type", equalTo("/problems/in-use"));
        json(Map.of("spans", List.of()))
                .put(LISTS + "/" + top + "/members/" + one + "/spans")
                .then()
                .statusCode(200);
        delete(one).statusCode(204);
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

    @ParameterizedTest(name = "{0} may {1} {2}: {3}")
    @CsvSource({
        "VIEWER, GET, /members, 200",
        "VIEWER, POST, /changes, 403",
        "OFFICER, POST, /changes, 422",
        "OFFICER, PUT, /members/1/spans, 403",
        "MANAGER, PUT, /members/999999999/spans, 404",
        "OFFICER, DELETE, '', 403"
    })
    void eachRoleMayDoItsPart(String role, String method, String path, int status) {
        var bearer = Users.bearer(Users.user(List.of(role)));
        var body = method.equals("PUT") ? Map.of("spans", List.of()) : Map.of("on", today());

        var request = method.equals("POST") || method.equals("PUT") ? json(body) : given();

        request.header("Authorization", bearer)
                .header("If-Match", "*")
                .request(method, LISTS + "/" + newList(null) + path)
                .then()
                .statusCode(status);
    }

    private static String newList(@Nullable Integer size) {
        var code = code("list");
        var draft = draft(code);
        if (size != null) {
            draft.put("size", size);
        }
        draft.put("issuer", "省发展改革委");
        json(draft).post(LISTS).then().statusCode(201).body("issuer", equalTo("省发展改革委"));
        return code;
    }

    private static long brokeGround(String amount, String on) {
        return register(
                "stage",
                "GROUNDBREAKING",
                "stages",
                Map.of("GROUNDBREAKING", on),
                "investment",
                cny(amount),
                "agreement",
                "FORMAL");
    }

    private static ValidatableResponse change(
            String list, String on, @Nullable List<Long> join, @Nullable List<Long> leave) {
        var body = object("on", on);
        if (join != null) {
            body.put("join", join);
        }
        if (leave != null) {
            body.put("leave", leave);
        }
        return json(body).post(LISTS + "/" + list + "/changes").then();
    }

    private static List<Long> ids(String list) {
        return given().get(LISTS + "/" + list + "/members").jsonPath().getList("items.project", Long.class);
    }

    /** The stock under construction at the beginning of June 2023, the projects that then left the list, and the stock at the end. */
    private static String bridge(String list, String knownAt) {
        var rows = Json.of(given().queryParam("list", list)
                        .queryParam("period", "2023-06")
                        .queryParam("asOf", "2023-06-30")
                        .queryParam("knownAt", knownAt)
                        .get("/api/v1/bridge")
                        .then()
                        .statusCode(200)
                        .extract())
                .path("rows");
        var row = StreamSupport.stream(rows.spliterator(), false)
                .filter(each -> each.path("stage").asText().equals("GROUNDBREAKING"))
                .findFirst()
                .orElseThrow();
        assertEquals("reclassified", row.at("/causes/left/0/cause").asText());
        return text(row.path("opening")) + ", left " + text(row.path("left")) + ", " + text(row.path("closing"));
    }

    private static String text(JsonNode total) {
        return total.path("count").asInt() + " " + total.path("investment").asText();
    }

    private static String stock(String list, String asOf, String knownAt) {
        var total = Json.of(given().queryParam("list", list)
                        .queryParam("asOf", asOf)
                        .queryParam("knownAt", knownAt)
                        .get("/api/v1/totals")
                        .then()
                        .statusCode(200)
                        .extract())
                .path("total");
        return text(total);
    }
}
