package org.investmentpipeline.project.query;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What lists and figures alike are asked: which projects, as they stood on a day, as it was known at a moment. */
public class ProjectQuestion {
    @BeanParam
    public FilterParameters filter = new FilterParameters();

    @QueryParam("asOf")
    @Parameter(description = "The day that the answer is about; today when left out.", example = "2023-06-30")
    public @Nullable LocalDate asOf;

    @QueryParam("knownAt")
    @Parameter(
            description = "As it was known at a moment; the present when left out.",
            example = "2023-07-03T08:00:00Z")
    public @Nullable Instant knownAt;
}
