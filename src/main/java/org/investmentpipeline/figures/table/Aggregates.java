package org.investmentpipeline.figures.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts and sums by combination of values, one value for each dimension of a breakdown, {@code unknown} where there is none.
 *
 * <p>The table is its own, as the hash codes of lists of codes such as {@code zone-12} and {@code sector-7} coincide by the dozen.
 */
public final class Aggregates {
    private static final int FACTOR = 0x9E37_79B9;
    private static final int SHIFT = 15;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<CountAndSum> cells = new ArrayList<>();
    /** The places of rows by hash, each plus one; zero is free. At most half is taken. */
    private int[] places;

    public Aggregates() {
        this(4);
    }

    /** With room for a number of combinations. */
    public Aggregates(int combinations) {
        places = new int[2 * Math.max(4, Integer.highestOneBit(2 * combinations))];
    }

    /** Adds to the cell of a combination. */
    public void add(List<String> values, CountAndSum cell) {
        var slot = slot(values);
        if (places[slot] > 0) {
            cells.set(places[slot] - 1, cells.get(places[slot] - 1).plus(cell));
            return;
        }
        rows.add(values);
        cells.add(cell);
        places[slot] = rows.size();
        if (2 * rows.size() > places.length) {
            places = new int[2 * places.length];
            for (var i = 0; i < rows.size(); i++) {
                places[slot(rows.get(i))] = i + 1;
            }
        }
    }

    /** The slot that has the place of a combination, or the free one where it belongs. */
    private int slot(List<String> values) {
        var hash = 0;
        for (var i = 0; i < values.size(); i++) {
            hash = (hash ^ values.get(i).hashCode()) * FACTOR;
            hash ^= hash >>> SHIFT;
        }
        var mask = places.length - 1;
        var slot = hash & mask;
        while (places[slot] > 0 && !rows.get(places[slot] - 1).equals(values)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The combinations that occur. */
    public Iterable<List<String>> occurring() {
        return Collections.unmodifiableList(rows);
    }

    /** The cell of a combination; an empty one when it does not occur. */
    public CountAndSum of(List<String> values) {
        var place = places[slot(values)];
        return place > 0 ? cells.get(place - 1) : CountAndSum.NONE;
    }

    /** All combinations together. */
    public CountAndSum total() {
        return totalOf(any -> true);
    }

    /** Some combinations together. */
    public CountAndSum totalOf(Predicate<List<String>> some) {
        return IntStream.range(0, rows.size())
                .filter(place -> some.test(rows.get(place)))
                .mapToObj(cells::get)
                .reduce(CountAndSum.NONE, CountAndSum::plus);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Aggregates others
                && others.rows.size() == rows.size()
                && IntStream.range(0, rows.size())
                        .allMatch(place -> others.of(rows.get(place)).equals(cells.get(place)));
    }

    @Override
    public int hashCode() {
        return IntStream.range(0, rows.size())
                .map(place -> rows.get(place).hashCode() ^ cells.get(place).hashCode())
                .sum();
    }

    @Override
    public String toString() {
        return IntStream.range(0, rows.size())
                .mapToObj(place -> rows.get(place) + "=" + cells.get(place))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
