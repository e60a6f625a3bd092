package org.investmentpipeline.project.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import org.investmentpipeline.catalogue.tier.KnownTiers;
import org.investmentpipeline.ledger.LedgerRow;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.query.Condition;
import org.investmentpipeline.query.ConditionBuilder;
import org.investmentpipeline.query.Filter;

/** Builds the one condition on positions that lists, figures and links share, from a filter and a slice of both clocks. */
@ApplicationScoped
public class ProjectConditions {
    private final ConditionBuilder filters;
    private final KnownTiers tiers;

    public ProjectConditions(ConditionBuilder filters, KnownTiers tiers) {
        this.filters = filters;
        this.tiers = tiers;
    }

    /** The positions {@code p} of a slice that a filter selects. */
    public Condition build(Filter filter, TimeSlice slice) {
        var condition = empty(slice);
        addTime(condition, slice);
        filters.conditions(condition, filter, "p").forEach(condition::and);
        return condition;
    }

    /** A condition that every position meets, with the size tiers known at the moment of a slice. */
    public Condition empty(TimeSlice slice) {
        return Condition.with(tiers.at(slice.knownAt()));
    }

    private static void addTime(Condition condition, TimeSlice slice) {
        if (slice instanceof TimeSlice.Flow flow) {
            condition.and("p.entry = true");
            condition.and("p.from between %s and %s"
                    .formatted(
                            condition.bind("first", flow.period().first()),
                            condition.bind("last", flow.period().cut(flow.asOf()))));
            if (!flow.entered().isEmpty()) {
                condition.and("p.state.stage in " + condition.bind("entered", flow.entered()));
            }
            addOutcome(condition, flow);
        } else if (slice instanceof TimeSlice.Stock stock && stock.present()) {
            condition.and("p.to = " + condition.bind("open", Position.OPEN));
        } else {
            condition.and(holds(condition, "p", slice));
        }
        condition.and(known(condition, "p", slice));
    }

    /** HQL: whether the position of an alias is true on the day of the answer. */
    public static String holds(Condition condition, String alias, TimeSlice slice) {
        return LedgerRow.holds(alias, condition.bind("asOf", slice.asOf()));
    }

    /** HQL: whether the position of an alias was known at the moment of knowledge. */
    public static String known(Condition condition, String alias, TimeSlice slice) {
        return LedgerRow.known(alias, condition.bind("knownAt", slice.knownAt()));
    }

    private static void addOutcome(Condition condition, TimeSlice.Flow flow) {
        var outcome = flow.outcome();
        if (outcome.reached() != null || outcome.became() != null) {
            var stages = EnumSet.range(
                    outcome.reached() == null ? Stage.UNDER_NEGOTIATION : outcome.reached(), Stage.COMPLETED);
            var statuses = outcome.became() == null ? EnumSet.allOf(Status.class) : EnumSet.of(outcome.became());
            condition.and(another(condition, flow)
                    + " and %s and o.state.stage in %s and o.state.status in %s)"
                            .formatted(
                                    holds(condition, "o", flow),
                                    condition.bind("reached", stages),
                                    condition.bind("became", statuses)));
        }
        if (outcome.alsoEntered() != null) {
            condition.and(another(condition, flow)
                    + " and o.entry = true and o.from <= %s and o.state.stage = %s)"
                            .formatted(
                                    condition.bind("asOf", flow.asOf()),
                                    condition.bind("alsoEntered", outcome.alsoEntered())));
        }
    }

    private static String another(Condition condition, TimeSlice.Flow flow) {
        return "exists (select 1 from RecordedPosition o where o.projectId = p.projectId and "
                + known(condition, "o", flow);
    }
}
