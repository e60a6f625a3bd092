package org.investmentpipeline.query;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The day that a question is about, and the moment of knowledge. */
public class TimeParameters {
    @QueryParam("asOf")
    @Parameter(description = "The day that the answer is about; today when left out.", example = "2023-06-30")
    public @Nullable LocalDate asOf;

    @QueryParam("knownAt")
    @Parameter(
            description = "As it was known at a moment; the present when left out.",
            example = "2023-07-03T08:00:00Z")
    public @Nullable Instant knownAt;
}
