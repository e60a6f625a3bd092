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
    /** The {@code iss} of its tokens. */
    Optional<String> issuer();

    /** The value in {@code aud} of tokens for this service. */
    Optional<String> audience();

    /** The location of its keys (JWKS, RFC 7517): an address or a file. */
    Optional<String> keys();

    /** The claim that names the user. */
    String usernameClaim();

    /** The claim that names roles; {@code a/b} is {@code b} within {@code a}. */
    String rolesClaim();

    /** The claim that names zones; without it, no user of single sign-on is limited to zones. */
    Optional<String> zonesClaim();

    /** The bureau's names of each role. */
    Map<Role, Set<String>> roles();

    /** The longest accepted lifetime of a token. */
    Duration longest();

    /** The age after which the keys are fetched again. */
    Duration keysEvery();

    /** Whether an issuer is configured; a start with an incomplete configuration is refused. */
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
