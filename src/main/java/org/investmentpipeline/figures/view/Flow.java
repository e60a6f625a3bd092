package org.investmentpipeline.figures.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A flow: the entries into stages within a period, counted and summed; as a series, and compared with another period. */
@Schema(name = "Flows", description = "The entries into stages within a period, counted and summed.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Flow(
        @Schema(required = true, examples = "2023-H1") String period,

        @Schema(required = true, description = "The first day of the period.")
        LocalDate from,

        @Schema(required = true, description = "Its last day, inclusive; `asOf` may cut it.")
        LocalDate to,

        @JsonUnwrapped Figure.Basis basis,

        @Schema(description = "The days of `previous`; absent when nothing is compared, or there is no such period.")
        @Nullable
        Days comparedWith,

        @Schema(required = true) List<Row> rows,

        @Schema(description = "The same from each tier's lower edge up; only when `by` names size.") @Nullable
        List<Row> atLeast,

        @Schema(required = true) Total total,

        @Schema(description = "With `interval`: its periods in order, none left out, up to `asOf`.") @Nullable
        List<Step> series) {

    /** A span of days. */
    @Schema(name = "Days", description = "A span of days.")
    public record Days(
            @Schema(required = true, examples = "2022-H1") String period,

            @Schema(required = true, description = "The first day.")
            LocalDate from,

            @Schema(required = true, description = "The last day, inclusive.")
            LocalDate to) {}

    /** One row, compared. */
    @Schema(
            name = "FlowRow",
            description =
                    "One row: a value for each dimension of `by`, its count and sums, and the link to the projects.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @JsonAnyGetter @Schema(hidden = true) Map<String, Object> dimensions,
            @JsonUnwrapped Total counted,

            @Schema(required = true, description = "Percent of `total`.")
            Figure.Percentages share) {}

    /** A number of a flow, perhaps compared with that of other days. */
    @Schema(name = "FlowTotal", description = "A count and sums, the link to the projects, and a comparison.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            @JsonUnwrapped Figure.Total counted,

            @Schema(
                    description = "With `compare`: the same of what it is compared with; absent where there is no such"
                            + " period, as for week 53 of most years.")
            Figure.@Nullable Total previous,

            @Schema(description = "With `compare`: by how many percent this is more than `previous`.")
            Figure.@Nullable Percentages change,

            @Schema(description = "In a series: the same from the first day of the period on.") @Nullable
            Cumulative cumulative) {}

    /** The number since the beginning of the period. */
    @Schema(name = "FlowCumulative", description = "A count and sums from the first day of the period on.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cumulative(
            @Schema(required = true, examples = "27") long count,

            @Schema(required = true, examples = "10700000000", description = "CNY.")
            BigDecimal investment,

            @Schema(description = Figure.LAND_AREA, examples = "1200") @Nullable
            BigDecimal landArea,

            @Schema(type = SchemaType.INTEGER, description = Figure.JOBS, examples = "3500") @Nullable
            BigDecimal jobs,

            @Schema(required = true, description = "The list of exactly the projects counted.")
            String projects,

            @Schema(description = "With `compare`: the same of what it is compared with.")
            Figure.@Nullable Total previous,

            @Schema(description = "With `compare`: by how many percent this is more than `previous`.")
            Figure.@Nullable Percentages change,

            @Schema(
                    description =
                            "With `compare`: by how many percentage points `change` is more than it was one interval"
                                    + " earlier; null at the first.")
            Figure.@Nullable Percentages points) {}

    /** One interval of a series. */
    @Schema(name = "FlowInterval", description = "One interval of a series, with the same rows as all others.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            @Schema(required = true, examples = "2023-06") String interval,

            @Schema(required = true, description = "Its first day within the period.")
            LocalDate from,

            @Schema(required = true, description = "Its last day within the period, inclusive; `asOf` may cut it.")
            LocalDate to,

            @Schema(description = "The days of `previous`.") @Nullable
            Days comparedWith,

            @Schema(required = true) List<Row> rows,
            @Schema(required = true) Total total) {}
}
