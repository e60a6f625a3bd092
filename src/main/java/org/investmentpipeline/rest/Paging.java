package org.investmentpipeline.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The paging parameters of every list: page size and cursor. */
public class Paging {
    private static final int MOST = 500;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "The number of items of a page.",
            schema =
                    @Schema(
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50",
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER))
    public Integer limit = 50;

    @QueryParam("cursor")
    @Parameter(description = "`next` of the previous page; omitted for the first page.")
    public @Nullable String cursor;

    /** The size of a page, 1 to 500. */
    public int size() {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "was %d; expected 1 to %d", "给出的是 %d；应为 1 至 %d", limit, MOST);
        }
        return limit;
    }
}
