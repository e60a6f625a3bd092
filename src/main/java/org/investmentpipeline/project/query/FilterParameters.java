package org.investmentpipeline.project.query;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.investmentpipeline.input.ParameterFamily;
import org.jspecify.annotations.Nullable;

/** The filter of projects as the parameters of an address: one for each dimension, and the bounds that are none. */
@ParameterFamily(Dimension.class)
public class FilterParameters {
    @Context
    @Nullable
    UriInfo address;

    @QueryParam("minInvestment")
    @Parameter(description = "CNY, inclusive.")
    public @Nullable BigDecimal minInvestment;

    @QueryParam("maxInvestment")
    @Parameter(description = "CNY, inclusive.")
    public @Nullable BigDecimal maxInvestment;

    @QueryParam("q")
    @Parameter(
            description =
                    "A text in today's code, name or investor, in small or capital, full- or half-width letters alike; not"
                            + " with figures, asOf or knownAt.")
    public @Nullable String q;

    /** The filter; what has not the form of its dimension is refused. */
    public ProjectFilter filter() {
        var values = new EnumMap<Dimension, List<String>>(Dimension.class);
        if (address != null) {
            var given = address.getQueryParameters();
            for (var dimension : Dimension.values()) {
                var asked = given.getOrDefault(dimension.json(), List.of());
                asked.stream().filter(text -> !dimension.isAbsence(text)).forEach(dimension::read);
                if (!asked.isEmpty()) {
                    values.put(dimension, List.copyOf(asked));
                }
            }
        }
        return new ProjectFilter(values, minInvestment, maxInvestment, q);
    }
}
