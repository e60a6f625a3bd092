package org.investmentpipeline.figures.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What each combination of values counts, one value for each dimension of a breakdown, {@code unknown} where there is none. */
public final class Cells {
    private final Map<List<String>, Cell> byValues = new LinkedHashMap<>();

    /** Adds to what a combination counts. */
    public void add(List<String> values, Cell cell) {
        byValues.merge(values, cell, Cell::plus);
    }

    /** The combinations that occur. */
    public Iterable<List<String>> occurring() {
        return byValues.keySet();
    }

    /** What a combination counts; nothing when it does not occur. */
    public Cell of(List<String> values) {
        return byValues.getOrDefault(values, Cell.NONE);
    }

    /** All combinations together. */
    public Cell total() {
        return totalOf(any -> true);
    }

    /** Some combinations together. */
    public Cell totalOf(Predicate<List<String>> some) {
        return byValues.entrySet().stream()
                .filter(entry -> some.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Cell.NONE, Cell::plus);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cells cells && new HashMap<>(byValues).equals(cells.byValues);
    }

    @Override
    public int hashCode() {
        return byValues.hashCode();
    }

    @Override
    public String toString() {
        return byValues.toString();
    }
}
