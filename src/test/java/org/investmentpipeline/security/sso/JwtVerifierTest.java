package org.investmentpipeline.security.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.support.BureauIssuer;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of the issuer itself that are refused or accepted, read from a file. */
class JwtVerifierTest {
    @TempDir
    Path directory;

    @Test
    void aKeyOf2048BitsIsAccepted() throws Exception {
        var key = BureauIssuer.rsa("strong");

        var claims = verifier(key).claims(BureauIssuer.token(key, BureauIssuer.claims()));

        assertEquals("f3b1", claims.get("sub"));
    }

    @Test
    void aKeyOf1024BitsIsRefusedAlthoughTheIssuerPublishesIt() throws Exception {
        var key = RsaJwkGenerator.generateJwk(1_024);
        key.setKeyId("weak");
        var verifier = verifier(key);
        var token = BureauIssuer.token(key, BureauIssuer.claims());

        var refused = assertThrows(Problem.class, () -> verifier.claims(token));

        assertEquals(ProblemType.UNAUTHENTICATED, refused.type());
    }

    private JwtVerifier verifier(PublicJsonWebKey key) throws Exception {
        var file = Files.writeString(directory.resolve("keys.json"), BureauIssuer.jwks(key));
        var settings = SsoSettingsTest.settings(Map.of(
                "pipeline.sign-on.issuer", BureauIssuer.NAME,
                "pipeline.sign-on.audience", BureauIssuer.AUDIENCE,
                "pipeline.sign-on.keys", file.toString()));
        return new JwtVerifier(settings, Clock.systemUTC());
    }
}
