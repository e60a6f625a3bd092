package org.investmentpipeline.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.investmentpipeline.support.Users.PASSWORD;
import static org.investmentpipeline.support.Users.TOKENS;
import static org.investmentpipeline.support.Users.bearer;
import static org.investmentpipeline.support.Users.by;
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
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.SignedIn;
import org.junit.jupiter.api.Test;

/** How long tokens last, how many there are, and what caches keep of what they open. */
@QuarkusTest
class TokenBoundsIT {
    private static final List<String> VIEWER = List.of("VIEWER");
    private static final int MOST = 50;

    @Inject
    EntityManager entities;

    @Test
    void aTokenLastsAWorkingDayUnlessMoreIsAskedFor() {
        var username = user(VIEWER);
        bearer(username);

        var usual =
                signIn(username, Map.of("name", "x")).statusCode(201).extract().<String>path("expiresAt");
        var longest = signIn(username, Map.of("name", "x", "expiresIn", "P366D"))
                .statusCode(201)
                .extract()
                .<String>path("expiresAt");

        assertEquals(12 * 60, minutesTo(usual), 2);
        assertEquals(366 * 24 * 60, minutesTo(longest), 2);
    }

    private static long minutesTo(String moment) {
        return Duration.between(Instant.now(), Instant.parse(moment)).toMinutes();
    }

    @Test
    void aTokenThatWasNotUsedForWeeksEnds() {
        var username = user(VIEWER);
        bearer(username);
        var token = signIn(username, Map.of("name", "monthly", "expiresIn", "P366D"))
                .statusCode(201)
                .extract()
                .jsonPath();
        var bearer = "Bearer " + token.getString("token");

        by(bearer).get(TOKENS).then().statusCode(200).body("items[0].lastUsedAt", notNullValue());
        lastUsed(token.getLong("id"), Duration.ofDays(34));
        by(bearer).get("/api/v1/me").then().statusCode(200);
        lastUsed(token.getLong("id"), Duration.ofDays(36));

        by(bearer).get("/api/v1/me").then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
    }

    private void lastUsed(long id, Duration ago) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update token set last_used_at = :at where id = :id")
                        .setParameter("at", Instant.now().minus(ago))
                        .setParameter("id", id)
                        .executeUpdate());
    }

    @Test
    void aUserHasSoManyTokensAndNoMore() {
        var username = user(VIEWER);
        var first = bearer(username);
        var id = by(first).get(TOKENS).then().extract().<Integer>path("items[0].id");
        for (var i = 1; i < MOST; i++) {
            signIn(username, Map.of("name", "script")).statusCode(201);
        }

        signIn(username, Map.of("name", "one more"))
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-tokens"))
                .body("detail", containsString("50"));

        given().delete(TOKENS + "/" + id).then().statusCode(204);
        signIn(username, Map.of("name", "one more")).statusCode(201);
        signIn(username, Map.of("name", "one too many")).statusCode(409);
        signIn(username, Map.of("name", "all others end", "newPassword", "a new password"))
                .statusCode(201);
    }

    @Test
    void noCacheKeepsWhatATokenOpensAndAClientStillAsksWhetherItChanged() {
        for (var path : List.of("/api/v1/totals?by=stage", "/api/v1/projects?asOf=2023-06-30", "/api/v1/zones")) {
            given().get(path).then().statusCode(200).header("Cache-Control", "no-store");
        }
        var pinned = "/api/v1/totals?by=stage&asOf=2023-06-30&knownAt=2023-07-01T00:00:00Z";
        var tag = given().get(pinned).then().statusCode(200).extract().header("ETag");

        var unchanged = given().header("If-None-Match", tag).get(pinned);

        unchanged.then().statusCode(304).header("Cache-Control", "no-store").header("ETag", tag);
        assertTrue(unchanged.asString().isEmpty());
        given().get("/api/v1/nothing").then().statusCode(404).header("Cache-Control", "no-store");
    }

    private static ValidatableResponse signIn(String username, Map<String, ?> draft) {
        return by(SignedIn.basic(username, PASSWORD))
                .contentType(ContentType.JSON)
                .body(draft)
                .post(TOKENS)
                .then();
    }
}
