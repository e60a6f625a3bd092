package org.investmentpipeline.figures.question;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.investmentpipeline.figures.table.Percent;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A question whose answer has percentages. */
public class RateQuestion extends FigureQuestion {
    @QueryParam("decimals")
    @Parameter(
            description = "The decimals of every percentage: 0, 1 or 2; 1 when left out.",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "2"))
    public @Nullable Integer decimals;

    @Override
    Percent percent() {
        if (decimals == null) {
            return Percent.DEFAULT;
        }
        if (decimals < 0 || decimals > Percent.MOST_DECIMALS) {
            throw Problem.invalid("decimals", "was %d; expected 0, 1 or 2", "给出的是 %d；应为 0、1 或 2", decimals);
        }
        return new Percent(decimals);
    }
}
