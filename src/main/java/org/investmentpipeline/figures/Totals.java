package org.investmentpipeline.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.question.Links;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.view.Figure;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.period.DayComparison;
import org.investmentpipeline.project.query.Dimension;
import org.investmentpipeline.rest.ConditionalResponse;
import org.jspecify.annotations.Nullable;

/** Works out stocks. */
@ApplicationScoped
class Totals {
    private final FigureSource source;

    Totals(FigureSource source) {
        this.source = source;
    }

    /** @param comparison null when nothing is compared */
    ConditionalResponse<Figure.Stock> answer(FigureQuery question, @Nullable DayComparison comparison) {
        var asked = question.ofActive();
        source.check(asked, asked.stock());
        var other = comparison == null ? null : comparison.of(asked.asOf());
        return asked.answer("totals", List.of(String.valueOf(other)), () -> stock(asked, other));
    }

    private Figure.Stock stock(FigureQuery asked, @Nullable LocalDate other) {
        var now = new Side(source.stock(asked, asked.asOf()), asked.links(asked.stock()));
        var before = other == null ? null : new Side(source.stock(asked, other), asked.links(asked.stock(other)));
        var table = asked.table(before == null ? List.of(now.cells) : List.of(now.cells, before.cells));
        var view = new View(asked, now, before);
        var atLeast = table.rowsOfTiers().stream()
                .map(row ->
                        view.row(row, cells -> table.atLeast(cells, row), links -> links.atLeast(row, asked.tiers())))
                .toList();
        return new Figure.Stock(
                asked.basis(),
                other,
                table.rows().stream()
                        .map(row -> view.row(row, cells -> cells.of(row), links -> links.of(row)))
                        .toList(),
                asked.breakdown().has(Dimension.SIZE) ? atLeast : null,
                view.number(Aggregates::total, Links::all));
    }

    /** A stock of one day, and its links. */
    private record Side(Aggregates cells, Links links) {}

    /** A stock, perhaps compared with that of another day. */
    private record View(
            FigureQuery asked, Side now, @Nullable Side before) {

        Figure.Row row(
                List<String> values, Function<Aggregates, CountAndSum> reading, Function<Links, String> linking) {
            var share = asked.share(reading.apply(now.cells), now.cells.total());
            return new Figure.Row(asked.members(values), number(reading, linking), share);
        }

        Figure.StockTotal number(Function<Aggregates, CountAndSum> reading, Function<Links, String> linking) {
            var is = reading.apply(now.cells);
            var previous = before;
            var was = previous == null ? null : reading.apply(previous.cells);
            return new Figure.StockTotal(
                    is.count(),
                    Money.plain(is.investment()),
                    is.average(),
                    linking.apply(now.links),
                    previous == null || was == null ? null : FigureQuery.total(was, linking.apply(previous.links)),
                    was == null ? null : asked.growth(is, was));
        }
    }
}
