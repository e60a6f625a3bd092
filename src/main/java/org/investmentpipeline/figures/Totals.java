package org.investmentpipeline.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.view.Figure;
import org.investmentpipeline.project.query.Dimension;
import org.investmentpipeline.rest.ConditionalResponse;

/** Works out stocks. */
@ApplicationScoped
class Totals {
    private final FigureSource source;

    Totals(FigureSource source) {
        this.source = source;
    }

    ConditionalResponse<Figure.Stock> answer(FigureQuery question) {
        var asked = question.ofActive();
        source.check(asked, asked.stock());
        return asked.answer("totals", List.of(), () -> stock(asked, source.stock(asked, asked.asOf())));
    }

    private static Figure.Stock stock(FigureQuery asked, Aggregates cells) {
        var table = asked.table(List.of(cells));
        var links = asked.links(asked.stock());
        var rows = table.rows().stream()
                .map(row -> asked.row(row, cells.of(row), links.of(row)))
                .toList();
        var atLeast = table.rowsOfTiers().stream()
                .map(row -> asked.row(row, table.atLeast(cells, row), links.atLeast(row, asked.tiers())))
                .toList();
        return new Figure.Stock(
                asked.basis(),
                rows,
                asked.breakdown().has(Dimension.SIZE) ? atLeast : null,
                FigureQuery.total(cells.total(), links.all()));
    }
}
