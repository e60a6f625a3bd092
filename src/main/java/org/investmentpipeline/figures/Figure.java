package org.investmentpipeline.figures;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure: how many projects and how much investment, broken down, each row with the link to exactly what it counted. */
public final class Figure {
    private Figure() {}

    /** One row of a breakdown. */
    @Schema(
            name = "FigureRow",
            description = "One row: a value for each dimension of `by`, what it counts, and the link to it.")
    public record Row(
            @JsonAnyGetter @Schema(hidden = true) Map<String, Object> dimensions,
            @Schema(required = true, examples = "3") long count,

            @Schema(required = true, examples = "5100000000", description = "CNY.")
            BigDecimal investment,

            @Schema(
                    required = true,
                    description = "The list of exactly the projects counted.",
                    examples = "/api/v1/projects?asOf=2023-06-30&stage=SIGNED&size=1b-5b")
            String projects) {}

    /** All that the filter leaves. */
    @Schema(name = "FigureTotal", description = "All rows together, and the link to what they count.")
    public record Total(
            @Schema(required = true, examples = "63") long count,

            @Schema(required = true, examples = "60950000000", description = "CNY.")
            BigDecimal investment,

            @Schema(required = true) String projects) {}

    /** A stock. */
    @Schema(name = "Totals", description = "The projects standing on a day, counted and summed.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stock(
            @Schema(required = true, examples = "2023-06-30")
            LocalDate asOf,

            @Schema(required = true, description = "The moment of knowledge; give it again to get the same answer.")
            Instant knownAt,

            @Schema(required = true, examples = "CNY") String currency,

            @Schema(required = true, description = "The filter as it was applied.")
            Map<String, List<String>> filter,

            @Schema(required = true, examples = "[\"stage\",\"size\"]")
            List<String> by,

            @Schema(required = true) List<Row> rows,

            @Schema(description = "The same from each tier's lower edge up; only when `by` names size.") @Nullable
            List<Row> atLeast,

            @Schema(required = true) Total total) {}

    /** A flow. */
    @Schema(name = "Flows", description = "The entries into stages within a period, counted and summed.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Flow(
            @Schema(required = true, examples = "2023-H1") String period,

            @Schema(required = true, description = "The first day of the period.")
            LocalDate from,

            @Schema(required = true, description = "Its last day, inclusive.")
            LocalDate to,

            @Schema(required = true, description = "The day that cuts the period.")
            LocalDate asOf,

            @Schema(required = true, description = "The moment of knowledge; give it again to get the same answer.")
            Instant knownAt,

            @Schema(required = true, examples = "CNY") String currency,

            @Schema(required = true, description = "The filter as it was applied.")
            Map<String, List<String>> filter,

            @Schema(required = true, examples = "[\"stage\",\"sector\"]")
            List<String> by,

            @Schema(required = true) List<Row> rows,

            @Schema(description = "The same from each tier's lower edge up; only when `by` names size.") @Nullable
            List<Row> atLeast,

            @Schema(required = true) Total total) {}
}
