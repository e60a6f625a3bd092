package org.investmentpipeline.figures.question;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.investmentpipeline.figures.table.Measures;

/** A question whose answer may sum more than the investment. */
public class SumQuestion extends RateQuestion {
    @QueryParam("sums")
    @DefaultValue("")
    @Parameter(
            description =
                    "The sums beside each count: investment, landArea (mu), jobs. The investment is always among them;"
                            + " projects without a value are counted and not summed.",
            example = "investment,landArea,jobs")
    public String sums = "";

    @Override
    Measures measures() {
        return Measures.parse(sums);
    }
}
