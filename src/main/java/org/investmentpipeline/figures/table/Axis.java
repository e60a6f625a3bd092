package org.investmentpipeline.figures.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.investmentpipeline.input.Unknown;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.query.Dimension;
import org.investmentpipeline.query.Filter;

/**
 * The values of one dimension of a table in their order, as digits from 0 up.
 *
 * @param domain of a dimension whose values all have rows: every stage, or every tier and the lack of a size where that occurs, as far
 *     as the filter leaves them; empty for other dimensions
 */
record Axis(boolean isComplete, List<String> values, Map<String, Integer> digits, List<String> domainValues) {

    static Axis of(Dimension dimension, Collection<String> occurring, SizeTiers tiers, Filter filter) {
        var isComplete = dimension == ProjectDimensions.STAGE || dimension == ProjectDimensions.SIZE;
        var known = known(dimension, tiers);
        var asked = filter.asked(dimension);
        var domain = new HashSet<>(known);
        if (isComplete && occurring.contains(Unknown.WORD)) {
            domain.add(Unknown.WORD);
        }
        domain.removeIf(value -> !asked.isEmpty() && !asked.contains(value));
        var all = new HashSet<>(occurring);
        all.addAll(domain);
        var values = all.stream().sorted(order(known)).toList();
        var digits = new HashMap<String, Integer>();
        for (var value : values) {
            digits.put(value, digits.size());
        }
        return new Axis(isComplete, values, digits, List.copyOf(domain));
    }

    private static List<String> known(Dimension dimension, SizeTiers tiers) {
        if (dimension == ProjectDimensions.STAGE) {
            return Arrays.stream(Stage.values()).map(Stage::name).toList();
        }
        return dimension == ProjectDimensions.SIZE ? tiers.codes() : List.of();
    }

    private static Comparator<String> order(List<String> known) {
        Comparator<String> unknownLast = Comparator.comparing(Unknown.WORD::equals);
        return unknownLast.thenComparing(known::indexOf).thenComparing(Comparator.naturalOrder());
    }

    int size() {
        return values.size();
    }

    int digit(String value) {
        return Objects.requireNonNull(digits.get(value));
    }

    String value(int digit) {
        return values.get(digit);
    }

    IntStream domain() {
        return domainValues.stream().mapToInt(this::digit);
    }
}
