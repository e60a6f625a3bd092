package org.investmentpipeline.security.sso;

import static org.investmentpipeline.support.BureauIssuer.claims;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.investmentpipeline.period.AdvancedClock;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Refusals;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jspecify.annotations.Nullable;

/** Who comes by the bureau's own sign-on: the keys that all tests of it share, people, and what a service says to them. */
final class Guests {
    static final String ME = "/api/v1/me";
    static final PublicJsonWebKey RSA = BureauIssuer.rsa(Fixtures.code("rsa"));
    static final PublicJsonWebKey EC = BureauIssuer.ec(Fixtures.code("ec"));

    private Guests() {}

    /** The issuer, at work until it is closed. */
    static BureauIssuer issuer() {
        return new BureauIssuer(SsoProfile.port()).tells(RSA, EC);
    }

    /** What is claimed of a person; without zones where none are given. */
    static Map<String, Object> person(String name, List<String> roles, String... zones) {
        return claims(
                "preferred_username",
                name,
                "resource_access",
                BureauIssuer.roles(roles.toArray(String[]::new)),
                "zones",
                zones.length == 0 ? null : List.of(zones));
    }

    static String bearer(String token) {
        return "Bearer " + token;
    }

    /** The header of a person. */
    static String bearer(String name, List<String> roles, String... zones) {
        return bearer(BureauIssuer.token(RSA, person(name, roles, zones)));
    }

    /** The service, which may have asked for the keys a moment ago, accepts a key at the latest after its pause. */
    static void accepted(PublicJsonWebKey key) {
        var bearer = bearer(BureauIssuer.token(key, person("waits", List.of("VIEWER"))));
        if (by(bearer).get(ME).statusCode() != 200) {
            AdvancedClock.advance(JwksCache.PAUSE);
            by(bearer).get(ME).then().statusCode(200);
        }
    }

    /** A token lets nobody in, and its bearer is told of the claim at fault, or of none. */
    static void assertRefused(@Nullable String claim, String token) {
        for (var language : List.of("en", "zh")) {
            var answer = by(bearer(token)).header("Accept-Language", language).get(ME);

            assertEquals(401, answer.statusCode(), answer.asString());
            assertEquals("Bearer", answer.header("WWW-Authenticate"));
            Refusals.assertSays("/problems/unauthenticated", claim, language, answer);
        }
    }
}
