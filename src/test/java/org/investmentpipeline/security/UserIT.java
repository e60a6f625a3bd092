package org.investmentpipeline.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Users.PATH;
import static org.investmentpipeline.support.Users.draft;
import static org.investmentpipeline.support.Users.user;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users are kept by who has the role for it. */
@QuarkusTest
class UserIT {

    @Test
    void aNewUserIsFoundWhereItsLocationSaysAndNeverShowsAPassword() {
        var zone = Fixtures.zone();
        var username = Fixtures.code("王丽");

        var location = json(draft(username, List.of("MANAGER", "VIEWER"), zone))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        var answer = given().urlEncodingEnabled(false).get(location).then().statusCode(200);
        answer.body("username", equalTo(username))
                .body("roles", equalTo(List.of("VIEWER", "MANAGER")))
                .body("zones", equalTo(List.of(zone)))
                .body("active", equalTo(true));
        assertFalse(
                answer.extract().asString().contains("assword"),
                answer.extract().asString());
    }

    @Test
    void aNameIsTakenOnce() {
        json(draft(user(List.of("VIEWER")), List.of("VIEWER")))
                .post(PATH)
                .then()
                .statusCode(409);
    }

    @Test
    void whatConcernsTheWholeBureauIsNotLimitedToZones() {
        for (var role : List.of("ADMIN", "AUDITOR")) {
            refused(draft(Fixtures.code("user"), List.of("VIEWER", role), Fixtures.zone()), "zones");
        }
    }

    @Test
    void aUserIsLimitedToZonesThatExistAndToOneAtLeast() {
        refused(draft(Fixtures.code("user"), List.of("VIEWER"), "nowhere"), "zones");
        var draft = draft(Fixtures.code("user"), List.of("VIEWER"));
        draft.put("zones", List.of());
        refused(draft, "zones");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:b", "-a", "a b", "a/b"})
    void aNameIsOneWord(String username) {
        refused(draft(username, List.of("VIEWER")), "username");
    }

    @Test
    void anUnboundedPasswordIsRefused() {
        for (var password : List.of("一二三四五六七", "x".repeat(129), "密".repeat(129))) {
            var draft = draft(Fixtures.code("user"), List.of("VIEWER"));
            draft.put("password", password);
            refused(draft, "password");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Li.Wei, li.wei",
        "zhou, ZHOU",
        "chen.a, сhen.а",
        "sun, ｓｕｎ",
        "root1, rootl",
        "mao, rnao",
        "straße, STRASSE",
    })
    void namesThatLookAlikeAreOne(String first, String second) {
        var code = Fixtures.code("-").substring(1);
        json(draft(first + code, List.of("VIEWER"))).post(PATH).then().statusCode(201);

        json(draft(second + code, List.of("VIEWER")))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/duplicate"))
                .body("detail", containsString(first + code));
    }

    @Test
    void namesThatDifferAreTwo() {
        var code = Fixtures.code("-").substring(1);
        for (var name : List.of("王丽", "王莉", "wang.li", "wangli", "wang_li")) {
            json(draft(name + code, List.of("VIEWER"))).post(PATH).then().statusCode(201);
        }
    }

    @Test
    void aRoleIsGivenOnceAndThereIsOne() {
        refused(draft(Fixtures.code("user"), List.of("VIEWER", "VIEWER")), "roles");
        refused(draft(Fixtures.code("user"), List.of()), "roles");
    }

    private static void refused(Map<String, Object> draft, String field) {
        json(draft).post(PATH).then().statusCode(422).body("violations[0].field", equalTo(field));
    }

    @Test
    void aChangeRaisesTheVersionByOne() {
        var username = user(List.of("VIEWER"));
        var retired = Map.of("roles", List.of("OFFICER"), "active", false);

        json(retired)
                .header("If-Match", "\"0\"")
                .put(PATH + "/" + username)
                .then()
                .statusCode(200);

        given().get(PATH + "/" + username).then().header("ETag", "\"1\"");
    }

    @Test
    void aUserIsReplacedAsItWasRead() {
        var zone = Fixtures.zone();
        var username = user(List.of("VIEWER"));
        var tag = given().get(PATH + "/" + username).then().extract().header("ETag");

        var changed = change(username, tag, List.of("OFFICER"), List.of(zone))
                .statusCode(200)
                .body("zones", equalTo(List.of(zone)))
                .extract()
                .header("ETag");

        change(username, tag, List.of("VIEWER"), null).statusCode(412);
        change(username, null, List.of("VIEWER"), null).statusCode(428);
        change(username, changed, List.of("OFFICER"), List.of(zone))
                .statusCode(200)
                .header("ETag", changed);
        change(username, changed, List.of("OFFICER"), null).statusCode(200).body("zones", nullValue());
    }

    @Test
    void aZoneOfAUserIsNotDeleted() {
        var zone = Fixtures.zone();
        user(List.of("VIEWER"), zone);

        given().header("If-Match", "*").delete("/api/v1/zones/" + zone).then().statusCode(409);
    }

    @Test
    void theLastWhoKeepsTheUsersStays() {
        given().get(PATH + "?limit=500").jsonPath().<Map<String, ?>>getList("items").stream()
                .filter(user ->
                        String.valueOf(user.get("roles")).contains("ADMIN") && !"admin".equals(user.get("username")))
                .forEach(user -> change(String.valueOf(user.get("username")), "*", List.of("VIEWER"), null)
                        .statusCode(200));

        change("admin", "*", List.of("VIEWER"), null).statusCode(409).body("type", equalTo("/problems/conflict"));

        given().get("/api/v1/me").then().statusCode(200).body("roles.size()", equalTo(5));
    }

    @Test
    void usersArePagedByName() {
        var first = user(List.of("VIEWER"));

        var page = given().queryParam("limit", 1)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var rest = given().queryParam("limit", 500)
                .queryParam("cursor", page.getString("next"))
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertTrue(page.getString("items[0].username").compareTo(rest.getString("items[0].username")) < 0);
        assertTrue(rest.getList("items.username").contains(first));
    }

    private static ValidatableResponse change(
            String username, @Nullable String ifMatch, List<String> roles, @Nullable List<String> zones) {
        var change = new HashMap<String, @Nullable Object>(Map.of("roles", roles, "active", true));
        change.put("zones", zones);
        var request = json(change);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(PATH + "/" + username)
                .then();
    }
}
