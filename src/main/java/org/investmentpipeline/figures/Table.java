package org.investmentpipeline.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.Dimension;
import org.investmentpipeline.project.ledger.Stage;

/**
 * Cells laid out as a table without holes: every stage and size that the filter leaves has its row, zero where nothing is;
 * pure.
 */
record Table(Breakdown breakdown, SizeTiers tiers, Map<Dimension, List<String>> filter, List<Cell> cells) {

    /** All rows, zero ones among them, in the order of stages, of tiers, and else of codes. */
    List<Cell> rows() {
        var rows = new LinkedHashMap<List<String>, Cell>();
        if (breakdown.dimensions().isEmpty()) {
            return List.of();
        }
        for (var frame : frames()) {
            combine(frame, 0, new ArrayList<>(), rows);
        }
        cells.forEach(cell -> rows.put(cell.values(), cell));
        return rows.values().stream().sorted(order()).toList();
    }

    /** The combinations of the values that only occur, each to be completed with every stage and size. */
    private Set<List<String>> frames() {
        var frames = new LinkedHashSet<List<String>>();
        cells.forEach(cell -> frames.add(frame(cell)));
        if (breakdown.dimensions().stream().allMatch(Table::isComplete)) {
            frames.add(breakdown.dimensions().stream().map(dimension -> "").toList());
        }
        return frames;
    }

    private List<String> frame(Cell cell) {
        var frame = new ArrayList<String>();
        for (var i = 0; i < cell.values().size(); i++) {
            frame.add(
                    isComplete(breakdown.dimensions().get(i))
                            ? ""
                            : cell.values().get(i));
        }
        return frame;
    }

    private static boolean isComplete(Dimension dimension) {
        return dimension == Dimension.STAGE || dimension == Dimension.SIZE;
    }

    private void combine(List<String> frame, int at, List<String> chosen, Map<List<String>, Cell> rows) {
        if (at == frame.size()) {
            var values = List.copyOf(chosen);
            rows.put(values, Cell.empty(values));
            return;
        }
        var dimension = breakdown.dimensions().get(at);
        for (var value : isComplete(dimension) ? domain(dimension) : List.of(frame.get(at))) {
            chosen.add(value);
            combine(frame, at + 1, chosen, rows);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** Every stage, or every tier and what has no size, as far as the filter leaves them. */
    private List<String> domain(Dimension dimension) {
        var all = dimension == Dimension.STAGE
                ? Arrays.stream(Stage.values()).map(Stage::name).toList()
                : tiers.codes();
        var place = breakdown.dimensions().indexOf(dimension);
        var domain = new ArrayList<>(all);
        if (cells.stream().anyMatch(cell -> cell.values().get(place).equals(Catalogue.UNKNOWN))) {
            domain.add(Catalogue.UNKNOWN);
        }
        var asked = filter.get(dimension);
        if (asked != null) {
            domain.retainAll(asked);
        }
        return domain;
    }

    /** From each tier's lower edge up, with the other dimensions as they are. */
    List<Cell> atLeast() {
        var place = breakdown.dimensions().indexOf(Dimension.SIZE);
        var sums = new ArrayList<Cell>();
        for (var row : rows()) {
            var from = tiers.codes().indexOf(row.values().get(place));
            if (from >= 0) {
                sums.add(cells.stream()
                        .filter(cell -> isAtLeast(cell, row, place, from))
                        .map(cell -> new Cell(row.values(), cell.count(), cell.investment()))
                        .reduce(Cell.empty(row.values()), Cell::plus));
            }
        }
        return sums;
    }

    private boolean isAtLeast(Cell cell, Cell row, int place, int from) {
        for (var i = 0; i < row.values().size(); i++) {
            if (i != place && !cell.values().get(i).equals(row.values().get(i))) {
                return false;
            }
        }
        return tiers.codes().indexOf(cell.values().get(place)) >= from;
    }

    /** All cells together. */
    Cell total() {
        return cells.stream()
                .map(cell -> new Cell(List.of(), cell.count(), cell.investment()))
                .reduce(Cell.empty(List.of()), Cell::plus);
    }

    private Comparator<Cell> order() {
        Comparator<Cell> order = (one, other) -> 0;
        for (var i = 0; i < breakdown.dimensions().size(); i++) {
            var place = i;
            order = order.thenComparing(
                    cell -> cell.values().get(place),
                    byPlace(breakdown.dimensions().get(place)));
        }
        return order;
    }

    private Comparator<String> byPlace(Dimension dimension) {
        var known = dimension == Dimension.STAGE
                ? Arrays.stream(Stage.values()).map(Stage::name).toList()
                : dimension == Dimension.SIZE ? tiers.codes() : List.<String>of();
        Comparator<String> unknownLast = Comparator.comparing(Catalogue.UNKNOWN::equals);
        return unknownLast.thenComparing(known::indexOf).thenComparing(Comparator.naturalOrder());
    }
}
