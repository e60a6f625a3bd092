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
import org.investmentpipeline.period.DayComparison;
import org.investmentpipeline.project.query.ProjectDimensions;
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
        var now = source.stock(asked, asked.asOf());
        var before = other == null ? null : source.stock(asked, other);
        var table = asked.table(before == null ? List.of(now) : List.of(now, before));
        var view = new View(asked, now, before, other);
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
                asked.breakdown().has(ProjectDimensions.SIZE) ? atLeast : null,
                view.number(Aggregates::total, Links::all));
    }

    /** A stock, perhaps compared with that of another day. */
    private record View(
            FigureQuery asked,
            CountAndSum whole,
            Aggregates now,
            @Nullable Aggregates before,
            Links links,
            @Nullable Links linksBefore) {

        View(FigureQuery asked, Aggregates now, @Nullable Aggregates before, @Nullable LocalDate other) {
            this(
                    asked,
                    now.total(),
                    now,
                    before,
                    asked.links(asked.stock()),
                    other == null ? null : asked.links(asked.stock(other)));
        }

        Figure.Row row(
                List<String> values, Function<Aggregates, CountAndSum> reading, Function<Links, String> linking) {
            var share = asked.share(reading.apply(now), whole);
            return new Figure.Row(asked.members(values), number(reading, linking), share);
        }

        Figure.StockTotal number(Function<Aggregates, CountAndSum> reading, Function<Links, String> linking) {
            var is = reading.apply(now);
            var was = before == null ? null : reading.apply(before);
            return new Figure.StockTotal(
                    asked.total(is, linking.apply(links)),
                    was == null || linksBefore == null ? null : asked.total(was, linking.apply(linksBefore)),
                    was == null ? null : asked.growth(is, was));
        }
    }
}
