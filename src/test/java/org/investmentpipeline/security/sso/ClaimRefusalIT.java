package org.investmentpipeline.security.sso;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.investmentpipeline.security.sso.Guests.ME;
import static org.investmentpipeline.security.sso.Guests.RSA;
import static org.investmentpipeline.security.sso.Guests.assertRefused;
import static org.investmentpipeline.security.sso.Guests.bearer;
import static org.investmentpipeline.support.BureauIssuer.claims;
import static org.investmentpipeline.support.BureauIssuer.roles;
import static org.investmentpipeline.support.Users.by;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.period.AdvancedClock;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tokens that the issuer signed, and that are not for this service, not of this hour, or not to be read: the claim at fault is
 * named.
 */
@Tag("edge")
@QuarkusTest
@TestProfile(SsoProfile.class)
class ClaimRefusalIT extends SsoSuite {
    private static final String NAME = Fixtures.code("mallory");
    private static final String PATH = "resource_access/investment-pipeline/roles";

    private static Map<String, Object> person(@Nullable Object... others) {
        var claims = claims("preferred_username", NAME, "resource_access", roles("ADMIN", "AUDITOR"));
        claims.putAll(claims(others));
        for (var i = 0; i < others.length; i += 2) {
            if (others[i + 1] == null) {
                claims.remove(String.valueOf(others[i]));
            }
        }
        return claims;
    }

    private static Arguments claimed(String what, String field, @Nullable Object... others) {
        return Arguments.of(what, field, BureauIssuer.token(RSA, person(others)));
    }

    private static Stream<Arguments> genuine() {
        var seconds = AdvancedClock.now().getEpochSecond();
        return Stream.of(
                claimed("of another issuer", "iss", "iss", "https://other.example"),
                claimed("of nearly the issuer", "iss", "iss", BureauIssuer.NAME + "/"),
                claimed("of no issuer", "iss", "iss", null),
                claimed("with an issuer that is a number", "token", "iss", 7),
                claimed("for another service", "aud", "aud", "accounting"),
                claimed("for others", "aud", "aud", List.of("accounting", "investment-pipeline-2")),
                claimed("for nobody", "aud", "aud", null),
                claimed("for an empty list", "aud", "aud", List.of()),
                claimed("for a number", "token", "aud", 7),
                claimed("that never ends", "exp", "exp", null),
                claimed("that has ended", "exp", "iat", seconds - 600, "exp", seconds - 31),
                claimed("that ends with a word", "token", "exp", "tomorrow"),
                claimed("that holds for too long", "exp", "exp", seconds + 90_000),
                claimed("that holds for ever", "exp", "exp", Long.MAX_VALUE),
                claimed("that held since ever", "exp", "iat", Long.MIN_VALUE),
                claimed("made at no time", "iat", "iat", null),
                claimed("made in the future", "iat", "iat", seconds + 120),
                claimed("that does not hold yet", "nbf", "nbf", seconds + 120),
                claimed("of no subject", "sub", "sub", null),
                claimed("of a subject that is a number", "token", "sub", 7),
                claimed("of a subject with NUL", "sub", "sub", "a\0b"),
                claimed("of an endless subject", "sub", "sub", "x".repeat(256)),
                claimed("of nobody by name", "preferred_username", "preferred_username", null),
                claimed("of an empty name", "preferred_username", "preferred_username", ""),
                claimed("of a name with a space", "preferred_username", "preferred_username", "wang li"),
                claimed("of a name with NUL", "preferred_username", "preferred_username", "wang\0li"),
                claimed("of a name in two directions", "preferred_username", "preferred_username", "nim\u202eda"),
                claimed("of an endless name", "preferred_username", "preferred_username", "x".repeat(58)),
                claimed("of a name that is a list", "preferred_username", "preferred_username", List.of("wang")),
                claimed("with roles that are a number", PATH, "resource_access", nested(7)),
                claimed("with roles that are numbers", PATH, "resource_access", nested(List.of(7))),
                claimed("with roles that are an object", PATH, "resource_access", nested(Map.of("ADMIN", true))),
                claimed("with a zone that is a number", "zones", "resource_access", roles("VIEWER"), "zones", 7),
                claimed("with too many zones", "zones", "resource_access", roles("VIEWER"), "zones", zones(101)));
    }

    private static Map<String, Object> nested(Object roles) {
        return Map.of("investment-pipeline", Map.of("roles", roles));
    }

    private static List<String> zones(int count) {
        return IntStream.range(0, count).mapToObj(number -> "zone-" + number).toList();
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource("genuine")
    void isRefusedForItsClaim(String what, String claim, String token) {
        assertRefused(claim, token);
    }

    @Test
    void clocksMayDifferByHalfAMinute() {
        var seconds = AdvancedClock.now().getEpochSecond();
        for (var claims : List.of(
                person("iat", seconds - 600, "exp", seconds - 15),
                person("iat", seconds + 15),
                person("nbf", seconds + 15),
                person("exp", seconds + 86_000))) {
            claims.put("preferred_username", "good");
            by(bearer(BureauIssuer.token(RSA, claims))).get(ME).then().statusCode(200);
        }
    }

    @Test
    void refusedTokensLeaveNothingInTheTrail() {
        by(bearer(BureauIssuer.token(RSA, person("exp", null)))).get(ME).then().statusCode(401);

        given().get("/api/v1/audit?username=bureau:" + NAME)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }
}
