package org.investmentpipeline.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Users.PASSWORD;
import static org.investmentpipeline.support.Users.TOKENS;
import static org.investmentpipeline.support.Users.bearer;
import static org.investmentpipeline.support.Users.by;
import static org.investmentpipeline.support.Users.settled;
import static org.investmentpipeline.support.Users.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords give tokens, tokens open the doors, and neither is had by guessing. */
@QuarkusTest
class SignInIT {
    @Inject
    EntityManager entities;

    @Test
    void aPasswordGivesATokenThatIsShownOnce() {
        var username = settled(List.of("VIEWER"));

        var issued = signIn(username, PASSWORD, Map.of("name", "周报", "expiresIn", "PT8H"))
                .statusCode(201)
                .header("Location", matchesPattern("/api/v1/tokens/\\d+"))
                .header("Cache-Control", "no-store")
                .body("name", equalTo("周报"))
                .body("token", matchesPattern("pipeline_[A-Za-z0-9_-]{43}"))
                .extract()
                .jsonPath();

        var left = Duration.between(Instant.now(), Instant.parse(issued.getString("expiresAt")));
        assertTrue(left.toMinutes() >= 7 * 60 + 58 && left.toHours() <= 8, left.toString());
        var bearer = "Bearer " + issued.getString("token");
        by(bearer)
                .get(TOKENS)
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo("周报"))
                .body("items[0].lastUsedAt", notNullValue())
                .body("items.token", everyItem(nullValue()));
        by(bearer).get("/api/v1/me").then().statusCode(200).body("username", equalTo(username));
    }

    @Test
    void aTokenMayBeNarrowedToARoleThatItsUserHas() {
        var username = settled(List.of("MANAGER"));

        var token = signIn(username, PASSWORD, Map.of("name", "report", "role", "VIEWER"))
                .statusCode(201)
                .extract()
                .<String>path("token");

        by("Bearer " + token).get("/api/v1/projects").then().statusCode(200);
        by("Bearer " + token)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"项目\"}")
                .post("/api/v1/projects")
                .then()
                .statusCode(403);
        signIn(username, PASSWORD, Map.of("name", "more", "role", "ADMIN"))
                .statusCode(422)
                .body("violations[0].field", equalTo("role"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "P367D", "PT-1S", "PT0S", "P1Y", "forever", "PT99999999999999999999H"})
    void aTokenHoldsForASpanOfUpToAYear(String expiresIn) {
        signIn(settled(List.of("VIEWER")), PASSWORD, Map.of("name", "x", "expiresIn", expiresIn))
                .statusCode(422)
                .body("violations[0].field", equalTo("expiresIn"));
    }

    @Test
    void aTokenThatRanOutOpensNothing() throws Exception {
        var token = signIn(settled(List.of("VIEWER")), PASSWORD, Map.of("name", "short", "expiresIn", "PT0.2S"))
                .statusCode(201)
                .extract()
                .jsonPath();
        var end = Instant.parse(token.getString("expiresAt"));
        Eventually.within(
                Duration.ofSeconds(5), "it ran out", () -> !Instant.now().isBefore(end));

        by("Bearer " + token.getString("token")).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void aRevokedTokenOpensNothing() {
        var username = user(List.of("VIEWER"));
        var first = bearer(username);
        var second = bearer(username);
        var id = by(second).get(TOKENS).then().extract().<Integer>path("items[1].id");

        by(second).delete(TOKENS + "/" + id).then().statusCode(204);

        by(first).get("/api/v1/me").then().statusCode(401);
        by(second).get("/api/v1/me").then().statusCode(200);
        by(second).delete(TOKENS + "/" + id).then().statusCode(204);
    }

    @Test
    void anothersTokenIsNotThereUnlessOneKeepsTheUsers() {
        var owner = user(List.of("VIEWER"));
        var bearer = bearer(owner);
        var id = by(bearer).get(TOKENS).then().extract().<Integer>path("items[0].id");

        by(bearer(user(List.of("MANAGER", "AUDITOR"))))
                .delete(TOKENS + "/" + id)
                .then()
                .statusCode(404);
        by(bearer).get("/api/v1/me").then().statusCode(200);
        given().get("/api/v1/users/" + owner + "/tokens").then().body("items.id", equalTo(List.of(id)));
        given().delete(TOKENS + "/" + id).then().statusCode(204);

        by(bearer).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void guessingIsSlowedDownAndNobodyIsLockedOut() throws Exception {
        var username = settled(List.of("VIEWER"));
        for (var i = 0; i < 5; i++) {
            signIn(username, "wrong", Map.of("name", "x"))
                    .statusCode(401)
                    .body("type", equalTo("/problems/unauthenticated"));
        }

        signIn(username, PASSWORD, Map.of("name", "too soon"))
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("type", equalTo("/problems/too-many-requests"));

        Eventually.first(
                        Duration.ofSeconds(30),
                        "the pause is over",
                        () -> signIn(username, PASSWORD, Map.of("name", "later")),
                        later -> later.extract().statusCode() != 429)
                .statusCode(201);
        signIn(username, PASSWORD, Map.of("name", "free again")).statusCode(201);
    }

    @Test
    void wrongTriesForUnknownNamesDoNotSlowTheOfficeBehindTheirAddress() {
        var username = settled(List.of("VIEWER"));
        var newcomer = user(List.of("VIEWER"));

        var guesses = IntStream.range(0, 25)
                .map(i -> signIn(Fixtures.code("nobody"), "wrong", Map.of("name", "x"))
                        .extract()
                        .statusCode())
                .boxed()
                .toList();

        try {
            assertTrue(guesses.contains(429), guesses::toString);
            for (var i = 0; i < 3; i++) {
                signIn(username, PASSWORD, Map.of("name", "right")).statusCode(201);
            }
            var bearer = bearer(newcomer);
            password(bearer, newcomer, Map.of("password", "a new password", "current", PASSWORD))
                    .statusCode(204);
            assertEquals(
                    signIn(username, "wrong", Map.of("name", "x")).extract().statusCode(),
                    signIn(Fixtures.code("nobody"), "wrong", Map.of("name", "x"))
                            .extract()
                            .statusCode());
        } finally {
            forgetFailures();
        }
    }

    /** All tests come from one address, and none is to wait for another. */
    private void forgetFailures() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        entities.createNativeQuery("delete from login_failure").executeUpdate());
    }

    @Test
    void whoDoesNotExistIsRefusedLikeWhoDoes() {
        var known =
                signIn(settled(List.of("VIEWER")), "wrong", Map.of("name", "x")).statusCode(401);
        var unknown =
                signIn(Fixtures.code("nobody"), "wrong", Map.of("name", "x")).statusCode(401);

        assertEquals(
                unnamed(known.extract().asString()), unnamed(unknown.extract().asString()));
    }

    /** Without what the request is called, which no two are alike. */
    private static String unnamed(String problem) {
        return problem.replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void aSuspendedUserIsOutAtTheNextRequestAndCannotSignIn() {
        var username = user(List.of("OFFICER"));
        var bearer = bearer(username);

        replace(username, List.of("OFFICER"), false).statusCode(200);

        by(bearer).get("/api/v1/projects").then().statusCode(401);
        signIn(username, PASSWORD, Map.of("name", "x")).statusCode(401);
        replace(username, List.of("OFFICER"), true).statusCode(200);
        by(bearer).get("/api/v1/projects").then().statusCode(200);
    }

    @Test
    void aChangeOfRolesBitesAtTheNextRequest() {
        var username = user(List.of("VIEWER"));
        var bearer = bearer(username);
        by(bearer).get("/api/v1/audit").then().statusCode(403);

        replace(username, List.of("AUDITOR"), true).statusCode(200);

        by(bearer).get("/api/v1/audit").then().statusCode(200);
        by(bearer).get("/api/v1/projects").then().statusCode(403);
    }

    @Test
    void aNewPasswordEndsTheOtherTokens() {
        var username = user(List.of("VIEWER"));
        var used = bearer(username);
        var other = bearer(username);

        password(used, username, Map.of("password", "a new password", "current", "wrong"))
                .statusCode(422)
                .body("violations[0].field", equalTo("current"));
        password(used, username, Map.of("password", "short", "current", PASSWORD))
                .statusCode(422)
                .body("violations[0].field", equalTo("password"));
        by(other).get("/api/v1/me").then().statusCode(200);
        password(used, username, Map.of("password", "a new password", "current", PASSWORD))
                .statusCode(204);

        by(used).get("/api/v1/me").then().statusCode(200);
        by(other).get("/api/v1/me").then().statusCode(401);
        signIn(username, PASSWORD, Map.of("name", "x")).statusCode(401);
        signIn(username, "a new password", Map.of("name", "x")).statusCode(201);
        password(used, "admin", Map.of("password", "a new password")).statusCode(403);
        given().get("/api/v1/users/" + username + "/tokens").then().body("items.name", not(hasItem("other")));
    }

    private static ValidatableResponse signIn(String username, String password, Map<String, ?> draft) {
        return by(SignedIn.basic(username, password))
                .contentType(ContentType.JSON)
                .body(draft)
                .post(TOKENS)
                .then();
    }

    private static ValidatableResponse replace(String username, List<String> roles, boolean active) {
        var change = new HashMap<String, Object>(Map.of("roles", roles, "active", active));
        return json(change)
                .header("If-Match", "*")
                .put("/api/v1/users/" + username)
                .then();
    }

    private static ValidatableResponse password(String bearer, String username, Map<String, ?> draft) {
        return by(bearer)
                .contentType(ContentType.JSON)
                .body(draft)
                .put("/api/v1/users/" + username + "/password")
                .then();
    }
}
