package org.investmentpipeline.security;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.investmentpipeline.security.TwoZones.in;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.draft;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.Users;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user limited to zones changes nothing that stands, stood or would stand elsewhere. */
@QuarkusTest
class ZoneChangeIT {
    private String own = "";
    private String other = "";
    private String bearer = "";

    @BeforeEach
    void twoZones() {
        var zones = TwoZones.make();
        own = zones.own();
        other = zones.other();
        bearer = zones.bearer();
    }

    @Test
    void aProjectElsewhereDoesNotExist() {
        var id = in(other);
        var none = Projects.register("name", "没有片区");
        var move = by(bearer).contentType(ContentType.JSON).body("{\"to\":\"SIGNED\"}");
        for (var hidden : List.of(id, none)) {
            var path = PATH + "/" + hidden;
            by(bearer).get(path).then().statusCode(404);
            by(bearer).get(path + "/timeline").then().statusCode(404);
            by(bearer).get(path + "/history").then().statusCode(404);
            move.post(path + "/moves").then().statusCode(404);
            patch(hidden, "", Map.of("zone", own)).statusCode(404);
            by(bearer).header("If-Match", "*").delete(path).then().statusCode(404);
            by(bearer)
                    .queryParam("reason", "x")
                    .delete(path + "/moves/1")
                    .then()
                    .statusCode(404);
            by(bearer)
                    .contentType(ContentType.JSON)
                    .body("{\"status\":\"SUSPENDED\",\"reason\":\"x\"}")
                    .put(path + "/status")
                    .then()
                    .statusCode(404);
            Projects.project(hidden).body("version", equalTo(0));
        }
    }

    @Test
    void aProjectIsRegisteredWithinReachOnly() {
        registers(draft("zone", own)).statusCode(201);
        registers(draft("zone", other)).statusCode(403).body("violations[0].field", equalTo("zone"));
        registers(draft()).statusCode(403).body("violations[0].field", equalTo("zone"));
        by(bearer)
                .contentType(ContentType.JSON)
                .body(Map.of("projects", List.of(draft("zone", own), draft("zone", other))))
                .post(PATH + "/batch")
                .then()
                .statusCode(403)
                .body("violations[0].field", equalTo("projects[1].zone"));
        by(bearer).get(PATH + "?count=true").then().body("total", equalTo(1));
    }

    private ValidatableResponse registers(Map<String, ?> draft) {
        return by(bearer).contentType(ContentType.JSON).body(draft).post(PATH).then();
    }

    @Test
    void aProjectIsNotMovedBeyondReachNorIsItsPastThere() {
        var id = in(own, "stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"));
        var moved = in(other, "stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"));
        Projects.patchFrom("2023-06-01", moved, Map.of("zone", own)).statusCode(200);

        patch(id, "", Map.of("zone", other)).statusCode(403);
        patch(id, "", Projects.object("zone", null)).statusCode(403);
        patch(moved, "?effectiveOn=2023-03-01", Map.of("key", true)).statusCode(403);
        patch(moved, "?effectiveOn=2023-07-01", Map.of("key", true)).statusCode(200);
        by(bearer).header("If-Match", "*").delete(PATH + "/" + moved).then().statusCode(403);

        Projects.project(id).body("version", equalTo(0)).body("zone", equalTo(own));
        Projects.project(moved).body("version", equalTo(2)).body("key", equalTo(true));
    }

    private ValidatableResponse patch(long id, String query, Map<String, ? extends @Nullable Object> patch) {
        return by(bearer)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(PATH + "/" + id + query)
                .then();
    }

    @Test
    void aLedgerIsTakenOverWithinReachOnly() {
        var code = Fixtures.code("P");
        in(other, "name", "别处项目", "code", code);
        in(other, "name", "同名项目");
        var ledger = Ledgers.csv(
                "项目编号,项目名称,所属园区",
                Fixtures.code("P") + ",自己的项目," + own,
                Fixtures.code("P") + ",别区项目," + other,
                Fixtures.code("P") + ",无片区项目,",
                code + ",别处项目," + own,
                ",同名项目," + own);

        var report = by(bearer)
                .multiPart("file", "ledger.csv", ledger, "text/csv")
                .multiPart("onError", "skip")
                .post(Ledgers.PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(List.of(3, 4, 5), report.getList("errors.row"), report.prettify());
        assertEquals(List.of("所属园区", "所属园区", "项目编号"), report.getList("errors.column"));
        assertEquals(2, report.getInt("created"));
        by(bearer).get(PATH).then().body("items.name", hasItem("同名项目")).body("items.name", not(hasItem("别处项目")));
    }

    @Test
    void onlyWhoKeepsTheCataloguesAddsToThemByImport() {
        by(bearer)
                .multiPart("file", "ledger.csv", Ledgers.csv("项目名称", "项目"), "text/csv")
                .multiPart("createMissing", "true")
                .post(Ledgers.PATH)
                .then()
                .statusCode(403)
                .body("violations[0].field", equalTo("createMissing"));
    }

    @Test
    void aChangeOfZonesBitesAtTheNextRequest() {
        var username = Users.user(List.of("VIEWER"), own);
        var limited = Users.bearer(username);
        var id = in(other);
        by(limited).get(PATH + "/" + id).then().statusCode(404);

        Fixtures.json(Map.of("roles", List.of("VIEWER"), "zones", List.of(other), "active", true))
                .header("If-Match", "*")
                .put(Users.PATH + "/" + username)
                .then()
                .statusCode(200);

        by(limited).get(PATH + "/" + id).then().statusCode(200);
        assertTrue(by(limited).get("/api/v1/totals").then().extract().jsonPath().getInt("total.count") == 1);
    }
}
