package org.investmentpipeline.figures.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.project.timeline.Stage;
import org.jspecify.annotations.Nullable;

/** A lead time: how many days projects took from one stage to another. */
@Schema(
        name = "LeadTimes",
        description =
                "How many days the projects that entered a stage in a period took since they entered an earlier one."
                        + " Suspended days count; one day is 0.")
public record LeadTime(
        @Schema(required = true, description = "The stage the days count from.")
        Stage fromStage,

        @Schema(required = true, description = "The stage that was entered in the period.")
        Stage toStage,

        @Schema(required = true, examples = "2023-H1") String period,

        @Schema(required = true, description = "The first day of the period.")
        LocalDate from,

        @Schema(required = true, description = "Its last day, inclusive; `asOf` may cut it.")
        LocalDate to,

        @JsonUnwrapped Figure.Basis basis,
        @Schema(required = true) List<Row> rows,
        @Schema(required = true) Days total) {

    /** One row. */
    @Schema(name = "LeadTimeRow", description = "One row: a value for each dimension of `by`, and the days it took.")
    public record Row(
            @JsonAnyGetter @Schema(hidden = true) Map<String, Object> dimensions,
            @JsonUnwrapped Days days) {}

    /** The days that projects took. */
    @Schema(name = "LeadTimeTotal", description = "How many projects, and how many days they took.")
    public record Days(
            @Schema(required = true, examples = "12", description = "Projects with stated days at both ends.")
            long count,

            @Schema(
                    required = true,
                    nullable = true,
                    examples = "41.5",
                    description = "Days; the mean of the middle two when there are two. Null without projects.")
            @Nullable
            BigDecimal median,

            @Schema(
                    required = true,
                    nullable = true,
                    examples = "120",
                    description = "Days in which 90 of 100 were done (nearest rank). Null without projects.")
            @Nullable
            Long percentile90,

            @Schema(
                    required = true,
                    examples = "3",
                    description = "Projects that entered the stage too, but the earlier one on no stated day.")
            long excluded,

            @Schema(required = true, description = "The list of exactly the projects counted, without those excluded.")
            String projects) {}
}
