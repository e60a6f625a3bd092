package org.investmentpipeline.project.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.investmentpipeline.catalogue.tier.KnownTiers;
import org.investmentpipeline.input.text.SearchText;
import org.investmentpipeline.money.SizeTier;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;

/** Builds the one condition that lists, figures and links share, from a filter and the scope on both clocks. */
@ApplicationScoped
public class ConditionBuilder {
    private final FilterReader reader;
    private final KnownTiers tiers;

    public ConditionBuilder(FilterReader reader, KnownTiers tiers) {
        this.reader = reader;
        this.tiers = tiers;
    }

    /** The positions {@code p} of a scope that a filter leaves. */
    public Condition build(ProjectFilter filter, TimeSlice scope) {
        var criteria = empty(scope);
        time(criteria, scope);
        conditions(criteria, filter, "p").forEach(criteria::and);
        return criteria;
    }

    /** No condition yet, with the size tiers known at the moment of a scope. */
    public Condition empty(TimeSlice scope) {
        return Condition.with(tiers.at(scope.knownAt()));
    }

    /** What a filter asks of the position of an alias; all of it must hold. */
    public List<String> conditions(Condition criteria, ProjectFilter filter, String alias) {
        var conditions = new ArrayList<String>();
        filter.values().forEach((dimension, asked) -> conditions.add(dimension(criteria, dimension, asked, alias)));
        if (filter.minInvestment() != null) {
            conditions.add(valued(alias) + " >= " + criteria.bind("minInvestment", filter.minInvestment()));
        }
        if (filter.maxInvestment() != null) {
            conditions.add(valued(alias) + " <= " + criteria.bind("maxInvestment", filter.maxInvestment()));
        }
        if (filter.q() != null) {
            conditions.add(text(criteria, filter.q(), alias));
        }
        return conditions;
    }

    /**
     * The investment as a filter compares it: not as the index of lists holds it, for by that index the embedded database
     * would fetch most rows one by one where a scan is three times as fast.
     */
    private static String valued(String alias) {
        return "%1$s.amount is not null and coalesce(%1$s.cny, 0)".formatted(alias);
    }

    private static void time(Condition criteria, TimeSlice scope) {
        if (scope instanceof TimeSlice.Flow flow) {
            criteria.and("p.entry = true");
            criteria.and("p.from between %s and %s"
                    .formatted(
                            criteria.bind("first", flow.period().first()),
                            criteria.bind("last", flow.period().cut(flow.asOf()))));
            if (!flow.entered().isEmpty()) {
                criteria.and("p.stage in " + criteria.bind("entered", flow.entered()));
            }
            fate(criteria, flow);
        } else if (scope instanceof TimeSlice.Stock stock && stock.present()) {
            criteria.and("p.to = " + criteria.bind("open", Position.OPEN));
        } else {
            criteria.and(holds(criteria, "p", scope));
        }
        criteria.and(known(criteria, "p", scope));
    }

    /** Whether the position of an alias holds on the day of the answer. */
    public static String holds(Condition criteria, String alias, TimeSlice scope) {
        return "%1$s.from <= %2$s and %1$s.to > %2$s".formatted(alias, criteria.bind("asOf", scope.asOf()));
    }

    /** Whether the position of an alias was known at the moment of knowledge. */
    public static String known(Condition criteria, String alias, TimeSlice scope) {
        return "%1$s.supersededAt > %2$s and %1$s.recordedAt <= %2$s"
                .formatted(alias, criteria.bind("knownAt", scope.knownAt()));
    }

    private static void fate(Condition criteria, TimeSlice.Flow flow) {
        var fate = flow.fate();
        if (fate.reached() != null || fate.became() != null) {
            var stages =
                    EnumSet.range(fate.reached() == null ? Stage.UNDER_NEGOTIATION : fate.reached(), Stage.COMPLETED);
            var statuses = fate.became() == null ? EnumSet.allOf(Status.class) : EnumSet.of(fate.became());
            criteria.and(another(criteria, flow)
                    + " and %s and o.stage in %s and o.status in %s)"
                            .formatted(
                                    holds(criteria, "o", flow),
                                    criteria.bind("reached", stages),
                                    criteria.bind("became", statuses)));
        }
        if (fate.alsoEntered() != null) {
            criteria.and(another(criteria, flow)
                    + " and o.entry = true and o.from <= %s and o.stage = %s)"
                            .formatted(
                                    criteria.bind("asOf", flow.asOf()),
                                    criteria.bind("alsoEntered", fate.alsoEntered())));
        }
    }

    private static String another(Condition criteria, TimeSlice.Flow flow) {
        return "exists (select 1 from RecordedPosition o where o.projectId = p.projectId and "
                + known(criteria, "o", flow);
    }

    private String dimension(Condition criteria, Dimension dimension, List<String> asked, String alias) {
        var wanted = reader.read(dimension, asked, criteria.tiers());
        if (dimension.isBracket()) {
            return sizes(criteria, wanted, alias);
        }
        var isAbsent = dimension.path(alias) + " is null";
        if (wanted.values().isEmpty()) {
            return isAbsent;
        }
        var isNamed = dimension.path(alias) + " in " + criteria.bind(dimension.json(), wanted.values());
        return wanted.absent() ? "(%s or %s)".formatted(isNamed, isAbsent) : isNamed;
    }

    private static String sizes(Condition criteria, FilterReader.Wanted wanted, String alias) {
        var conditions = new ArrayList<String>();
        for (var tier : wanted.values()) {
            conditions.add(within(criteria, (SizeTier) tier, conditions.size(), alias));
        }
        if (wanted.absent()) {
            conditions.add(alias + ".amount is null");
        }
        return "(" + String.join(" or ", conditions) + ")";
    }

    private static String within(Condition criteria, SizeTier tier, int number, String alias) {
        var from = valued(alias) + " >= " + criteria.bind("lower" + number, tier.lower());
        BigDecimal upper = tier.upper();
        return upper == null
                ? from
                : from + " and coalesce(%s.cny, 0) < ".formatted(alias) + criteria.bind("upper" + number, upper);
    }

    /**
     * Text in code, name or investor, as {@link SearchText} compares them; wildcards mean themselves. Rows that an older release
     * wrote have no such text yet, and are compared as it did until they get one.
     */
    private static String text(Condition criteria, String q, String alias) {
        var folded = SearchText.fold(q);
        if (folded.isEmpty()) {
            throw Problem.invalid("q", "has no character that shows", "没有可见字符");
        }
        var literal = folded.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        var like = " like " + criteria.bind("q", "%" + literal + "%") + " escape '!'";
        return """
                (j.searchText%1$s or j.searchText is null and (lower(j.code)%1$s or lower(j.name)%1$s)
                or exists (select 1 from Investor i where i.id = %2$s.investor
                and (i.searchText%1$s or i.searchText is null and lower(i.name)%1$s)))""".formatted(like, alias);
    }
}
