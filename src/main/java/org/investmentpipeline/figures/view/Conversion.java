package org.investmentpipeline.figures.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conversion: the state, on a day, of the projects signed in a period. */
@Schema(
        name = "Conversion",
        description = "Of the projects signed in a period: those started, completed and withdrawn on a day. All are"
                + " valued as at signing; the groups may overlap.")
public record Conversion(
        @Schema(required = true, examples = "2022", description = "The period of the cohort.")
        String signedIn,

        @Schema(required = true, description = "The first day of the period.")
        LocalDate from,

        @Schema(required = true, description = "Its last day, inclusive; `asOf` may cut it.")
        LocalDate to,

        @JsonUnwrapped Figure.Basis basis,
        @Schema(required = true) List<Row> rows,
        @Schema(required = true) Groups total) {

    /** One row. */
    @Schema(name = "ConversionRow", description = "One row: a value for each dimension of `by`, and its groups.")
    public record Row(
            @JsonAnyGetter @Schema(hidden = true) Map<String, Object> dimensions,
            @JsonUnwrapped Groups groups) {}

    /** The cohort and its groups. */
    @Schema(name = "ConversionTotal", description = "The cohort and its groups.")
    public record Groups(
            @Schema(required = true, description = "The cohort: the projects signed.")
            Figure.Total signed,

            @Schema(required = true, description = "At or past GROUNDBREAKING.")
            Group started,

            @Schema(required = true, description = "COMPLETED.")
            Group completed,

            @Schema(required = true, description = "WITHDRAWN, at whatever stage.")
            Group withdrawn) {}

    /** A group and its share of the cohort. */
    @Schema(name = "ConversionGroup", description = "A part of the cohort, and its share of it.")
    public record Group(
            @Schema(required = true, examples = "20") long count,

            @Schema(required = true, examples = "5100000000", description = "CNY, as at signing.")
            BigDecimal investment,

            @Schema(required = true, description = "The list of exactly the projects counted.")
            String projects,

            @Schema(required = true, description = "Percent of `signed`.")
            Figure.Percentages rate) {}
}
