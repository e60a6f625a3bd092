package org.investmentpipeline.figures.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.query.Dimension;
import org.investmentpipeline.query.Filter;

/**
 * The rows of a breakdown as a table without holes: every stage and size that the filter leaves has its row, whether
 * anything is in it or not.
 */
public final class Table {
    private final Breakdown breakdown;
    private final SizeTiers tiers;
    private final Filter filter;
    private final Set<List<String>> occurring = new LinkedHashSet<>();

    /** A table of all combinations that occur in any of the cells. */
    public Table(Breakdown breakdown, SizeTiers tiers, Filter filter, List<Aggregates> cells) {
        this.breakdown = breakdown;
        this.tiers = tiers;
        this.filter = filter;
        cells.forEach(each -> each.occurring().forEach(occurring::add));
    }

    /** The values of all rows, in the order of stages, of tiers, and else of codes. */
    public List<List<String>> rows() {
        var dimensions = breakdown.dimensions();
        if (dimensions.isEmpty()) {
            return List.of();
        }
        var rows = new HashSet<>(occurring);
        var domains = dimensions.stream()
                .map(dimension -> isComplete(dimension) ? domain(dimension) : List.<String>of())
                .toList();
        if (dimensions.stream().allMatch(Table::isComplete)) {
            complete(dimensions.stream().map(dimension -> "").toList(), domains, new ArrayList<>(), rows);
        }
        occurring.forEach(values -> complete(values, domains, new ArrayList<>(), rows));
        return rows.stream().sorted(order()).toList();
    }

    /** The rows that {@code atLeast} has: those of a known size. */
    public List<List<String>> rowsOfTiers() {
        var place = breakdown.place(ProjectDimensions.SIZE);
        return place < 0
                ? List.of()
                : rows().stream()
                        .filter(row -> tiers.codes().contains(row.get(place)))
                        .toList();
    }

    /** What a row counts together with those of larger sizes. */
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

    private static boolean isComplete(Dimension dimension) {
        return dimension == ProjectDimensions.STAGE || dimension == ProjectDimensions.SIZE;
    }

    /** Adds to the rows what has the values of one but any stage and any size. */
    private void complete(
            List<String> values, List<List<String>> domains, List<String> chosen, Set<List<String>> rows) {
        var at = chosen.size();
        if (at == values.size()) {
            rows.add(List.copyOf(chosen));
            return;
        }
        var complete = isComplete(breakdown.dimensions().get(at));
        for (var value : complete ? domains.get(at) : List.of(values.get(at))) {
            chosen.add(value);
            complete(values, domains, chosen, rows);
            chosen.remove(at);
        }
    }

    /** Every stage, or every tier and what has no size where that occurs, as far as the filter leaves them. */
    private List<String> domain(Dimension dimension) {
        var place = breakdown.place(dimension);
        var occurs = occurring.stream().anyMatch(values -> values.get(place).equals(Catalogue.UNKNOWN));
        var asked = filter.asked(dimension);
        return Stream.concat(known(dimension).stream(), occurs ? Stream.of(Catalogue.UNKNOWN) : Stream.of())
                .filter(value -> asked.isEmpty() || asked.contains(value))
                .toList();
    }

    private List<String> known(Dimension dimension) {
        if (dimension == ProjectDimensions.STAGE) {
            return Arrays.stream(Stage.values()).map(Stage::name).toList();
        }
        return dimension == ProjectDimensions.SIZE ? tiers.codes() : List.of();
    }

    private Comparator<List<String>> order() {
        Comparator<List<String>> order = (one, other) -> 0;
        for (var i = 0; i < breakdown.dimensions().size(); i++) {
            var place = i;
            order = order.thenComparing(
                    values -> values.get(place), byPlace(breakdown.dimensions().get(place)));
        }
        return order;
    }

    private Comparator<String> byPlace(Dimension dimension) {
        var known = known(dimension);
        Comparator<String> unknownLast = Comparator.comparing(Catalogue.UNKNOWN::equals);
        return unknownLast.thenComparing(known::indexOf).thenComparing(Comparator.naturalOrder());
    }
}
