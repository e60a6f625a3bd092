package org.investmentpipeline.security.sso;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.security.sso.Guests.EC;
import static org.investmentpipeline.security.sso.Guests.ME;
import static org.investmentpipeline.security.sso.Guests.RSA;
import static org.investmentpipeline.security.sso.Guests.assertRefused;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Wire;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that the issuer did not sign, in every way that is known of: none lets anybody in, and none is told why. */
@Tag("edge")
@QuarkusTest
@TestProfile(SsoProfile.class)
class ForgedTokenIT extends SsoSuite {
    private static final PublicJsonWebKey FOREIGN = BureauIssuer.rsa(RSA.getKeyId());
    private static BureauIssuer foreign;

    @BeforeAll
    static void openForeign() {
        foreign = new BureauIssuer(0).tells(FOREIGN);
    }

    @AfterAll
    static void closeForeign() {
        foreign.close();
    }

    private static Map<String, Object> person() {
        return Guests.person(Fixtures.code("mallory"), List.of("ADMIN", "AUDITOR"));
    }

    private static Arguments other(String what, Supplier<String> token) {
        return Arguments.of(what, token);
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
                        () -> secret(RSA.getPublicKey().getEncoded())),
                other(
                        "signed with the public key, as it is written, as a secret",
                        () -> secret(("-----BEGIN PUBLIC KEY-----\n"
                                        + Base64.getMimeEncoder()
                                                .encodeToString(
                                                        RSA.getPublicKey().getEncoded())
                                        + "\n-----END PUBLIC KEY-----\n")
                                .getBytes(StandardCharsets.US_ASCII))),
                other(
                        "signed with the keys, as they are told, as a secret",
                        () -> secret(BureauIssuer.jwks(RSA, EC).getBytes(StandardCharsets.UTF_8))),
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
                            signature.setKeyIdHeaderValue(RSA.getKeyId());
                            signature.setHeader("crit", List.of("odd"));
                            signature.setHeader("odd", true);
                            signature.setKey(RSA.getPrivateKey());
                        })),
                other("whose payload was changed", () -> {
                    var parts = BureauIssuer.token(RSA, Guests.person("viewer", List.of("VIEWER")))
                            .split("\\.");
                    return parts[0] + "." + payload() + "." + parts[2];
                }),
                other("whose header was changed", () -> {
                    var parts = BureauIssuer.token(RSA, person()).split("\\.");
                    return part("{\"alg\":\"RS512\",\"kid\":\"%s\"}".formatted(RSA.getKeyId())) + "." + parts[1] + "."
                            + parts[2];
                }),
                other("whose signature was cut", () -> {
                    var token = BureauIssuer.token(RSA, person());
                    return token.substring(0, token.length() - 4);
                }),
                other("whose signature was taken off", () -> {
                    var token = BureauIssuer.token(RSA, person());
                    return token.substring(0, token.lastIndexOf('.') + 1);
                }),
                other(
                        "whose signature is nothing but zeros",
                        () -> part("{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(EC.getKeyId()))
                                + "." + payload() + "."
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64])),
                other(
                        "of a key of another kind",
                        () -> part("{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(RSA.getKeyId())) + "." + payload()
                                + "." + part("x".repeat(64))),
                other("with claims that are a list", () -> header() + "." + part("[1]") + "." + part("x")),
                other("with claims that do not end", () -> header() + "." + part("[".repeat(4_000)) + "." + part("x")),
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

    private static String header() {
        return part("{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(RSA.getKeyId()));
    }

    private static String payload() {
        return BureauIssuer.token(RSA, person()).split("\\.")[1];
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret(byte[] secret) {
        return BureauIssuer.signed(person(), signature -> {
            signature.setAlgorithmHeaderValue("HS256");
            signature.setKeyIdHeaderValue(RSA.getKeyId());
            signature.setKey(new HmacKey(secret));
        });
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource("forged")
    void letsNobodyIn(String what, Supplier<String> token) {
        assertRefused(null, token.get());
        assertEquals(0, foreign.asked());
    }

    @Test
    void aTokenLongerThanAnyHeaderIsRefused() {
        var headers = "Host: x\r\nAuthorization: Bearer a." + "b".repeat(60_000) + ".c\r\n";

        var answer = Wire.send(Wire.plain("GET " + ME + " HTTP/1.1", headers, new byte[0]));

        assertTrue(answer.status() >= 400 && answer.status() < 500, answer.toString());
    }

    @Test
    void nobodyIsAskedForKeysOfWhatIsNotSignedAsItMustBe() {
        issuer.tells(503, "");
        try {
            var secret = BureauIssuer.signed(person(), signature -> {
                signature.setAlgorithmHeaderValue("HS256");
                signature.setKeyIdHeaderValue(Fixtures.code("unknown"));
                signature.setKey(new HmacKey(new byte[32]));
            });
            var before = issuer.asked();

            by("Bearer " + secret).get(ME).then().statusCode(401);

            assertEquals(before, issuer.asked());
        } finally {
            issuer.tells(RSA, EC);
        }
    }

    @Test
    void theServicesOwnTokensGoOn() {
        given().get(ME).then().statusCode(200);
        by("Bearer pipeline_nothing").get(ME).then().statusCode(401);
    }
}
