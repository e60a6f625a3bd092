package org.investmentpipeline.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.source.AggregateQuery;
import org.investmentpipeline.figures.source.BoundaryQuery;
import org.investmentpipeline.figures.table.MovementCause;
import org.investmentpipeline.figures.table.MovementSide;
import org.investmentpipeline.figures.view.Bridge;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedPosition;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.query.Condition;
import org.investmentpipeline.rest.ConditionalResponse;
import org.investmentpipeline.rest.Cursor;
import org.jspecify.annotations.Nullable;

/** Lists what a bridge counts: the boundaries at which projects came in, went out or were revalued, by day. */
@ApplicationScoped
class BridgeChanges {
    private static final int PLACE = 5;

    private final AggregateQuery query;
    private final BoundaryQuery boundaries;
    private final ProjectConditions criteria;
    private final LedgerClock ledgerClock;

    BridgeChanges(AggregateQuery query, BoundaryQuery boundaries, ProjectConditions criteria, LedgerClock ledgerClock) {
        this.query = query;
        this.boundaries = boundaries;
        this.criteria = criteria;
        this.ledgerClock = ledgerClock;
    }

    /**
     * The part of a bridge that is listed.
     *
     * @param cause of what entered or left; null for what was revalued
     */
    record Part(Period period, MovementSide side, @Nullable MovementCause cause) {
        Part {
            if ((side == MovementSide.REVALUED) != (cause == null)) {
                throw Problem.invalid(
                        "cause", "belongs to what entered or left, and only to that", "进入或离开须给出原因，重估则不得给出");
            }
        }
    }

    ConditionalResponse<Bridge.Page> answer(FigureQuery question, Part part, int limit, @Nullable String cursor) {
        var asked = question.by(Bridges.withStage(question.breakdown())).ofActive();
        var condition = criteria.empty(asked.stock());
        condition.bind("entry", part.cause != null && part.cause.entry());
        var where = where(asked, part, condition);
        if (cursor != null) {
            after(condition, Cursor.parse(cursor, PLACE), asked);
            where += " and (n.from, n.projectId, n.ordinal) > (:day, :project, :ordinal)";
        }
        var hql =
                "select n, o, j from %s join Project j on j.id = n.projectId where %s order by n.from, n.projectId, n.ordinal"
                        .formatted(BoundaryQuery.pairs(condition, asked), where);
        var more = List.of(
                part.period.name(),
                part.side,
                String.valueOf(part.cause),
                limit,
                String.valueOf(cursor),
                ledgerClock.lastChange());
        return asked.answer("bridge/changes", more, () -> page(asked, hql, condition, limit));
    }

    private Bridge.Page page(FigureQuery asked, String hql, Condition condition, int limit) {
        var slice = Cursor.slice(query.rows(hql, condition, limit + 1), limit, row -> place(asked, row));
        return new Bridge.Page(slice.items().stream().map(BridgeChanges::view).toList(), slice.next());
    }

    private String where(FigureQuery asked, Part part, Condition condition) {
        var before = "o.id is not null and " + boundaries.inside(condition, asked, "o");
        var after = boundaries.inside(condition, asked, "n");
        var side = switch (part.side) {
            case ENTERED -> after + " and " + not(before + " and " + sameRow(asked));
            case LEFT -> before + " and " + not(after + " and " + sameRow(asked));
            case REVALUED -> "%s and %s and %s and o.cny <> n.cny".formatted(before, after, sameRow(asked));
        };
        var cause = part.cause == null ? "" : " and " + of(part.cause);
        return BoundaryQuery.within(condition, asked, part.period) + " and " + side + cause;
    }

    /** That a condition does not hold, which it also does not where a value is absent. */
    private static String not(String condition) {
        return "case when " + condition + " then 1 else 0 end = 0";
    }

    /** Whether both positions are counted in the same row. */
    private static String sameRow(FigureQuery asked) {
        var before = AggregateQuery.terms(asked.breakdown(), asked.tiers(), "o");
        var after = AggregateQuery.terms(asked.breakdown(), asked.tiers(), "n");
        var same = new ArrayList<String>();
        for (var i = 0; i < before.size(); i++) {
            same.add("%s is not distinct from %s".formatted(before.get(i), after.get(i)));
        }
        return "(" + String.join(" and ", same) + ")";
    }

    /** The HQL condition of a cause, as {@link MovementCause#of} defines it; the query filters entries of stages elsewhere. */
    private static String of(MovementCause cause) {
        var turned = "o.state.stage = n.state.stage and o.state.status <> n.state.status and n.state.status = ";
        return switch (cause) {
            case REGISTERED -> "o.id is null";
            case TAKEN_OVER -> "(o.id is null or o.state.stage <> n.state.stage)";
            case MOVED -> "o.state.stage <> n.state.stage";
            case SUSPENDED -> turned + "SUSPENDED";
            case WITHDRAWN -> turned + "WITHDRAWN";
            case RESUMED -> turned + "ACTIVE";
            case RECLASSIFIED -> "o.state.stage = n.state.stage and o.state.status = n.state.status";
        };
    }

    private static Cursor place(FigureQuery asked, Object[] row) {
        var position = (RecordedPosition) row[0];
        return Cursor.of(
                asked.asOf().toString(),
                asked.knownAt().toString(),
                position.position().from().toString(),
                Long.toString(position.projectId()),
                Integer.toString(position.position().ordinal()));
    }

    private static void after(Condition condition, Cursor cursor, FigureQuery asked) {
        var values = cursor.values();
        if (!values.subList(0, 2)
                .equals(List.of(asked.asOf().toString(), asked.knownAt().toString()))) {
            throw Problem.invalid(
                    "cursor",
                    "belongs to a list of another day or moment of knowledge; give asOf and knownAt",
                    "属于日期或知晓时刻不同的另一个列表；请给出 asOf 和 knownAt");
        }
        try {
            condition.bind("day", LocalDate.parse(values.get(2)));
            condition.bind("project", Long.valueOf(values.get(3)));
            condition.bind("ordinal", Integer.valueOf(values.get(4)));
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw Cursor.refused();
        }
    }

    private static Bridge.Change view(Object[] row) {
        var now = (RecordedPosition) row[0];
        var old = (RecordedPosition) row[1];
        var project = (Project) row[2];
        var after = now.standing();
        var before = old == null ? null : old.standing();
        var cause = MovementCause.of(
                before == null ? null : before.stage(),
                before == null ? null : before.status(),
                after.stage(),
                after.status(),
                now.position().entry() != null);
        return new Bridge.Change(
                project.id(),
                project.code,
                project.name,
                now.position().from(),
                cause,
                before == null ? null : side(before),
                side(after));
    }

    private static Bridge.Position side(ProjectState standing) {
        var investment = standing.investment();
        BigDecimal cny = investment == null ? null : investment.cny();
        return new Bridge.Position(
                standing.stage(),
                standing.status(),
                cny,
                standing.sector(),
                standing.zone(),
                standing.department(),
                standing.origin(),
                standing.agreement(),
                standing.key(),
                standing.leader());
    }
}
