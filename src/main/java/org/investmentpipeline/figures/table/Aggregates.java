package org.investmentpipeline.figures.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What each combination of values counts, one value for each dimension of a breakdown, {@code unknown} where there is none. */
public final class Aggregates {
    private final Map<List<String>, CountAndSum> byValues = new LinkedHashMap<>();

    /** Adds to what a combination counts. */
    public void add(List<String> values, CountAndSum cell) {
        byValues.merge(values, cell, CountAndSum::plus);
    }

    /** The combinations that occur. */
    public Iterable<List<String>> occurring() {
        return byValues.keySet();
    }

    /** What a combination counts; nothing when it does not occur. */
    public CountAndSum of(List<String> values) {
        return byValues.getOrDefault(values, CountAndSum.NONE);
    }

    /** All combinations together. */
    public CountAndSum total() {
        return totalOf(any -> true);
    }

    /** Some combinations together. */
    public CountAndSum totalOf(Predicate<List<String>> some) {
        return byValues.entrySet().stream()
                .filter(entry -> some.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(CountAndSum.NONE, CountAndSum::plus);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Aggregates cells && new HashMap<>(byValues).equals(cells.byValues);
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
