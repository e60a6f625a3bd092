package org.investmentpipeline.monitoring;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.figures.columns.ColumnStore;
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
        Instant knownAt,

        @Schema(required = true) Figures figures) {

    /** The source of figures and the memory it uses. */
    @Schema(name = "InfoFigures", description = "The source of figures: columns in memory, or the database.")
    public record Figures(
            @Schema(
                    required = true,
                    description =
                            "`LOADED`: columns in memory; `LOADING`: the database until they are loaded; `TOO_LARGE`:"
                                    + " the database, since the columns need more than `pipeline.figures.memory`.")
            ColumnStore.State columns,

            @Schema(required = true, description = "The positions of the ledger in the columns.", examples = "243000")
            long positions,

            @Schema(required = true, description = "The memory of the columns.", examples = "14680064")
            long bytes) {}
}
