package org.investmentpipeline.security.token;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The bounds of tokens. */
@ConfigMapping(prefix = "pipeline.tokens")
interface TokenSettings {
    /** The lifetime of a token that was asked for without {@code expiresIn}. */
    Duration lifetime();

    /** A token that was not used for so long ends. */
    Duration idle();

    /** The most tokens of one user that are neither revoked nor at their end. */
    @Min(1)
    int perUser();
}
