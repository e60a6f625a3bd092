package org.investmentpipeline.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.Test;

/** Everything that is done stands in the audit trail, and by whom. */
@QuarkusTest
class AuditIT {
    private static final String AUDIT = "/api/v1/audit";

    @Test
    void whatWasDoneToAProjectIsTold() {
        var username = Users.user(List.of("MANAGER"));
        var bearer = Users.bearer(username);
        var token = by(bearer).get(Users.TOKENS).then().extract().<Integer>path("items[0].id");
        var id = by(bearer)
                .contentType(ContentType.JSON)
                .body(Projects.draft("agreement", null))
                .post(Projects.PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        by(bearer)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("key", true))
                .patch(Projects.PATH + "/" + id)
                .then()
                .statusCode(200);

        var trail = trail("kind=PROJECT&subject=" + id);

        trail.body("items.action", equalTo(List.of("AMENDED", "REGISTERED")))
                .body("items.sequence", equalTo(List.of(2, 1)))
                .body("items.by.username", everyItem(equalTo(username)))
                .body("items.by.token", everyItem(equalTo(token)))
                .body("items.by.address", everyItem(equalTo("127.0.0.1")))
                .body("items[0].changes[0].field", equalTo("key"))
                .body("items[0].changes[0].before", equalTo("false"))
                .body("items[0].changes[0].after", equalTo("true"));
        by(bearer)
                .get(Projects.PATH + "/" + id + "/history")
                .then()
                .body("items.by.username", everyItem(equalTo(username)))
                .body("items.by.token", everyItem(equalTo(token)));
    }

    @Test
    void anImportIsToldProjectByProject() {
        var code = Fixtures.code("P");
        Ledgers.send(Ledgers.csv("项目编号,项目名称", code + ",甲项目"), "asOf", "2023-06-30")
                .statusCode(200);
        var id = given().get(Projects.PATH + "?q=" + code).jsonPath().getLong("items[0].id");

        trail("kind=PROJECT&subject=" + id).body("items.action", equalTo(List.of("REGISTERED")));
    }

    @Test
    void whatWasDoneToACatalogueIsTold() {
        var zone = Fixtures.zone();
        json(Map.of("name", Map.of("zh", "新名"), "active", false))
                .header("If-Match", "*")
                .put("/api/v1/zones/" + zone)
                .then()
                .statusCode(200);
        given().header("If-Match", "*").delete("/api/v1/zones/" + zone).then().statusCode(204);

        trail("kind=ZONE&subject=" + zone)
                .body("items.action", equalTo(List.of("DELETED", "CHANGED", "CREATED")))
                .body("items[1].changes.find { it.field == 'name.zh' }.after", equalTo("新名"))
                .body("items[1].changes.find { it.field == 'active' }.before", equalTo("true"));
    }

    @Test
    void usersTokensAndRefusalsAreToldAndSecretsAreNot() {
        var username = Users.user(List.of("VIEWER"));
        var bearer = Users.bearer(username);
        by(SignedIn.basic(username, "a wrong secret"))
                .contentType(ContentType.JSON)
                .body("{\"name\":\"x\"}")
                .post(Users.TOKENS)
                .then()
                .statusCode(401);
        by(bearer).get(AUDIT).then().statusCode(403);
        json(Map.of("password", "another secret")).put(Users.PATH + "/" + username + "/password");

        var trail = trail("kind=USER&subject=" + username);

        trail.body(
                        "items.action",
                        equalTo(List.of(
                                "PASSWORD_CHANGED",
                                "REFUSED",
                                "SIGN_IN_REFUSED",
                                "SIGNED_IN",
                                "PASSWORD_CHANGED",
                                "CREATED")))
                .body("items[4].by.username", equalTo(username))
                .body("items[1].note", equalTo("GET /api/v1/audit"));
        var text = trail.extract().asString();
        for (var secret : List.of(Users.PASSWORD, Users.INITIAL, "secret", bearer.substring(7), "$2a$", "$2y$")) {
            assertFalse(text.contains(secret), secret + " in " + text);
        }
    }

    @Test
    void whoNamesNobodyIsToldByAddressAndNotByTheName() {
        var typed = Fixtures.code("a-password-perhaps");
        by(SignedIn.basic(typed, "x"))
                .contentType(ContentType.JSON)
                .body("{\"name\":\"x\"}")
                .post(Users.TOKENS)
                .then()
                .statusCode(401);

        var text = trail("kind=ADDRESS&subject=127.0.0.1&limit=1")
                .body("items[0].action", equalTo("SIGN_IN_REFUSED"))
                .body("items[0].by.username", nullValue())
                .extract()
                .asString();
        assertFalse(text.contains(typed), text);
    }

    @Test
    void aRefusedChangeLeavesNothingInTheTrailOfItsSubject() {
        var id = Projects.register();
        Projects.move(id, "to", "SIGNED").statusCode(422);

        trail("kind=PROJECT&subject=" + id).body("items.size()", equalTo(1));
    }

    @Test
    void theTrailIsPagedFromTheLatestOn() {
        var sector = Fixtures.sector();
        var first = trail("limit=1&action=CREATED")
                .body("next", notNullValue())
                .extract()
                .jsonPath();
        var second = trail("limit=1&action=CREATED&cursor=" + first.getString("next"))
                .extract()
                .jsonPath();

        assertTrue(first.getLong("items[0].id") > second.getLong("items[0].id"));
        trail("kind=SECTOR&subject=" + sector + "&from=2100-01-01T00:00:00Z").body("items.size()", equalTo(0));
        trail("kind=SECTOR&subject=" + sector + "&before=2100-01-01T00:00:00Z").body("items.size()", equalTo(1));
        given().get(AUDIT + "?subject=" + sector).then().statusCode(400);
    }

    private static ValidatableResponse trail(String query) {
        return given().get(AUDIT + "?" + query).then().statusCode(200).body("items.hash", everyItem(notNullValue()));
    }
}
