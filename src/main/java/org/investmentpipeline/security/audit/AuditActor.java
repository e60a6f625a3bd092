package org.investmentpipeline.security.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By whom something was done, as it is shown. */
@Schema(name = "AuditActor", description = "By whom: the user, the token that was used, and the address it came from.")
public record AuditActor(
        @Schema(
                required = true,
                nullable = true,
                description =
                        "Null for the service itself and for strangers; begins with `bureau:` for who comes by the bureau's own sign-on.")
        @Nullable
        String username,

        @Schema(
                required = true,
                nullable = true,
                description = "The id of the token; null without one of the service's own.")
        @Nullable
        Long token,

        @Schema(required = true, nullable = true, examples = "10.1.2.3") @Nullable
        String address) {}
