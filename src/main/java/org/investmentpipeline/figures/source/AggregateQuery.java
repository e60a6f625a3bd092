package org.investmentpipeline.figures.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.Measures;
import org.investmentpipeline.figures.table.PrefixSums;
import org.investmentpipeline.input.Unknown;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.query.Condition;
import org.investmentpipeline.query.Dimension;

/** Counts and sums positions in the database, straight into cells; it only reads. */
@ApplicationScoped
public class AggregateQuery {
    private final EntityManager entities;
    private final ProjectConditions criteria;

    AggregateQuery(EntityManager entities, ProjectConditions criteria) {
        this.entities = entities;
        this.criteria = criteria;
    }

    /** Refuses a filter that names what does not exist, before anything is counted. */
    void check(FigureQuery asked, TimeSlice scope) {
        criteria.build(asked.filter(), scope);
    }

    Aggregates stock(FigureQuery asked, LocalDate day) {
        return cells(criteria.build(asked.filter(), asked.stock(day)), asked);
    }

    Aggregates flow(FigureQuery asked, Period period) {
        return cells(criteria.build(asked.filter(), asked.flow(period)), asked);
    }

    PrefixSums flows(FigureQuery asked, List<Period> spans) {
        var cut = spans.stream()
                .filter(span -> !span.cut(asked.asOf()).isBefore(span.first()))
                .toList();
        return cut.isEmpty() ? new PrefixSums(List.of()) : dated(asked, cut);
    }

    private PrefixSums dated(FigureQuery asked, List<Period> spans) {
        var first = spans.stream().map(Period::first).min(LocalDate::compareTo).orElseThrow();
        var last = spans.stream().map(Period::last).max(LocalDate::compareTo).orElseThrow();
        var condition = criteria.build(asked.filter(), asked.flow(Period.between(first, last)));
        var terms = terms(asked.breakdown(), condition.tiers(), "p");
        terms.add("p.from");
        var days = rows(condition, terms, asked.measures()).stream()
                .map(row -> new PrefixSums.Dated(
                        (LocalDate) row[terms.size() - 1],
                        values(row, asked.breakdown(), condition.tiers()),
                        cell(row, terms.size())))
                .toList();
        return new PrefixSums(days);
    }

    private Aggregates cells(Condition condition, FigureQuery asked) {
        var terms = terms(asked.breakdown(), condition.tiers(), "p");
        var cells = new Aggregates();
        for (var row : rows(condition, terms, asked.measures())) {
            var cell = cell(row, terms.size());
            if (cell.count() > 0) {
                cells.add(values(row, asked.breakdown(), condition.tiers()), cell);
            }
        }
        return cells;
    }

    private List<Object[]> rows(Condition condition, List<String> terms, Measures measures) {
        var groups = String.join(", ", terms);
        var sums = measures.all().stream()
                .map(measure -> "sum(p." + measure.attribute() + ")")
                .collect(Collectors.joining(", "));
        var hql = "select %s count(*), %s from RecordedPosition p where %s %s"
                .formatted(
                        groups.isEmpty() ? "" : groups + ",",
                        sums,
                        condition.where(),
                        groups.isEmpty() ? "" : "group by " + groups);
        return rows(hql, condition);
    }

    public List<Object[]> rows(String hql, Condition condition) {
        return condition
                .applyTo(entities.unwrap(Session.class).createSelectionQuery(hql, Object[].class))
                .getResultList();
    }

    /** The first rows only. */
    public List<Object[]> rows(String hql, Condition condition, int most) {
        return condition
                .applyTo(entities.unwrap(Session.class).createSelectionQuery(hql, Object[].class))
                .setMaxResults(most)
                .getResultList();
    }

    /** The terms that distinguish the rows of a breakdown, of the position of an alias. */
    public static List<String> terms(Breakdown breakdown, SizeTiers tiers, String alias) {
        var terms = new ArrayList<String>();
        breakdown
                .dimensions()
                .forEach(dimension -> terms.add(
                        dimension == ProjectDimensions.SIZE ? sizeTerm(tiers, alias) : dimension.path(alias)));
        return terms;
    }

    /** Sizes are distinguished by number, so that nothing but numbers enters the text of the query. */
    private static String sizeTerm(SizeTiers tiers, String alias) {
        var term = new StringBuilder("case when %s.state.investment.amount is null then -1".formatted(alias));
        for (var i = 0; i < tiers.tiers().size() - 1; i++) {
            var upper = tiers.tiers().get(i + 1).lower().toPlainString();
            term.append(" when %s.cny < %s then %d".formatted(alias, upper, i));
        }
        return term.append(" else ")
                .append(tiers.tiers().size() - 1)
                .append(" end")
                .toString();
    }

    /** The values that lead a row of the database. */
    static List<String> values(Object[] row, Breakdown breakdown, SizeTiers tiers) {
        return values(row, 0, breakdown, tiers);
    }

    /** The values in a row of the database, from a place on. */
    static List<String> values(Object[] row, int from, Breakdown breakdown, SizeTiers tiers) {
        var values = new ArrayList<String>();
        for (var i = 0; i < breakdown.dimensions().size(); i++) {
            values.add(text(breakdown.dimensions().get(i), row[from + i], tiers));
        }
        return List.copyOf(values);
    }

    /** The count and the sums of a row of the database, from a place on. */
    static CountAndSum cell(Object[] row, int from) {
        var sums = Arrays.stream(row, from + 1, row.length)
                .map(sum -> sum == null ? BigDecimal.ZERO : new BigDecimal(sum.toString()))
                .toList();
        return new CountAndSum((Long) row[from], sums.get(0), List.copyOf(sums.subList(1, sums.size())));
    }

    private static String text(Dimension dimension, Object value, SizeTiers tiers) {
        if (dimension == ProjectDimensions.SIZE) {
            var number = ((Number) value).intValue();
            return number < 0 ? Unknown.WORD : tiers.tiers().get(number).code();
        }
        return value == null ? Unknown.WORD : value.toString();
    }
}
