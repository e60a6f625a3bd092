package org.investmentpipeline.security.token;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits of tokens. */
@ConfigMapping(prefix = "pipeline.tokens")
interface TokenSettings {
    /** The lifetime of a token requested without {@code expiresIn}. */
    Duration lifetime();

    /** The time without use after which a token expires. */
    Duration idle();

    /** The maximum number of valid tokens of one user. */
    @Min(1)
    int perUser();
}
