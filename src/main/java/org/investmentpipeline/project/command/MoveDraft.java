package org.investmentpipeline.project.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.input.text.Multiline;
import org.investmentpipeline.project.command.ProjectDraft.InvestmentDraft;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** A move forward through the stages. */
@Schema(
        name = "MoveDraft",
        description = "A move forward; stages on the way are entered on the same day unless `via` dates them.")
public record MoveDraft(
        @NotNull @Schema(required = true) Stage to,

        @Nullable @Schema(description = "The day it happened; today when left out.", examples = "2023-06-28")
        LocalDate on,

        @Nullable @Schema(description = "Days of stages on the way.", examples = "{\"SIGNED\":\"2023-06-01\"}")
        Map<Stage, LocalDate> via,

        @Nullable @Schema(description = "Needed to enter SIGNED.")
        Agreement agreement,

        @Nullable @Valid @Schema(description = "Needed to enter SIGNED, unless known before.")
        InvestmentDraft investment,

        @Nullable @Multiline @Size(max = 500) String note) {

    /** A turn of the status. */
    @Schema(name = "StatusDraft", description = "A turn of the status; a reason is needed unless it becomes ACTIVE.")
    public record StatusDraft(
            @NotNull @Schema(required = true) Status status,

            @Nullable @Schema(description = "The day it happened; today when left out.", examples = "2023-07-01")
            LocalDate on,

            @Nullable @Multiline @Size(min = 1, max = 500) String reason) {}
}
