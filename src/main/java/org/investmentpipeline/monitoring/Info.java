package org.investmentpipeline.monitoring;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Version, edition and schema of the service, and the last moment of its ledger. */
@Schema(name = "Info", description = "Version, edition and schema of the service, and the last moment of its ledger.")
public record Info(
        @Schema(required = true, examples = "investment-pipeline")
        String name,

        @Schema(required = true, examples = "1.0.0") String version,

        @Schema(
                required = true,
                nullable = true,
                description = "The commit it was built from, with `-modified` when files differed from it; null when it"
                        + " was built without its repository.",
                examples = "0f1e2d3c4b5a69788796a5b4c3d2e1f001122334")
        @Nullable
        String commit,

        @Schema(required = true, description = "The database of this edition: `h2` or `postgresql`.", examples = "h2")
        String edition,

        @Schema(
                required = true,
                description = "The latest migration that was applied when it started.",
                examples = "4.1")
        String schema,

        @Schema(required = true, examples = "17.0.12+7") String java,

        @Schema(
                required = true,
                description = "The moment of the last record: the default moment of knowledge of figures.",
                examples = "2023-07-03T08:00:00.000Z")
        Instant knownAt) {}
