package org.investmentpipeline.figures.question;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The period of a figure, which must be given. */
public class PeriodParameter {
    @QueryParam("period")
    @Parameter(
            required = true,
            description = Period.FORMS + ".",
            example = "2023-H1",
            schema = @Schema(type = SchemaType.STRING))
    public @Nullable Period period;

    public Period given() {
        return required("period", period);
    }

    public static Period required(String parameter, @Nullable Period period) {
        if (period == null) {
            throw Problem.invalid(
                    parameter, "is missing; expected one of the forms %s", "缺少；应为以下形式之一：%s", Period.FORMS);
        }
        return period;
    }
}
