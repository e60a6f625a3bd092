package org.investmentpipeline.query;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.input.ParameterFamily;
import org.jspecify.annotations.Nullable;

/** The filter of a register as query parameters, one for each dimension. */
public abstract class FilterParameters implements ParameterFamily {
    @Context
    @Nullable
    UriInfo address;

    /** The dimensions of the register. */
    protected abstract Dimensions dimensions();

    @Override
    public Map<String, Boolean> parameters() {
        var parameters = new LinkedHashMap<String, Boolean>();
        dimensions().all().forEach(dimension -> parameters.put(dimension.json(), dimension.isRepeatable()));
        return parameters;
    }

    /** The filter; a value that has not the form of its dimension is refused. */
    public Filter filter() {
        var values = new LinkedHashMap<Dimension, List<String>>();
        if (address != null) {
            var given = address.getQueryParameters();
            for (var dimension : dimensions().all()) {
                var asked = given.getOrDefault(dimension.json(), List.of());
                values.put(dimension, asked.stream().map(dimension::canonical).toList());
            }
        }
        return dimensions().filter(values);
    }
}
