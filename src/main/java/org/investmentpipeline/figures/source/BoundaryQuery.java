package org.investmentpipeline.figures.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.MovementCause;
import org.investmentpipeline.figures.table.Movements;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.query.Condition;
import org.investmentpipeline.query.ConditionBuilder;

/**
 * Reads the boundaries of a period: each position {@code n} that begins in it, with {@code o}, the one before it in the same
 * life, if any; and works out which projects came into a row, left it, or were revalued within.
 */
@ApplicationScoped
public class BoundaryQuery {
    /** Positions of one day are numbered from 0; the first of a day follows the one that ends on it. */
    private static final String FOLLOWS = """
            o.projectId = n.projectId and (
                n.ordinal = 0 and o.to = n.from and o.from < n.from
                or n.ordinal > 0 and o.from = n.from and o.ordinal = n.ordinal - 1)
            """;

    /** The columns that precede the values of the rows. */
    private static final List<String> FACTS =
            List.of("o.state.stage", "o.state.status", "n.state.stage", "n.state.status", "n.entry");

    /** Then whether the one before was inside the filter, whether this one is, and whether the investment changed. */
    private static final int FLAGS = 3;

    private final AggregateQuery query;
    private final ProjectConditions criteria;
    private final ConditionBuilder filters;

    public BoundaryQuery(AggregateQuery query, ProjectConditions criteria, ConditionBuilder filters) {
        this.query = query;
        this.criteria = criteria;
        this.filters = filters;
    }

    public Movements within(FigureQuery asked, Period period) {
        var changes = new Movements();
        for (var entry : List.of(true, false)) {
            var condition = criteria.empty(asked.stock());
            condition.bind("entry", entry);
            query.rows(hql(asked, period, condition), condition).forEach(row -> note(asked, row, changes));
        }
        return changes;
    }

    /**
     * The facts are worked out row by row within, and grouped without: both databases take that alike. Entries and other
     * boundaries are read one after the other, for the index that finds those of a period begins with which they are.
     */
    private String hql(FigureQuery asked, Period period, Condition condition) {
        var before = inside(condition, asked, "o");
        var after = inside(condition, asked, "n");
        var columns = new ArrayList<>(FACTS);
        columns.add("case when o.id is not null and %s then 1 else 0 end".formatted(before));
        columns.add("case when %s then 1 else 0 end".formatted(after));
        columns.add("case when o.cny <> n.cny then 1 else 0 end");
        columns.addAll(AggregateQuery.terms(asked.breakdown(), asked.tiers(), "o"));
        columns.addAll(AggregateQuery.terms(asked.breakdown(), asked.tiers(), "n"));
        var names = IntStream.range(0, columns.size()).mapToObj(i -> "t.c" + i).collect(Collectors.joining(", "));
        var selected = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " as c" + i)
                .collect(Collectors.joining(", "));
        return """
                select %1$s, count(*), sum(t.before), sum(t.after) from (
                    select %2$s, coalesce(o.cny, 0) as before, n.cny as after
                    from %3$s where %4$s and (%5$s or o.id is not null and %6$s)
                ) t group by %1$s
                """.formatted(names, selected, pairs(condition, asked), within(condition, asked, period), after, before);
    }

    /** The pairs of positions that follow one another, as they were known. */
    public static String pairs(Condition condition, FigureQuery asked) {
        return "RecordedPosition n left join RecordedPosition o on %s and %s"
                .formatted(FOLLOWS, ProjectConditions.known(condition, "o", asked.stock()));
    }

    /** The boundaries of a period, those that enter a stage or the others, as {@code :entry} says. */
    public static String within(Condition condition, FigureQuery asked, Period period) {
        return "n.entry = :entry and n.from between %s and %s and %s"
                .formatted(
                        condition.bind("first", period.first()),
                        condition.bind("last", period.cut(asked.asOf())),
                        ProjectConditions.known(condition, "n", asked.stock()));
    }

    public String inside(Condition condition, FigureQuery asked, String alias) {
        var conditions = filters.conditions(condition, asked.filter(), alias);
        return conditions.isEmpty() ? "1 = 1" : "(" + String.join(" and ", conditions) + ")";
    }

    private static void note(FigureQuery asked, Object[] row, Movements changes) {
        var cause = MovementCause.of(
                (Stage) row[0], (Status) row[1], (Stage) row[2], (Status) row[3], Boolean.TRUE.equals(row[4]));
        var wasInside = isSet(row[5]);
        var isInside = isSet(row[6]);
        var first = FACTS.size() + FLAGS;
        var before = AggregateQuery.values(row, first, asked.breakdown(), asked.tiers());
        var second = first + before.size();
        var after = AggregateQuery.values(row, second, asked.breakdown(), asked.tiers());
        var count = ((Number) row[row.length - 3]).longValue();
        var old = new CountAndSum(count, (BigDecimal) row[row.length - 2]);
        var now = new CountAndSum(count, (BigDecimal) row[row.length - 1]);
        if (wasInside && isInside && before.equals(after)) {
            if (isSet(row[7])) {
                changes.revalued().add(after, new CountAndSum(count, now.sum().subtract(old.sum())));
            }
            return;
        }
        if (wasInside) {
            changes.addLeft(cause, before, old);
        }
        if (isInside) {
            changes.addEntered(cause, after, now);
        }
    }

    private static boolean isSet(Object flag) {
        return ((Number) flag).intValue() == 1;
    }
}
