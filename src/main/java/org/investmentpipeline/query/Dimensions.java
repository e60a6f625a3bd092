package org.investmentpipeline.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dimensions of a register in the order of parameters, links and the contract. */
public record Dimensions(List<Dimension> all) {
    public Dimensions {
        all = List.copyOf(all);
    }

    public static Dimensions of(Dimension... all) {
        return new Dimensions(List.of(all));
    }

    /** The dimensions by which figures can be broken down. */
    public List<Dimension> ofRows() {
        return all.stream().filter(Dimension::isOfRows).toList();
    }

    /** The dimension of a name by which figures can be broken down; empty if there is none. */
    public Optional<Dimension> ofRows(String json) {
        return ofRows().stream()
                .filter(dimension -> dimension.json().equals(json))
                .findFirst();
    }

    /** A filter that selects every row. */
    public Filter noFilter() {
        return new Filter(this, Map.of());
    }

    /** A filter by texts, as parameters have them. */
    public Filter filter(Map<Dimension, List<String>> asked) {
        return new Filter(this, asked);
    }

    /** Values in the order of the dimensions. */
    Map<Dimension, List<String>> inOrder(Map<Dimension, List<String>> values) {
        var ordered = new LinkedHashMap<Dimension, List<String>>();
        for (var dimension : all) {
            var asked = values.get(dimension);
            if (asked != null && !asked.isEmpty()) {
                ordered.put(dimension, asked);
            }
        }
        if (!all.containsAll(values.keySet())) {
            throw new IllegalArgumentException("not of this register: " + values.keySet());
        }
        return ordered;
    }
}
