package org.investmentpipeline.figures.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The common parts of figures, and the simplest figure: a stock. */
public final class Figure {
    static final String AVERAGE = "CNY: investment ÷ count, rounded half up to two decimals; projects without an"
            + " investment are in the count. Null when nothing is counted.";
    static final String LAND_AREA = "With `sums=landArea`: the land area in mu (亩).";
    static final String JOBS = "With `sums=jobs`: the jobs.";

    private Figure() {}

    /** The basis of a figure: the same question with the same day and moment always has the same answer. */
    @Schema(name = "FigureBasis", description = "The basis of the figure.")
    public record Basis(
            @Schema(
                    required = true,
                    examples = "2023-06-30",
                    description = "The day the figure is about; it cuts a period.")
            LocalDate asOf,

            @Schema(required = true, description = "The moment of knowledge; give it again to get the same answer.")
            Instant knownAt,

            @Schema(required = true, examples = "CNY") String currency,

            @Schema(required = true, description = "The filter as it was applied.")
            Map<String, List<String>> filter,

            @Schema(required = true, examples = "[\"stage\",\"size\"]")
            List<String> by) {}

    /** One row of a breakdown. */
    @Schema(
            name = "FigureRow",
            description =
                    "One row: a value for each dimension of `by`, its count and sums, and the link to the projects.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @JsonAnyGetter @Schema(hidden = true) Map<String, Object> dimensions,
            @JsonUnwrapped StockTotal counted,

            @Schema(required = true, description = "Percent of `total`.")
            Percentages share) {}

    /** A number of a stock, perhaps compared with that of another day. */
    @Schema(name = "StockTotal", description = "A count and sums on a day, the link to the projects, and a comparison.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StockTotal(
            @JsonUnwrapped Total counted,

            @Schema(description = "With `compare`: the same on the other day.") @Nullable
            Total previous,

            @Schema(description = "With `compare`: by how many percent this is more than `previous`.") @Nullable
            Percentages change) {}

    /** All that the filter leaves. */
    @Schema(name = "FigureTotal", description = "All rows together, and the link to their projects.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            @Schema(required = true, examples = "63") long count,

            @Schema(required = true, examples = "60950000000", description = "CNY.")
            BigDecimal investment,

            @Schema(required = true, nullable = true, examples = "1700000000", description = AVERAGE)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            BigDecimal average,

            @Schema(description = LAND_AREA, examples = "1200") @Nullable
            BigDecimal landArea,

            @Schema(type = SchemaType.INTEGER, description = JOBS, examples = "3500") @Nullable
            BigDecimal jobs,

            @Schema(
                    required = true,
                    description = "The list of exactly the projects counted.",
                    examples = "/api/v1/projects?asOf=2023-06-30&stage=SIGNED&size=1b-5b")
            String projects) {}

    /** A count and a sum without a list of their own. */
    @Schema(name = "FigureSum", description = "A count and a sum.")
    public record Sum(
            @Schema(required = true, examples = "3") long count,

            @Schema(required = true, examples = "5100000000", description = "CNY.")
            BigDecimal investment) {}

    /** Percentages of a count and of a sum. */
    @Schema(
            name = "FigurePercent",
            description =
                    "Percentages of the count and of the investment, with as many decimals as `decimals` says, one by"
                            + " default; null where they cannot be computed.")
    public record Percentages(
            @Schema(required = true, nullable = true, examples = "12.5") @Nullable
            BigDecimal count,

            @Schema(required = true, nullable = true, examples = "-3.1") @Nullable
            BigDecimal investment) {}

    /** A stock. */
    @Schema(name = "Totals", description = "The projects of a day, counted and summed.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stock(
            @JsonUnwrapped Basis basis,

            @Schema(description = "With `compare`: the day of `previous`.", examples = "2022-12-31") @Nullable
            LocalDate comparedWith,

            @Schema(required = true) List<Row> rows,

            @Schema(description = "The same from each tier's lower edge up; only when `by` names size.") @Nullable
            List<Row> atLeast,

            @Schema(required = true) StockTotal total) {}
}
