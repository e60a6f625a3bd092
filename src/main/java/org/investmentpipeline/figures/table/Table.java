package org.investmentpipeline.figures.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.query.Filter;

/**
 * The rows of a breakdown as a table without holes: every stage and size that the filter leaves has its row, whether
 * anything is in it or not. A row is worked out as a number with one digit for each dimension, so rows are sorted as numbers.
 */
public final class Table {
    private final Breakdown breakdown;
    private final SizeTiers tiers;
    private final List<Axis> axes;
    private final List<List<String>> rows;

    /** A table of all combinations that occur in any of the cells. */
    public Table(Breakdown breakdown, SizeTiers tiers, Filter filter, List<Aggregates> cells) {
        this.breakdown = breakdown;
        this.tiers = tiers;
        var dimensions = breakdown.dimensions();
        this.axes = IntStream.range(0, dimensions.size())
                .mapToObj(place -> Axis.of(dimensions.get(place), occurring(cells, place), tiers, filter))
                .toList();
        this.rows = axes.isEmpty() ? List.of() : rows(cells);
    }

    private static Set<String> occurring(List<Aggregates> cells, int place) {
        var values = new HashSet<String>();
        cells.forEach(each -> each.occurring().forEach(row -> values.add(row.get(place))));
        return values;
    }

    private List<List<String>> rows(List<Aggregates> cells) {
        var occurring = LongStream.builder();
        cells.forEach(each -> each.occurring().forEach(row -> occurring.add(number(row))));
        var numbers = distinct(occurring.build().toArray());
        var completed = completed(numbers);
        var all = Arrays.copyOf(numbers, numbers.length + completed.length);
        System.arraycopy(completed, 0, all, numbers.length, completed.length);
        return LongStream.of(distinct(all)).mapToObj(this::values).toList();
    }

    /** The numbers in their order, each once. */
    private static long[] distinct(long[] numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        var size = 0;
        for (var number : sorted) {
            if (size == 0 || sorted[size - 1] != number) {
                sorted[size++] = number;
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /** The rows with the values of one but any stage and any size. */
    private long[] completed(long[] numbers) {
        var isOneForAll = axes.stream().allMatch(Axis::isComplete);
        var completed = isOneForAll
                ? new long[] {0}
                : distinct(LongStream.of(numbers).map(this::withoutCompleted).toArray());
        var weight = 1L;
        for (var place = axes.size() - 1; place >= 0; place--) {
            var axis = axes.get(place);
            if (axis.isComplete()) {
                completed = expanded(completed, axis.domain().toArray(), weight);
            }
            weight *= axis.size();
        }
        return completed;
    }

    /** Each number with each digit of a weight. */
    private static long[] expanded(long[] numbers, int[] digits, long weight) {
        var expanded = new long[Math.multiplyExact(numbers.length, digits.length)];
        for (var i = 0; i < expanded.length; i++) {
            expanded[i] = numbers[i / digits.length] + digits[i % digits.length] * weight;
        }
        return expanded;
    }

    /** The number of a row; without digits where the table is complete. */
    private long withoutCompleted(long number) {
        var rest = number;
        var weight = 1L;
        var without = 0L;
        for (var place = axes.size() - 1; place >= 0; place--) {
            var axis = axes.get(place);
            without += axis.isComplete() ? 0 : rest % axis.size() * weight;
            rest /= axis.size();
            weight *= axis.size();
        }
        return without;
    }

    private long number(List<String> row) {
        var number = 0L;
        for (var place = 0; place < axes.size(); place++) {
            number = number * axes.get(place).size() + axes.get(place).digit(row.get(place));
        }
        return number;
    }

    private List<String> values(long number) {
        var values = new String[axes.size()];
        var rest = number;
        for (var place = values.length - 1; place >= 0; place--) {
            var axis = axes.get(place);
            values[place] = axis.value((int) (rest % axis.size()));
            rest /= axis.size();
        }
        return List.of(values);
    }

    /** The values of all rows, in the order of stages, of tiers, and else of codes. */
    public List<List<String>> rows() {
        return rows;
    }

    /** The rows that {@code atLeast} has: those of a known size. */
    public List<List<String>> rowsOfTiers() {
        var place = breakdown.place(ProjectDimensions.SIZE);
        var codes = Set.copyOf(tiers.codes());
        return place < 0
                ? List.of()
                : rows.stream().filter(row -> codes.contains(row.get(place))).toList();
    }

    /** The cell of a row together with those of larger sizes. */
    public CountAndSum atLeast(Aggregates cells, List<String> row) {
        var place = breakdown.place(ProjectDimensions.SIZE);
        var sizes = tiers.codes();
        var larger = new ArrayList<>(row);
        var sum = CountAndSum.NONE;
        for (var size : sizes.subList(sizes.indexOf(row.get(place)), sizes.size())) {
            larger.set(place, size);
            sum = sum.plus(cells.of(larger));
        }
        return sum;
    }
}
