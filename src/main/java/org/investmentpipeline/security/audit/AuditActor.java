package org.investmentpipeline.security.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An actor in a response. */
@Schema(name = "AuditActor", description = "The actor: user, token used, and client address.")
public record AuditActor(
        @Schema(
                required = true,
                nullable = true,
                description =
                        "Null for the service itself and unauthenticated clients; begins with `bureau:` for users of the bureau's single sign-on.")
        @Nullable
        String username,

        @Schema(
                required = true,
                nullable = true,
                description = "The id of the token; null unless the service issued it.")
        @Nullable
        Long token,

        @Schema(required = true, nullable = true, examples = "10.1.2.3") @Nullable
        String address) {}
