package org.investmentpipeline.figures.question;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.Measure;
import org.investmentpipeline.figures.table.Measures;
import org.investmentpipeline.figures.table.Percent;
import org.investmentpipeline.figures.table.Table;
import org.investmentpipeline.figures.view.Figure;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.query.Filter;
import org.investmentpipeline.rest.ConditionalResponse;
import org.jspecify.annotations.Nullable;

/**
 * A question about figures with everything resolved that decides its answer.
 *
 * @param today the bureau's day on which it was asked
 * @param tiers the size tiers known at the moment of knowledge
 * @param percent how its percentages are rounded
 * @param measures the sums of its answer
 */
public record FigureQuery(
        Filter filter,
        Breakdown breakdown,
        LocalDate asOf,
        Instant knownAt,
        LocalDate today,
        SizeTiers tiers,
        Percent percent,
        Measures measures) {

    /** A question whose percentages have one decimal. */
    public FigureQuery(
            Filter filter, Breakdown breakdown, LocalDate asOf, Instant knownAt, LocalDate today, SizeTiers tiers) {
        this(filter, breakdown, asOf, knownAt, today, tiers, Percent.DEFAULT, Measures.DEFAULT);
    }

    /** Stocks are of active projects, unless the status is asked for or shown. */
    public FigureQuery ofActive() {
        var open = filter.asked(ProjectDimensions.STATUS).isEmpty() && !breakdown.has(ProjectDimensions.STATUS);
        return open ? filtered(filter.with(ProjectDimensions.STATUS, List.of(Status.ACTIVE.name()))) : this;
    }

    /** The same of one stage only; refused when another is asked for. */
    public FigureQuery ofStage(Stage stage) {
        var asked = filter.asked(ProjectDimensions.STAGE);
        if (!asked.isEmpty() && !asked.equals(List.of(stage.name()))) {
            throw Problem.invalid("stage", "this figure is of %s; leave stage out", "该指标针对 %s，请省略 stage", stage);
        }
        return filtered(filter.with(ProjectDimensions.STAGE, List.of(stage.name())));
    }

    public FigureQuery by(Breakdown other) {
        return new FigureQuery(filter, other, asOf, knownAt, today, tiers, percent, measures);
    }

    private FigureQuery filtered(Filter other) {
        return new FigureQuery(other, breakdown, asOf, knownAt, today, tiers, percent, measures);
    }

    /** The positions that hold on the day of the answer. */
    public TimeSlice.Stock stock() {
        return stock(asOf);
    }

    public TimeSlice.Stock stock(LocalDate day) {
        return new TimeSlice.Stock(day, knownAt, !day.isBefore(today));
    }

    /** The entries in a period. */
    public TimeSlice.Flow flow(Period period) {
        return flow(period, TimeSlice.LaterOutcome.ANY);
    }

    /** The entries in a period of which something else is so on the day of the answer. */
    public TimeSlice.Flow flow(Period period, TimeSlice.LaterOutcome outcome) {
        return new TimeSlice.Flow(period, asOf, List.of(), knownAt, outcome);
    }

    public Links links(TimeSlice scope) {
        return new Links(filter, scope, breakdown);
    }

    public Table table(List<Aggregates> cells) {
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

    /** A number with the further sums that are asked for. */
    public Figure.Total total(CountAndSum cell, String link) {
        return new Figure.Total(
                cell.count(),
                Money.plain(cell.sum()),
                cell.average(),
                sum(Measure.LAND_AREA, cell),
                sum(Measure.JOBS, cell),
                link);
    }

    /** A further sum; null when it is not asked for. */
    public @Nullable BigDecimal sum(Measure measure, CountAndSum cell) {
        var sum = measures.sum(measure, cell);
        return sum == null ? null : Money.plain(sum);
    }

    /** Percentages that a part is of a whole. */
    public Figure.Percentages share(CountAndSum part, CountAndSum whole) {
        return new Figure.Percentages(
                percent.share(part.number(), whole.number()), percent.share(part.sum(), whole.sum()));
    }

    /** Percentages by which a number is more than another. */
    public Figure.Percentages growth(CountAndSum now, CountAndSum before) {
        return new Figure.Percentages(
                percent.growth(now.number(), before.number()), percent.growth(now.sum(), before.sum()));
    }

    /** An answer that this question and what it is asked of decide. */
    public <T> ConditionalResponse<T> answer(String figure, List<?> more, Supplier<T> view) {
        var determinants = new ArrayList<Object>(List.of(
                figure, filter.parameters(), breakdown.names(), asOf, knownAt, percent.decimals(), measures.names()));
        determinants.addAll(more);
        return ConditionalResponse.decidedBy(determinants, view);
    }
}
