package org.investmentpipeline.security.sso;

import static org.investmentpipeline.support.BureauIssuer.rsa;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.MovableClock;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the issuer is asked for its keys, and what holds while it does not answer; against a server, by a clock that is turned. */
class JwksCacheTest {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final PublicJsonWebKey FIRST = rsa("first");
    private static final PublicJsonWebKey SECOND = rsa("second");

    /** One token of each key, signed once. */
    private static final Map<String, String> TOKENS = Stream.of(FIRST, SECOND)
            .collect(Collectors.toMap(
                    PublicJsonWebKey::getKeyId, key -> BureauIssuer.token(key, BureauIssuer.claims())));

    private final BureauIssuer issuer = new BureauIssuer(0).tells(FIRST);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-05T08:00:00Z"));
    private final JwksCache keys = new JwksCache(KeyLocation.of(issuer.keys()), EVERY, clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    private Key resolve(PublicJsonWebKey key) throws JoseException {
        return resolve(keys, Objects.requireNonNull(TOKENS.get(key.getKeyId())));
    }

    private static Key resolve(JwksCache keys, String token) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        return keys.resolveKey(signature, List.of());
    }

    private void assertNoSuchKey(PublicJsonWebKey key) {
        assertThrows(UnresolvableKeyException.class, () -> resolve(key));
    }

    private void assertCannotBeTold(PublicJsonWebKey key) {
        var problem = assertThrows(Problem.class, () -> resolve(key));
        assertEquals(ProblemType.UNAVAILABLE, problem.type());
        assertEquals("10", problem.headers().get("Retry-After"));
    }

    @Test
    void nobodyIsAskedBeforeATokenComesAndThenOnceForMany() throws JoseException {
        assertEquals(0, issuer.asked());

        for (var i = 0; i < 100; i++) {
            assertEquals(FIRST.getPublicKey(), resolve(FIRST));
        }

        assertEquals(1, issuer.asked());
    }

    @Test
    void aNewKeyIsFoundAndOneThatIsNoLongerToldIsRefused() throws JoseException {
        resolve(FIRST);
        issuer.tells(SECOND);
        clock.move(JwksCache.PAUSE);

        assertEquals(SECOND.getPublicKey(), resolve(SECOND));

        assertNoSuchKey(FIRST);
        assertEquals(2, issuer.asked());
    }

    @Test
    void aKeyThatIsNoLongerToldIsRefusedWhenTheKeysAreOldAlthoughNobodyUsesANewOne() throws JoseException {
        resolve(FIRST);
        issuer.tells(SECOND);
        clock.move(EVERY);

        assertEquals(FIRST.getPublicKey(), resolve(FIRST));
        clock.move(Duration.ofSeconds(1));

        assertNoSuchKey(FIRST);
    }

    @Test
    void strangersDoNotMakeTheServiceAskAgainAndAgain() {
        for (var i = 0; i < 600; i++) {
            assertNoSuchKey(SECOND);
            clock.move(Duration.ofMillis(100));
        }

        assertEquals(6, issuer.asked());
    }

    @Test
    void aClockThatIsSetBackDelaysNeitherNewKeysNorTheEndOfOldOnes() throws JoseException {
        resolve(FIRST);
        issuer.tells(SECOND);
        clock.move(Duration.ofHours(-1));

        assertNoSuchKey(FIRST);

        assertEquals(SECOND.getPublicKey(), resolve(SECOND));
        assertEquals(2, issuer.asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"keys\":null}", "{\"keys\":1}", "{\"keys\":[1]}", "500"})
    void whatIsNoAnswerChangesNothing(String answer) throws JoseException {
        resolve(FIRST);
        issuer.tells(answer.equals("500") ? 500 : 200, answer);
        clock.move(EVERY.plusSeconds(1));

        assertEquals(FIRST.getPublicKey(), resolve(FIRST));
        assertCannotBeTold(SECOND);
        assertEquals(2, issuer.asked());
    }

    @Test
    void whileTheIssuerIsDownKnownKeysGoOnForADayAndOthersCannotBeTold() throws JoseException {
        resolve(FIRST);
        issuer.close();
        clock.move(JwksCache.KEPT);

        assertEquals(FIRST.getPublicKey(), resolve(FIRST));
        assertCannotBeTold(SECOND);
        clock.move(Duration.ofSeconds(1));

        assertCannotBeTold(FIRST);
    }

    @Test
    void anIssuerThatComesBackIsHeard() throws JoseException {
        issuer.tells(503, "");
        assertCannotBeTold(FIRST);
        issuer.tells(FIRST);
        assertCannotBeTold(FIRST);
        clock.move(JwksCache.PAUSE);

        assertEquals(FIRST.getPublicKey(), resolve(FIRST));
    }

    @Test
    void aTokenThatNamesNoKeyIsTriedWithEach() throws JoseException {
        issuer.tells(FIRST, SECOND);
        for (var key : List.of(FIRST, SECOND)) {
            var token = BureauIssuer.signed(BureauIssuer.claims(), signature -> {
                signature.setAlgorithmHeaderValue("PS256");
                signature.setKey(key.getPrivateKey());
            });

            assertEquals(key.getPublicKey(), resolve(keys, token));
        }
    }

    @Test
    void keysInAFileAreReadAgain(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("keys.json"), BureauIssuer.jwks(FIRST));
        var ofFile = new JwksCache(KeyLocation.of(file.toString()), EVERY, clock);
        assertEquals(FIRST.getPublicKey(), resolve(ofFile, BureauIssuer.token(FIRST, BureauIssuer.claims())));
        Files.writeString(file, BureauIssuer.jwks(SECOND));
        clock.move(JwksCache.PAUSE);

        assertEquals(SECOND.getPublicKey(), resolve(ofFile, BureauIssuer.token(SECOND, BureauIssuer.claims())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowhere/keys.json",
                "\0",
                "https://",
                "http://sign-on.bureau.example/keys",
                "http://127.0.0.1.bureau.example/keys",
                "http://localhost.bureau.example/keys",
                "http://localhost@bureau.example/keys",
                "ftp://sign-on.bureau.example/keys"
            })
    void aLocationThatCannotBeMeantIsRefused(String location) {
        var refused = assertThrows(IllegalStateException.class, () -> KeyLocation.of(location));

        assertEquals(
                "pipeline.sign-on.keys is '%s'; expected an https address, an http address of this machine, or a file that can be read"
                        .formatted(location),
                refused.getMessage());
    }

    @Test
    void addressesOfThisMachineMayBeHttp() {
        Stream.of("https://sign-on.bureau.example/keys", "http://localhost:8081/keys", "http://127.0.0.1/keys")
                .forEach(KeyLocation::of);
    }
}
