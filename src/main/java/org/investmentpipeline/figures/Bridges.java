package org.investmentpipeline.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.question.Links;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.MovementCause;
import org.investmentpipeline.figures.table.MovementSide;
import org.investmentpipeline.figures.table.Movements;
import org.investmentpipeline.figures.view.Bridge;
import org.investmentpipeline.figures.view.Figure;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.rest.ConditionalResponse;
import org.jspecify.annotations.Nullable;

/** Works out bridges. */
@ApplicationScoped
class Bridges {
    private final FigureSource source;

    Bridges(FigureSource source) {
        this.source = source;
    }

    ConditionalResponse<Bridge> answer(FigureQuery question, Period period) {
        var asked = question.by(withStage(question.breakdown())).ofActive();
        source.check(asked, asked.stock());
        return asked.answer("bridge", List.of(period.name()), () -> bridge(asked, period));
    }

    /**
     * A bridge is always one of each stage, or a move would neither enter nor leave; the stage comes in addition to the three dimensions
     * that may be asked for.
     */
    static Breakdown withStage(Breakdown breakdown) {
        if (breakdown.has(ProjectDimensions.STAGE)) {
            return breakdown;
        }
        var dimensions = new ArrayList<>(List.of(ProjectDimensions.STAGE));
        dimensions.addAll(breakdown.dimensions());
        return new Breakdown(List.copyOf(dimensions));
    }

    private Bridge bridge(FigureQuery asked, Period period) {
        var end = asked.stock(period.cut(asked.asOf()));
        var eve = asked.stock(earlier(period.first().minusDays(1), end.asOf()));
        var changes = source.movements(asked, period);
        var spans = new Spans(
                asked,
                period,
                source.stock(asked, eve.asOf()),
                source.stock(asked, end.asOf()),
                changes,
                asked.links(eve),
                asked.links(end),
                asked.links(asked.stock()));
        var all = new ArrayList<>(List.of(spans.opening, spans.closing, changes.revalued()));
        all.addAll(changes.entered().values());
        all.addAll(changes.left().values());
        var rows = asked.table(all).rows().stream()
                .map(row -> new Bridge.Row(asked.members(row), spans.of(row)))
                .toList();
        return new Bridge(period.name(), period.first(), period.last(), asked.basis(), rows, spans.of(null));
    }

    /** A period that begins after the day of the answer opens as it closes. */
    private static LocalDate earlier(LocalDate eve, LocalDate end) {
        return end.isBefore(eve) ? end : eve;
    }

    private record Spans(
            FigureQuery asked,
            Period period,
            Aggregates opening,
            Aggregates closing,
            Movements changes,
            Links toOpening,
            Links toClosing,
            Links toChanges) {

        /** Of one row, or of all. */
        Bridge.Spans of(@Nullable List<String> row) {
            var entered = items(changes.entered(), MovementSide.ENTERED, row);
            var left = items(changes.left(), MovementSide.LEFT, row);
            var revalued = cell(changes.revalued(), row);
            var list = toChanges.changes(row, period, MovementSide.REVALUED, null);
            return new Bridge.Spans(
                    stock(opening, toOpening, row),
                    sum(entered),
                    sum(left),
                    new Bridge.Revalued(0, Money.plain(revalued.sum()), revalued.count(), list),
                    stock(closing, toClosing, row),
                    new Bridge.Causes(entered, left));
        }

        private static CountAndSum cell(Aggregates cells, @Nullable List<String> row) {
            return row == null ? cells.total() : cells.of(row);
        }

        private Figure.Total stock(Aggregates cells, Links links, @Nullable List<String> row) {
            return asked.total(cell(cells, row), row == null ? links.all() : links.of(row));
        }

        private List<Bridge.Item> items(
                Map<MovementCause, Aggregates> byCause, MovementSide side, @Nullable List<String> row) {
            var items = new ArrayList<Bridge.Item>();
            byCause.forEach((cause, cells) -> {
                var cell = cell(cells, row);
                if (cell.count() > 0) {
                    var list = toChanges.changes(row, period, side, cause);
                    items.add(new Bridge.Item(cause, cell.count(), Money.plain(cell.sum()), list));
                }
            });
            return items;
        }

        private static Figure.Sum sum(List<Bridge.Item> items) {
            var sum = items.stream()
                    .map(item -> new CountAndSum(item.count(), item.investment()))
                    .reduce(CountAndSum.NONE, CountAndSum::plus);
            return new Figure.Sum(sum.count(), Money.plain(sum.sum()));
        }
    }
}
