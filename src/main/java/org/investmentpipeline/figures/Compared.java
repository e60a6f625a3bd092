package org.investmentpipeline.figures;

import java.util.List;
import java.util.function.Function;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.question.Links;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.Measure;
import org.investmentpipeline.figures.table.Table;
import org.investmentpipeline.figures.view.Figure;
import org.investmentpipeline.figures.view.Flow;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.period.Period;
import org.jspecify.annotations.Nullable;

/** Compares the counts and sums of spans of days with those of other spans. */
final class Compared {
    private final FigureQuery asked;
    private final boolean compares;
    private final Function<Period, Aggregates> now;
    private final Function<Period, Aggregates> before;

    /** Reads the cell of one row, or of all. */
    private interface Reading extends Function<Aggregates, CountAndSum> {}

    /** Makes the link to the list of one row, or of all. */
    private interface Linking extends Function<Links, String> {}

    /** A span of days with its cells and its links, which all of its rows share. */
    private record Side(Aggregates cells, Links links) {}

    /** A span of days and the one that it is compared with. */
    record Sides(Side now, @Nullable Side before) {}

    /**
     * The days from the first of the period on.
     *
     * @param earlier the same one interval earlier; null at the first
     */
    record Since(Sides now, @Nullable Sides earlier) {}

    Compared(
            FigureQuery asked,
            boolean compares,
            Function<Period, Aggregates> now,
            Function<Period, Aggregates> before) {
        this.asked = asked;
        this.compares = compares;
        this.now = now;
        this.before = before;
    }

    static Flow.@Nullable Days days(@Nullable Period span) {
        return span == null ? null : new Flow.Days(span.name(), span.first(), span.last());
    }

    Sides sides(Flows.Pair pair) {
        var before = pair.before();
        return new Sides(side(pair.now(), now), before == null ? null : side(before, this.before));
    }

    private Side side(Period span, Function<Period, Aggregates> cells) {
        return new Side(cells.apply(span), asked.links(asked.flow(span)));
    }

    List<Flow.Row> rows(Sides sides, @Nullable Since since, List<List<String>> rows) {
        var whole = sides.now.cells.total();
        return rows.stream()
                .map(row -> row(row, total(sides, since, row), asked.share(sides.now.cells.of(row), whole)))
                .toList();
    }

    List<Flow.Row> atLeast(Sides sides, Table table) {
        var whole = sides.now.cells.total();
        return table.rowsOfTiers().stream()
                .map(row -> row(
                        row,
                        total(
                                sides,
                                null,
                                cells -> table.atLeast(cells, row),
                                links -> links.atLeast(row, asked.tiers())),
                        asked.share(table.atLeast(sides.now.cells, row), whole)))
                .toList();
    }

    Flow.Total total(Sides sides, @Nullable Since since) {
        return total(sides, since, Aggregates::total, Links::all);
    }

    private Flow.Row row(List<String> row, Flow.Total counted, Figure.Percentages share) {
        return new Flow.Row(asked.members(row), counted, share);
    }

    private Flow.Total total(Sides sides, @Nullable Since since, List<String> row) {
        return total(sides, since, cells -> cells.of(row), links -> links.of(row));
    }

    private Flow.Total total(Sides sides, @Nullable Since since, Reading reading, Linking linking) {
        return new Flow.Total(
                number(sides.now, reading, linking),
                previous(sides, reading, linking),
                change(sides, reading),
                since == null ? null : cumulative(since, reading, linking));
    }

    private Figure.Total number(Side side, Reading reading, Linking linking) {
        return asked.total(reading.apply(side.cells), linking.apply(side.links));
    }

    private Flow.Cumulative cumulative(Since since, Reading reading, Linking linking) {
        var counted = reading.apply(since.now.now.cells);
        return new Flow.Cumulative(
                counted.count(),
                Money.plain(counted.sum()),
                asked.sum(Measure.LAND_AREA, counted),
                asked.sum(Measure.JOBS, counted),
                linking.apply(since.now.now.links),
                previous(since.now, reading, linking),
                change(since.now, reading),
                points(since, reading));
    }

    private Figure.@Nullable Total previous(Sides sides, Reading reading, Linking linking) {
        return sides.before == null ? null : number(sides.before, reading, linking);
    }

    private Figure.@Nullable Percentages change(Sides sides, Reading reading) {
        if (!compares) {
            return null;
        }
        if (sides.before == null) {
            return new Figure.Percentages(null, null);
        }
        return asked.growth(reading.apply(sides.now.cells), reading.apply(sides.before.cells));
    }

    private Figure.@Nullable Percentages points(Since since, Reading reading) {
        if (!compares) {
            return null;
        }
        if (since.earlier == null || since.earlier.before == null || since.now.before == null) {
            return new Figure.Percentages(null, null);
        }
        var is = reading.apply(since.now.now.cells);
        var was = reading.apply(since.now.before.cells);
        var otherIs = reading.apply(since.earlier.now.cells);
        var percent = asked.percent();
        var otherWas = reading.apply(since.earlier.before.cells);
        return new Figure.Percentages(
                percent.points(is.number(), was.number(), otherIs.number(), otherWas.number()),
                percent.points(is.sum(), was.sum(), otherIs.sum(), otherWas.sum()));
    }
}
