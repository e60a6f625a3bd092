package org.investmentpipeline.figures.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.investmentpipeline.api.ConditionalResponse;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.Cell;
import org.investmentpipeline.figures.table.Cells;
import org.investmentpipeline.figures.table.Table;
import org.investmentpipeline.figures.view.Figure;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.Dimension;
import org.investmentpipeline.project.ProjectFilter;
import org.investmentpipeline.project.Scope;
import org.investmentpipeline.project.ledger.Stage;
import org.investmentpipeline.project.ledger.Status;

/**
 * A question about figures with everything resolved that decides its answer.
 *
 * @param today the bureau's day on which it was asked
 * @param tiers the size tiers known at the moment of knowledge
 */
public record Asked(
        ProjectFilter filter, Breakdown breakdown, LocalDate asOf, Instant knownAt, LocalDate today, SizeTiers tiers) {

    /** Stocks are of active projects, unless the status is asked for or shown. */
    public Asked ofActive() {
        var open = filter.asked(Dimension.STATUS).isEmpty() && !breakdown.has(Dimension.STATUS);
        return open ? filtered(filter.with(Dimension.STATUS, List.of(Status.ACTIVE.name()))) : this;
    }

    /** The same of one stage only; refused when another is asked for. */
    public Asked ofStage(Stage stage) {
        var asked = filter.asked(Dimension.STAGE);
        if (!asked.isEmpty() && !asked.equals(List.of(stage.name()))) {
            throw Problem.invalid("stage", "this figure is of %s; leave stage out", "该指标针对 %s，请省略 stage", stage);
        }
        return filtered(filter.with(Dimension.STAGE, List.of(stage.name())));
    }

    public Asked by(Breakdown other) {
        return new Asked(filter, other, asOf, knownAt, today, tiers);
    }

    private Asked filtered(ProjectFilter other) {
        return new Asked(other, breakdown, asOf, knownAt, today, tiers);
    }

    /** The positions that hold on the day of the answer. */
    public Scope.Stock stock() {
        return stock(asOf);
    }

    public Scope.Stock stock(LocalDate day) {
        return new Scope.Stock(day, knownAt, !day.isBefore(today));
    }

    /** The entries in a period. */
    public Scope.Flow flow(Period period) {
        return flow(period, Scope.Fate.ANY);
    }

    /** The entries in a period of which something else is so on the day of the answer. */
    public Scope.Flow flow(Period period, Scope.Fate fate) {
        return new Scope.Flow(period, asOf, List.of(), knownAt, fate);
    }

    public Links links(Scope scope) {
        return new Links(filter, scope, breakdown);
    }

    public Table table(List<Cells> cells) {
        return new Table(breakdown, tiers, filter, cells);
    }

    public Figure.Basis basis() {
        return new Figure.Basis(asOf, knownAt, Money.CNY, filter.parameters(), breakdown.names());
    }

    /** The values of a row as members of JSON. */
    public Map<String, Object> members(List<String> row) {
        var members = new LinkedHashMap<String, Object>();
        for (var i = 0; i < row.size(); i++) {
            var dimension = breakdown.dimensions().get(i);
            var value = row.get(i);
            members.put(dimension.json(), dimension.isTruth() ? Boolean.valueOf(value) : value);
        }
        return members;
    }

    public Figure.Row row(List<String> values, Cell cell, String link) {
        return new Figure.Row(members(values), cell.count(), Money.plain(cell.investment()), link);
    }

    public static Figure.Total total(Cell cell, String link) {
        return new Figure.Total(cell.count(), Money.plain(cell.investment()), link);
    }

    /** An answer that this question and what it is asked of decide. */
    public <T> ConditionalResponse<T> answer(String figure, List<?> more, Supplier<T> view) {
        var determinants =
                new ArrayList<Object>(List.of(figure, filter.parameters(), breakdown.names(), asOf, knownAt));
        determinants.addAll(more);
        return ConditionalResponse.decidedBy(determinants, view);
    }
}
