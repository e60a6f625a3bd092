package org.investmentpipeline.security.signon;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.investmentpipeline.support.BureauIssuer.claims;
import static org.investmentpipeline.support.BureauIssuer.roles;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.Given;
import org.investmentpipeline.support.Refusals;
import org.investmentpipeline.support.Wire;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that are not the issuer's, not for this service, not of this hour, or not to be read: none lets anybody in. */
@QuarkusTest
@TestProfile(SignOnProfile.class)
class SignOnRefusalIT {
    private static final String ME = "/api/v1/me";
    private static final PublicJsonWebKey KEY = BureauIssuer.rsa(Given.code("key"));
    private static final PublicJsonWebKey EC = BureauIssuer.ec(Given.code("ec"));
    private static final PublicJsonWebKey FOREIGN = BureauIssuer.rsa(KEY.getKeyId());
    private static final String NAME = Given.code("mallory");
    private static BureauIssuer issuer;
    private static BureauIssuer foreign;

    @BeforeAll
    static void start() {
        issuer = new BureauIssuer(SignOnProfile.port()).tells(KEY, EC);
        foreign = new BureauIssuer(0).tells(FOREIGN);
    }

    @BeforeEach
    void aGoodTokenIsAccepted() {
        var good = "Bearer " + BureauIssuer.token(KEY, person("preferred_username", "good"));
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (by(good).get(ME).statusCode() != 200) {
            assertTrue(System.nanoTime() < deadline, "a good token is not accepted");
            Thread.onSpinWait();
        }
    }

    @AfterAll
    static void stop() {
        issuer.close();
        foreign.close();
    }

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

    private static Instant now() {
        return Instant.now();
    }

    private static Arguments claimed(String what, String field, @Nullable Object... others) {
        return Arguments.of(what, field, (Supplier<String>) () -> BureauIssuer.token(KEY, person(others)));
    }

    private static Arguments other(String what, Supplier<String> token) {
        return Arguments.of(what, null, token);
    }

    private static Stream<Arguments> genuine() {
        var seconds = now().getEpochSecond();
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

    private static final String PATH = "resource_access/investment-pipeline/roles";

    private static Map<String, Object> nested(Object roles) {
        return Map.of("investment-pipeline", Map.of("roles", roles));
    }

    private static List<String> zones(int count) {
        return IntStream.range(0, count).mapToObj(number -> "zone-" + number).toList();
    }

    private static Stream<Arguments> forged() {
        return Stream.of(
                other(
                        "signed by nobody",
                        () -> BureauIssuer.signed(person(), signature -> {
                            signature.setAlgorithmHeaderValue("none");
                        })),
                other("signed by NONE", () -> part("{\"alg\":\"NONE\"}") + "." + payload() + "."),
                other(
                        "signed with the public key as a secret",
                        () -> secret(KEY.getPublicKey().getEncoded())),
                other(
                        "signed with the public key, as it is written, as a secret",
                        () -> secret(("-----BEGIN PUBLIC KEY-----\n"
                                        + Base64.getMimeEncoder()
                                                .encodeToString(
                                                        KEY.getPublicKey().getEncoded())
                                        + "\n-----END PUBLIC KEY-----\n")
                                .getBytes(StandardCharsets.US_ASCII))),
                other(
                        "signed with the keys, as they are told, as a secret",
                        () -> secret(BureauIssuer.jwks(KEY, EC).getBytes(StandardCharsets.UTF_8))),
                other("of another key under the same name", () -> BureauIssuer.token(FOREIGN, person())),
                other(
                        "that brings its key along",
                        () -> BureauIssuer.signed(person(), signature -> {
                            signature.setAlgorithmHeaderValue("RS256");
                            signature.setJwkHeader(FOREIGN);
                            signature.setKey(FOREIGN.getPrivateKey());
                        })),
                other(
                        "that says where its key is",
                        () -> BureauIssuer.signed(person(), signature -> {
                            signature.setAlgorithmHeaderValue("RS256");
                            signature.setHeader("jku", foreign.keys());
                            signature.setHeader("x5u", foreign.keys());
                            signature.setKey(FOREIGN.getPrivateKey());
                        })),
                other(
                        "with a header that must be understood",
                        () -> BureauIssuer.signed(person(), signature -> {
                            signature.setAlgorithmHeaderValue("RS256");
                            signature.setKeyIdHeaderValue(KEY.getKeyId());
                            signature.setHeader("crit", List.of("odd"));
                            signature.setHeader("odd", true);
                            signature.setKey(KEY.getPrivateKey());
                        })),
                other("whose payload was changed", () -> {
                    var parts = BureauIssuer.token(KEY, person("resource_access", roles("VIEWER")))
                            .split("\\.");
                    return parts[0] + "." + payload() + "." + parts[2];
                }),
                other("whose header was changed", () -> {
                    var parts = BureauIssuer.token(KEY, person()).split("\\.");
                    return part("{\"alg\":\"RS512\",\"kid\":\"%s\"}".formatted(KEY.getKeyId())) + "." + parts[1] + "."
                            + parts[2];
                }),
                other("whose signature was cut", () -> {
                    var token = BureauIssuer.token(KEY, person());
                    return token.substring(0, token.length() - 4);
                }),
                other("whose signature was taken off", () -> {
                    var token = BureauIssuer.token(KEY, person());
                    return token.substring(0, token.lastIndexOf('.') + 1);
                }),
                other(
                        "whose signature is nothing but zeros",
                        () -> part("{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(EC.getKeyId()))
                                + "." + payload() + "."
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64])),
                other(
                        "of a key of another kind",
                        () -> part("{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(KEY.getKeyId())) + "." + payload()
                                + "." + part("x".repeat(64))),
                other("with claims that are a list", () -> KEY_HEADER.get() + "." + part("[1]") + "." + part("x")),
                other(
                        "with claims that do not end",
                        () -> KEY_HEADER.get() + "." + part("[".repeat(4_000)) + "." + part("x")),
                other(
                        "with a header without end",
                        () -> part("{\"a\":".repeat(1_500)) + "." + payload() + "." + part("x")),
                other("of a word", () -> "a.b.c"),
                other("of three words without sense", () -> "eyJhbGciOiJSUzI1NiJ9.eyJhbGciOiJSUzI1NiJ9."),
                other("of dots", () -> ".."),
                other("of signs", () -> "!.?.="),
                other("of five parts", () -> "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c"),
                other(
                        "of 12,000 letters",
                        () -> "a".repeat(4_000) + "." + "b".repeat(4_000) + "." + "c".repeat(4_000)));
    }

    private static final Supplier<String> KEY_HEADER =
            () -> part("{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(KEY.getKeyId()));

    private static String payload() {
        return BureauIssuer.token(KEY, person()).split("\\.")[1];
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret(byte[] secret) {
        return BureauIssuer.signed(person(), signature -> {
            signature.setAlgorithmHeaderValue("HS256");
            signature.setKeyIdHeaderValue(KEY.getKeyId());
            signature.setKey(new HmacKey(secret));
        });
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource({"genuine", "forged"})
    void letsNobodyIn(String what, @Nullable String field, Supplier<String> token) {
        var bearer = "Bearer " + token.get();
        for (var language : List.of("en", "zh")) {
            var answer = by(bearer).header("Accept-Language", language).get(ME);

            assertEquals(401, answer.statusCode(), answer.asString());
            assertEquals("/problems/unauthenticated", answer.path("type"));
            assertEquals("Bearer", answer.header("WWW-Authenticate"));
            assertEquals(field, answer.path("violations[0].field"), answer.asString());
            assertEquals(language, answer.header("Content-Language"));
            assertFalse(Refusals.INNARDS.matcher(answer.asString()).find(), answer.asString());
        }
        assertEquals(0, foreign.asked());
    }

    @Test
    void aTokenLongerThanAnyHeaderIsRefused() {
        var headers = "Host: x\r\nAuthorization: Bearer a." + "b".repeat(60_000) + ".c\r\n";

        var answer = Wire.send(Wire.plain("GET " + ME + " HTTP/1.1", headers, new byte[0]));

        assertTrue(answer.status() >= 400 && answer.status() < 500, answer.toString());
    }

    @Test
    void clocksMayDifferByHalfAMinute() {
        var seconds = now().getEpochSecond();
        for (var claims : List.of(
                person("iat", seconds - 600, "exp", seconds - 15),
                person("iat", seconds + 15),
                person("nbf", seconds + 15),
                person("exp", seconds + 86_000))) {
            claims.put("preferred_username", "good");
            by("Bearer " + BureauIssuer.token(KEY, claims)).get(ME).then().statusCode(200);
        }
    }

    @Test
    void nobodyIsAskedForKeysOfWhatIsNotSignedAsItMustBe() {
        issuer.tells(503, "");
        try {
            var secret = BureauIssuer.signed(person(), signature -> {
                signature.setAlgorithmHeaderValue("HS256");
                signature.setKeyIdHeaderValue(Given.code("unknown"));
                signature.setKey(new HmacKey(new byte[32]));
            });
            var before = issuer.asked();

            by("Bearer " + secret).get(ME).then().statusCode(401);

            assertEquals(before, issuer.asked());
        } finally {
            issuer.tells(KEY, EC);
        }
    }

    @Test
    void refusedTokensLeaveNothingInTheTrail() {
        by("Bearer " + BureauIssuer.token(KEY, person("exp", null)))
                .get(ME)
                .then()
                .statusCode(401);

        given().get("/api/v1/audit?username=bureau:" + NAME)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void theServicesOwnTokensGoOn() {
        given().get(ME).then().statusCode(200);
        by("Bearer pipeline_nothing").get(ME).then().statusCode(401);
    }
}
