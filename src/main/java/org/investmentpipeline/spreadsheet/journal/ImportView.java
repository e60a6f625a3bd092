package org.investmentpipeline.spreadsheet.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import in responses. */
@Schema(name = "Import", description = "An import that wrote something.")
public record ImportView(
        @Schema(required = true, examples = "12") long id,

        @Schema(required = true, nullable = true, description = "The user who imported.", examples = "zhang.wei")
        @Nullable
        String by,

        @Schema(required = true, description = "The time of the import.")
        Instant importedAt,

        @Schema(
                required = true,
                description = "The moment of the ledger's clock under which everything was recorded, for `knownAt`.")
        Instant recordedAt,

        @Schema(required = true, description = "The day whose state the ledger states.")
        LocalDate asOf,

        @Schema(
                required = true,
                nullable = true,
                description = "The name of the file; null when the request has none.",
                examples = "2023-06.xlsx")
        @Nullable
        String fileName,

        @Schema(
                required = true,
                description = "The SHA-256 of the file.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String fileHash,

        @Schema(required = true, description = "Rows that state a project.", examples = "32")
        int read,

        @Schema(required = true, description = "Rows that registered a project.", examples = "3")
        int created,

        @Schema(required = true, description = "Rows that changed a project.", examples = "5")
        int changed,

        @Schema(required = true, description = "Rows that state what is known.", examples = "24")
        int unchanged,

        @Schema(required = true, description = "Rows that were left out.", examples = "0")
        int refused,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "The moment of the ledger's clock from which the import is undone; null when it is in force.")
        @Nullable
        Instant undoneAt,

        @Schema(required = true, nullable = true, description = "The user who undid it.", examples = "li.na") @Nullable
        String undoneBy,

        @Schema(required = true, nullable = true, description = "The reason of the undo.") @Nullable
        String reason) {

    static ImportView of(RecordedImport recorded) {
        return new ImportView(
                recorded.id(),
                recorded.username,
                recorded.importedAt,
                recorded.recordedAt(),
                recorded.asOf,
                recorded.fileName,
                recorded.fileHash,
                recorded.read,
                recorded.created,
                recorded.changed,
                recorded.unchanged,
                recorded.refused,
                recorded.undoneAt,
                recorded.undoneBy,
                recorded.undoReason);
    }

    /** One page of imports. */
    @Schema(name = "ImportPage", description = "One page of imports, the latest first.")
    public record Page(
            @Schema(required = true) List<ImportView> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
