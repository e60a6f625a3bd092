package org.investmentpipeline.project.query;

import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.investmentpipeline.query.Dimensions;
import org.investmentpipeline.query.FilterParameters;
import org.jspecify.annotations.Nullable;

/** The filter of projects. The fields document parameters that take one value; the filter is read from the address. */
public class ProjectFilterParameters extends FilterParameters {
    static final String CNY = "CNY, inclusive.";
    static final String SEARCHED =
            "A text in today's code, name or investor, whatever the case and width of its letters, its blanks and"
                    + " the kind of its brackets; not with figures, asOf or knownAt.";

    @QueryParam("minInvestment")
    @Parameter(description = CNY)
    public @Nullable BigDecimal minInvestment;

    @QueryParam("maxInvestment")
    @Parameter(description = CNY)
    public @Nullable BigDecimal maxInvestment;

    @QueryParam("q")
    @Parameter(description = SEARCHED)
    public @Nullable String q;

    @Override
    protected Dimensions dimensions() {
        return ProjectDimensions.ALL;
    }
}
