package org.investmentpipeline.query;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a register that are asked for, the same in lists, figures and links: any of the values of a dimension, and all
 * dimensions at once.
 *
 * @param values the values of each dimension as texts, in the order of the dimensions; without dimensions of which any value will do
 */
public record Filter(Dimensions dimensions, Map<Dimension, List<String>> values) {
    public Filter {
        values = Collections.unmodifiableMap(dimensions.inOrder(values));
    }

    /** The values asked of a dimension; empty when any value will do. */
    public List<String> asked(Dimension dimension) {
        return values.getOrDefault(dimension, List.of());
    }

    /** This filter with other values of a dimension; with an empty list, any value will do. */
    public Filter with(Dimension dimension, List<String> asked) {
        var others = new LinkedHashMap<>(values);
        others.put(dimension, asked);
        return new Filter(dimensions, others);
    }

    /** This filter with a lower bound, unless its own is higher. */
    public Filter atLeast(Dimension dimension, BigDecimal bound) {
        var higher = asked(dimension).stream().map(BigDecimal::new).reduce(bound, BigDecimal::max);
        return with(dimension, List.of(higher.toPlainString()));
    }

    /** The filter as the parameters that make it again, for links. */
    public Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        values.forEach((dimension, asked) -> parameters.put(dimension.json(), asked));
        return parameters;
    }
}
