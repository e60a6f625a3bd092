package org.investmentpipeline.spreadsheet.journal;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.project.undo.BuiltUponProject;
import org.investmentpipeline.spreadsheet.importing.ImportAddition;
import org.jspecify.annotations.Nullable;

/** The effect of the undo of an import. */
@Schema(name = "ImportUndone", description = "The effect of the undo of an import.")
public record ImportUndone(
        @Schema(required = true, description = "The id of the import.", examples = "12")
        long id,

        @Schema(required = true, description = "The moment of the ledger's clock from which the import is undone.")
        Instant undoneAt,

        @Schema(required = true, description = "Projects that are as they were before.", examples = "5")
        int restored,

        @Schema(
                required = true,
                description = "Projects that the import registered, and that are deleted.",
                examples = "3")
        int deleted,

        @Schema(required = true, description = "The number of projects that were changed since.", examples = "0")
        int skipped,

        @Schema(
                required = true,
                description = "The projects that were changed since and stay as they are; the first 1,000.")
        List<BuiltUponProject> builtUpon,

        @Schema(
                required = true,
                description = "Investors and catalogue entries that the import added, which stay; the first 1,000.")
        List<Addition> additions) {

    /** An investor or catalogue entry that an import added. */
    @Schema(name = "ImportAddition", description = "An investor or catalogue entry that the import added.")
    public record Addition(
            @Schema(required = true, description = "The kind of record.")
            ImportAddition.Kind kind,

            @Schema(required = true, description = "The code, or the id of an investor.", examples = "wanbei")
            String code,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The name; null for an entry that was deleted since.",
                    examples = "皖北片区")
            @Nullable
            String name) {}
}
