package org.investmentpipeline.security.sso;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.security.sso.Guests.EC;
import static org.investmentpipeline.security.sso.Guests.ME;
import static org.investmentpipeline.security.sso.Guests.RSA;
import static org.investmentpipeline.security.sso.Guests.accepted;
import static org.investmentpipeline.security.sso.Guests.bearer;
import static org.investmentpipeline.security.sso.Guests.person;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.period.AdvancedClock;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes by the bureau's own sign-on: what they may do, and how they are told apart. */
@QuarkusTest
@TestProfile(SsoProfile.class)
class SsoIT extends SsoSuite {
    private static final String AUDIT = "/api/v1/audit";

    @Test
    void rolesAndZonesAreThoseOfTheToken() {
        var zone = Fixtures.zone();
        var name = Fixtures.code("王丽");

        by(bearer(name, List.of("招商专员", "offline_access", "admin"), zone, Fixtures.code("nowhere")))
                .get(ME)
                .then()
                .statusCode(200)
                .body("username", equalTo("bureau:" + name))
                .body("roles", equalTo(List.of("OFFICER")))
                .body("zones", equalTo(List.of(zone)))
                .body("active", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256"})
    void eachWayToSignWithAKeyOfTwoHalvesIsTaken(String algorithm) {
        var key = algorithm.startsWith("ES") ? EC : RSA;
        var token =
                BureauIssuer.token(key, algorithm, person(Fixtures.code("signs"), List.of("VIEWER"), Fixtures.zone()));

        by(bearer(token)).get("/api/v1/sectors").then().statusCode(200);
    }

    @Test
    void aSignedOnAdminIsNotTheAdminOfTheService() {
        var zone = Fixtures.zone();
        var bearer = bearer("admin", List.of("OFFICER"), zone);

        by(bearer).get("/api/v1/users").then().statusCode(403);
        by(bearer).get(Users.TOKENS).then().statusCode(200).body("items", hasSize(0));
        by(bearer)
                .contentType(ContentType.JSON)
                .body(Map.of("password", "a long sentence", "current", SignedIn.PASSWORD))
                .put("/api/v1/users/admin/password")
                .then()
                .statusCode(403);
        var id = by(bearer)
                .contentType(ContentType.JSON)
                .body(Projects.draft("zone", zone))
                .post(Projects.PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");

        given().get(Projects.PATH + "/" + id + "/history")
                .then()
                .body("items.by.username", everyItem(equalTo("bureau:admin")))
                .body("items.by.token", everyItem(nullValue()));
        given().get(AUDIT + "?username=admin&kind=PROJECT&subject=" + id).then().body("items", hasSize(0));
    }

    @Test
    void whoSignsOnElsewhereHasNoPasswordAndNoTokensHere() {
        var name = Fixtures.code("guest");
        var bearer = bearer(name, List.of("ADMIN"));

        by(bearer)
                .contentType(ContentType.JSON)
                .body(Map.of("password", "a long sentence"))
                .put("/api/v1/users/bureau:" + name + "/password")
                .then()
                .statusCode(403)
                .body("detail", equalTo("Your password is managed by the bureau's single sign-on."));
        by(bearer)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "mine"))
                .post(Users.TOKENS)
                .then()
                .statusCode(401);
        Fixtures.json(Users.draft("bureau:" + name, List.of("VIEWER")))
                .post("/api/v1/users")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("username"));
    }

    @Test
    void aKeyOfARequestIsThePersonsOwn() {
        var zone = Fixtures.zone();
        var name = Fixtures.code("repeats");
        var key = Fixtures.code("key");
        var body = Projects.draft("zone", zone, "name", name);
        var first = posted(bearer(name, List.of("OFFICER"), zone), key, body).statusCode(201);
        var id = first.extract().jsonPath().getLong("id");

        posted(bearer(name, List.of("OFFICER"), zone), key, body)
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo((int) id));
        var other = posted(bearer(Fixtures.code("repeats"), List.of("OFFICER"), zone), key, body)
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue());
        assertTrue(other.extract().jsonPath().getLong("id") > id);
    }

    private static ValidatableResponse posted(String bearer, String key, Object body) {
        return by(bearer)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(Projects.PATH)
                .then();
    }

    @Test
    void keysMayChangeAndTheIssuerMayBeDown() {
        var next = BureauIssuer.rsa(Fixtures.code("next"));
        var old = bearer(Fixtures.code("old"), List.of("ADMIN"));
        by(old).get(ME).then().statusCode(200);
        try {
            issuer.tells(next);
            accepted(next);
            by(old).get(ME).then().statusCode(401);

            issuer.tells(503, "");
            by(bearer(BureauIssuer.token(next, person("stays", List.of("VIEWER")))))
                    .get(ME)
                    .then()
                    .statusCode(200);
            unavailable();
            given().get("/q/health/ready").then().statusCode(200);
            given().get(ME).then().statusCode(200);
        } finally {
            issuer.tells(RSA, EC);
            accepted(EC);
        }
    }

    /** A token with an unknown key is refused until the issuer is asked again, whose silence leaves the question open. */
    private static void unavailable() {
        var bearer = bearer(BureauIssuer.token(BureauIssuer.rsa("unknown"), person("x", List.of("ADMIN"))));
        by(bearer).get(ME).then().statusCode(401);
        AdvancedClock.advance(JwksCache.PAUSE);
        by(bearer)
                .get(ME)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("10"))
                .body("type", equalTo("/problems/unavailable"));
    }
}
