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

    /**
     * The days from the first of the period on.
     *
     * @param earlier the same one interval earlier; null at the first
     */
    record Since(Flows.Pair now, Flows.@Nullable Pair earlier) {}

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

    List<Flow.Row> rows(Flows.Pair pair, List<List<String>> rows) {
        return rows(pair, null, rows);
    }

    List<Flow.Row> rows(Flows.Pair pair, @Nullable Since since, List<List<String>> rows) {
        var whole = now(pair.now()).total();
        return rows.stream()
                .map(row -> row(row, total(pair, since, row), share(pair, cells -> cells.of(row), whole)))
                .toList();
    }

    List<Flow.Row> atLeast(Flows.Pair pair, Table table) {
        var whole = now(pair.now()).total();
        return table.rowsOfTiers().stream()
                .map(row -> row(
                        row,
                        total(
                                pair,
                                null,
                                cells -> table.atLeast(cells, row),
                                links -> links.atLeast(row, asked.tiers())),
                        share(pair, cells -> table.atLeast(cells, row), whole)))
                .toList();
    }

    Flow.Total total(Flows.Pair pair) {
        return total(pair, null, Aggregates::total, Links::all);
    }

    Flow.Total total(Flows.Pair pair, Since since) {
        return total(pair, since, Aggregates::total, Links::all);
    }

    private Flow.Row row(List<String> row, Flow.Total counted, Figure.Percentages share) {
        return new Flow.Row(asked.members(row), counted, share);
    }

    private Figure.Percentages share(Flows.Pair pair, Reading reading, CountAndSum whole) {
        return asked.share(reading.apply(now(pair.now())), whole);
    }

    private Flow.Total total(Flows.Pair pair, @Nullable Since since, List<String> row) {
        return total(pair, since, cells -> cells.of(row), links -> links.of(row));
    }

    private Flow.Total total(Flows.Pair pair, @Nullable Since since, Reading reading, Linking linking) {
        var counted = reading.apply(now(pair.now()));
        return new Flow.Total(
                asked.total(counted, link(pair.now(), linking)),
                previous(pair, reading, linking),
                change(pair, reading),
                since == null ? null : cumulative(since, reading, linking));
    }

    private Flow.Cumulative cumulative(Since since, Reading reading, Linking linking) {
        var counted = reading.apply(now(since.now.now()));
        return new Flow.Cumulative(
                counted.count(),
                Money.plain(counted.sum()),
                asked.sum(Measure.LAND_AREA, counted),
                asked.sum(Measure.JOBS, counted),
                link(since.now.now(), linking),
                previous(since.now, reading, linking),
                change(since.now, reading),
                points(since, reading));
    }

    private Figure.@Nullable Total previous(Flows.Pair pair, Reading reading, Linking linking) {
        var span = pair.before();
        return span == null ? null : asked.total(reading.apply(before(span)), link(span, linking));
    }

    private Figure.@Nullable Percentages change(Flows.Pair pair, Reading reading) {
        if (!compares) {
            return null;
        }
        if (pair.before() == null) {
            return new Figure.Percentages(null, null);
        }
        return asked.growth(reading.apply(now(pair.now())), reading.apply(before(pair.before())));
    }

    private Figure.@Nullable Percentages points(Since since, Reading reading) {
        if (!compares) {
            return null;
        }
        if (since.earlier == null || since.earlier.before() == null || since.now.before() == null) {
            return new Figure.Percentages(null, null);
        }
        var is = reading.apply(now(since.now.now()));
        var was = reading.apply(before(since.now.before()));
        var otherIs = reading.apply(now(since.earlier.now()));
        var percent = asked.percent();
        var otherWas = reading.apply(before(since.earlier.before()));
        return new Figure.Percentages(
                percent.points(is.number(), was.number(), otherIs.number(), otherWas.number()),
                percent.points(is.sum(), was.sum(), otherIs.sum(), otherWas.sum()));
    }

    private Aggregates now(Period span) {
        return now.apply(span);
    }

    private Aggregates before(Period span) {
        return before.apply(span);
    }

    private String link(Period span, Linking linking) {
        return linking.apply(asked.links(asked.flow(span)));
    }
}
