package org.investmentpipeline.project.query;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which projects are meant; the same in lists, figures and links. Several values of a dimension mean any of them, everything
 * else must hold at once.
 *
 * @param values what is asked of each dimension, as text; dimensions that nothing is asked of are left out
 * @param minInvestment CNY, inclusive
 * @param maxInvestment CNY, inclusive
 * @param q a text in today's code, name or investor
 */
public record ProjectFilter(
        Map<Dimension, List<String>> values,
        @Nullable BigDecimal minInvestment,
        @Nullable BigDecimal maxInvestment,
        @Nullable String q) {

    /** What is asked of a dimension; nothing when any value will do. */
    public List<String> asked(Dimension dimension) {
        return values.getOrDefault(dimension, List.of());
    }

    /** This filter, asking something else of a dimension; nothing when the values are empty. */
    public ProjectFilter with(Dimension dimension, List<String> asked) {
        var others = new EnumMap<Dimension, List<String>>(Dimension.class);
        others.putAll(values);
        if (asked.isEmpty()) {
            others.remove(dimension);
        } else {
            others.put(dimension, asked);
        }
        return of(others);
    }

    /** The same bounds, asking other values of the dimensions. */
    public ProjectFilter of(Map<Dimension, List<String>> others) {
        return new ProjectFilter(others, minInvestment, maxInvestment, q);
    }

    /** This filter without what is less than a bound, unless its own is higher. CNY, inclusive. */
    public ProjectFilter atLeast(BigDecimal bound) {
        return new ProjectFilter(values, minInvestment == null ? bound : minInvestment.max(bound), maxInvestment, q);
    }

    /** The filter as the parameters that make it again, for links. */
    public Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        values.forEach((dimension, asked) -> parameters.put(dimension.json(), asked));
        put(parameters, "minInvestment", minInvestment == null ? null : minInvestment.toPlainString());
        put(parameters, "maxInvestment", maxInvestment == null ? null : maxInvestment.toPlainString());
        put(parameters, "q", q);
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, List.of(Objects.requireNonNull(value)));
        }
    }
}
