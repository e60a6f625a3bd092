package org.investmentpipeline.security.sso;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.investmentpipeline.security.Role;
import org.investmentpipeline.startup.StartupRefusal;

/** Settings of single sign-on: the trusted issuer, and the claims that are read. */
@ConfigMapping(prefix = "pipeline.sign-on")
interface SsoSettings {
    /** What stands as {@code iss} in its tokens. */
    Optional<String> issuer();

    /** What stands in {@code aud} of those that are for this service. */
    Optional<String> audience();

    /** Where its keys (JWKS, RFC 7517) are: an address or a file. */
    Optional<String> keys();

    /** The claim that names the user. */
    String usernameClaim();

    /** The claim that names roles; {@code a/b} is {@code b} within {@code a}. */
    String rolesClaim();

    /** The claim that names zones; when left out, nobody who signs on is limited to zones. */
    Optional<String> zonesClaim();

    /** What the bureau calls each role. */
    Map<Role, Set<String>> roles();

    /** How long a token may hold at most. */
    Duration longest();

    /** How old the keys may become before they are fetched anew. */
    Duration keysEvery();

    /** Whether there is an issuer; a start with half of one is refused. */
    default boolean isGiven() {
        var given = Stream.of(issuer(), audience(), keys())
                .filter(Optional::isPresent)
                .count();
        if (given == 1 || given == 2) {
            throw StartupRefusal.of(
                    "pipeline.sign-on.issuer, pipeline.sign-on.audience and pipeline.sign-on.keys are given together or"
                            + " not at all",
                    "pipeline.sign-on.issuer、pipeline.sign-on.audience 与 pipeline.sign-on.keys 须同时给出，或都不给");
        }
        return given > 0;
    }
}
