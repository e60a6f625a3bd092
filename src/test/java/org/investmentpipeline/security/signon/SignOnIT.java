package org.investmentpipeline.security.signon;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.BureauIssuer.claims;
import static org.investmentpipeline.support.BureauIssuer.roles;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.Given;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Users;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes by the bureau's own sign-on: what they may do, how far they reach, and how they are told apart. */
@QuarkusTest
@TestProfile(SignOnProfile.class)
class SignOnIT {
    private static final String ME = "/api/v1/me";
    private static final String AUDIT = "/api/v1/audit";
    private static final PublicJsonWebKey RSA = BureauIssuer.rsa(Given.code("rsa"));
    private static final PublicJsonWebKey EC = BureauIssuer.ec(Given.code("ec"));
    private static BureauIssuer issuer;

    @BeforeAll
    static void start() {
        issuer = new BureauIssuer(SignOnProfile.port()).tells(RSA, EC);
    }

    @BeforeEach
    void isHeard() {
        accepted(EC);
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    /** Waits until the service, which has been asked for other keys a moment ago perhaps, knows one. */
    private static void accepted(PublicJsonWebKey key) {
        var bearer = bearer(BureauIssuer.token(key, person("waits", List.of("VIEWER"))));
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (by(bearer).get(ME).statusCode() != 200) {
            assertTrue(System.nanoTime() < deadline, "the new key is not accepted");
            Thread.onSpinWait();
        }
    }

    private static Map<String, Object> person(String name, List<String> roles, String... zones) {
        return claims(
                "preferred_username",
                name,
                "resource_access",
                roles(roles.toArray(String[]::new)),
                "zones",
                zones.length == 0 ? null : List.of(zones));
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private static String bearer(String name, List<String> roles, String... zones) {
        return bearer(BureauIssuer.token(RSA, person(name, roles, zones)));
    }

    @Test
    void rolesAndZonesAreThoseOfTheToken() {
        var zone = Given.zone();
        var name = Given.code("王丽");

        by(bearer(name, List.of("招商专员", "offline_access", "admin"), zone, Given.code("nowhere")))
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
        var token = BureauIssuer.token(key, algorithm, person(Given.code("signs"), List.of("VIEWER"), Given.zone()));

        by(bearer(token)).get("/api/v1/sectors").then().statusCode(200);
    }

    @Test
    void listsAndFiguresAreThoseOfTheZone() {
        var zone = Given.zone();
        Projects.register("zone", zone, "investment", Projects.cny("600000000"));
        Projects.register("zone", zone);
        Projects.register("zone", Given.zone());
        var bearer = bearer(Given.code("officer"), List.of("OFFICER"), zone);
        var knownAt = Projects.knownAt();

        for (var question : List.of("projects?count=true&", "totals?by=stage,size&", "flows?period=2026&by=stage&")) {
            var address = "/api/v1/" + question + "knownAt=" + knownAt;
            var limited = by(bearer).get(address);

            assertEquals(200, limited.statusCode(), limited.asString());
            assertEquals(given().get(address + "&zone=" + zone).asString(), limited.asString());
        }
        by(bearer).get("/api/v1/totals?by=stage").then().body("total.count", equalTo(2));
    }

    @Test
    void aTokenWithoutAZoneReachesNoProject() {
        var id = Projects.register("zone", Given.zone());
        var name = Given.code("officer");
        for (var bearer : List.of(
                bearer(name, List.of("OFFICER")),
                bearer(name, List.of("OFFICER"), Given.code("nowhere")),
                bearer(BureauIssuer.token(
                        RSA,
                        claims(
                                "preferred_username",
                                name,
                                "resource_access",
                                roles("OFFICER"),
                                "zones",
                                List.of()))))) {
            for (var address : List.of("projects", "totals", "flows?period=2026")) {
                by(bearer)
                        .get("/api/v1/" + address)
                        .then()
                        .statusCode(403)
                        .body("detail", equalTo("Your token gives you no zone that there is."));
            }
            by(bearer).get("/api/v1/projects/" + id).then().statusCode(404);
            by(bearer)
                    .contentType(ContentType.JSON)
                    .body(Projects.draft())
                    .post(Projects.PATH)
                    .then()
                    .statusCode(403);
            by(bearer).get("/api/v1/sectors").then().statusCode(200);
        }
    }

    @Test
    void whoKeepsTheWholeBureauIsNotLimitedInThatAndOnlyInThat() {
        var zone = Given.zone();
        var id = Projects.register("zone", Given.zone());
        var bearer = bearer(Given.code("keeper"), List.of("ADMIN", "AUDITOR"));
        var both = bearer(Given.code("keeper"), List.of("ADMIN", "AUDITOR", "OFFICER"), zone);

        for (var each : List.of(bearer, both)) {
            by(each).get("/api/v1/users").then().statusCode(200);
            by(each).get(AUDIT).then().statusCode(200);
        }
        by(bearer).get(ME).then().body("zones", nullValue());
        by(bearer).get("/api/v1/totals").then().statusCode(403);
        by(both).get("/api/v1/totals").then().statusCode(200).body("total.count", equalTo(0));
        by(both).get("/api/v1/projects/" + id).then().statusCode(404);
    }

    @Test
    void aSignedOnAdminIsNotTheAdminOfTheService() {
        var zone = Given.zone();
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
        var name = Given.code("guest");
        var bearer = bearer(name, List.of("ADMIN"));

        by(bearer)
                .contentType(ContentType.JSON)
                .body(Map.of("password", "a long sentence"))
                .put("/api/v1/users/bureau:" + name + "/password")
                .then()
                .statusCode(403)
                .body("detail", equalTo("Your password is kept by the bureau's own sign-on."));
        by(bearer)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "mine"))
                .post(Users.TOKENS)
                .then()
                .statusCode(401);
        Given.json(Users.draft("bureau:" + name, List.of("VIEWER")))
                .post("/api/v1/users")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("username"));
    }

    @Test
    void anArrivalIsToldOnceForEachSessionAndSetOfRights() {
        var zone = Given.zone();
        var name = Given.code("arrives");
        var session = Given.code("session");
        var first = person(name, List.of("OFFICER"), zone);
        first.put("sid", session);
        var later = person(name, List.of("OFFICER"), zone);
        later.put("sid", session);
        later.put("exp", Instant.now().getEpochSecond() + 600);
        var risen = person(name, List.of("MANAGER"), zone);
        risen.put("sid", session);
        var tokens = List.of(first, later, risen).stream()
                .map(claims -> BureauIssuer.token(RSA, claims))
                .toList();

        for (var token : tokens) {
            AtOnce.all(Collections.nCopies(
                    8, () -> by(bearer(token)).get(ME).then().statusCode(200)));
        }

        var trail = trail("kind=USER&subject=bureau:" + name)
                .body("items.action", equalTo(List.of("SIGNED_ON", "SIGNED_ON")))
                .body("items.by.username", everyItem(equalTo("bureau:" + name)))
                .body("items.by.address", everyItem(equalTo("127.0.0.1")))
                .body("items[0].changes.find { it.field == 'roles' }.after", equalTo("[MANAGER]"))
                .body("items[1].changes.find { it.field == 'roles' }.after", equalTo("[OFFICER]"))
                .body("items[1].changes.find { it.field == 'zones' }.after", equalTo("[" + zone + "]"))
                .body("items[1].changes.find { it.field == 'sub' }.after", equalTo("f3b1"));
        var text = trail.extract().asString();
        tokens.forEach(token -> assertFalse(text.contains(token.substring(token.lastIndexOf('.') + 1)), text));
        assertFalse(text.contains(session), text);
    }

    @Test
    void refusalsAtTheSameMomentAreAllToldInOneChain() {
        var name = Given.code("curious");
        var bearer = bearer(name, List.of("nothing known"));
        by(bearer).get("/q/health/live").then().statusCode(200);

        AtOnce.all(Collections.nCopies(8, () -> by(bearer).get(AUDIT).then().statusCode(403)));

        trail("kind=USER&subject=bureau:" + name)
                .body("items.sequence", equalTo(List.of(9, 8, 7, 6, 5, 4, 3, 2, 1)))
                .body("items[0].action", equalTo("REFUSED"))
                .body("items[8].action", equalTo("SIGNED_ON"));
        given().get(AUDIT + "/verify").then().statusCode(200).body("intact", equalTo(true));
    }

    @Test
    void aKeyOfARequestIsThePersonsOwn() {
        var zone = Given.zone();
        var name = Given.code("repeats");
        var key = Given.code("key");
        var body = Projects.draft("zone", zone, "name", name);
        var first = posted(bearer(name, List.of("OFFICER"), zone), key, body).statusCode(201);
        var id = first.extract().jsonPath().getLong("id");

        posted(bearer(name, List.of("OFFICER"), zone), key, body)
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo((int) id));
        var other = posted(bearer(Given.code("repeats"), List.of("OFFICER"), zone), key, body)
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
        var next = BureauIssuer.rsa(Given.code("next"));
        var old = bearer(Given.code("old"), List.of("ADMIN"));
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

    /** A token whose key is not known is refused while the last answer stands, and cannot be told of when there is none. */
    private static void unavailable() {
        var bearer = bearer(BureauIssuer.token(BureauIssuer.rsa("unknown"), person("x", List.of("ADMIN"))));
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var answer = by(bearer).get(ME);
        while (answer.statusCode() == 401) {
            assertTrue(System.nanoTime() < deadline, "the issuer is not asked any more");
            Thread.onSpinWait();
            answer = by(bearer).get(ME);
        }
        answer.then()
                .statusCode(503)
                .header("Retry-After", equalTo("10"))
                .body("type", equalTo("/problems/unavailable"));
    }

    private static ValidatableResponse trail(String query) {
        return given().get(AUDIT + "?" + query).then().statusCode(200);
    }
}
