package org.investmentpipeline.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.SizeTierEdge;
import org.investmentpipeline.money.SizeTier;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.ledger.Position;

/** Builds the one condition that lists, figures and links share, from a filter and the scope on both clocks. */
@ApplicationScoped
public class CriteriaBuilder {
    /**
     * The investment as a filter compares it: not as the index of lists holds it, for by that index the embedded database
     * would fetch most rows one by one where a scan is three times as fast.
     */
    private static final String VALUE = "coalesce(p.cny, 0)";

    private final Catalogue catalogue;
    private final SizeTierEdge.Repository edges;

    public CriteriaBuilder(Catalogue catalogue, SizeTierEdge.Repository edges) {
        this.catalogue = catalogue;
        this.edges = edges;
    }

    public Criteria build(ProjectFilter filter, Scope scope) {
        var criteria = Criteria.with(edges.tiers(scope.knownAt()));
        time(criteria, scope);
        filter.values().forEach((dimension, asked) -> dimension(criteria, dimension, asked));
        if (!filter.ownDepartment.isEmpty()) {
            oneOf(
                    criteria,
                    Dimension.DEPARTMENT,
                    "ownDepartment",
                    read(Dimension.DEPARTMENT, filter.ownDepartment),
                    false);
        }
        if (filter.minInvestment != null) {
            criteria.and("p.amount is not null and " + VALUE + " >= "
                    + criteria.bind("minInvestment", filter.minInvestment));
        }
        if (filter.maxInvestment != null) {
            criteria.and("p.amount is not null and " + VALUE + " <= "
                    + criteria.bind("maxInvestment", filter.maxInvestment));
        }
        if (filter.q != null) {
            text(criteria, filter.q);
        }
        return criteria;
    }

    private static void time(Criteria criteria, Scope scope) {
        var known = criteria.bind("knownAt", scope.knownAt());
        if (scope instanceof Scope.Flow flow) {
            var last = flow.asOf().isBefore(flow.period().last())
                    ? flow.asOf()
                    : flow.period().last();
            criteria.and("p.entry = true");
            criteria.and("p.from between %s and %s"
                    .formatted(criteria.bind("first", flow.period().first()), criteria.bind("last", last)));
            if (!flow.entered().isEmpty()) {
                criteria.and("p.stage in " + criteria.bind("entered", flow.entered()));
            }
        } else if (scope instanceof Scope.Stock stock && stock.present()) {
            criteria.and("p.to = " + criteria.bind("open", Position.OPEN));
        } else {
            var day = criteria.bind("asOf", scope.asOf());
            criteria.and("p.from <= " + day).and("p.to > " + day);
        }
        criteria.and("p.supersededAt > " + known).and("p.recordedAt <= " + known);
    }

    private void dimension(Criteria criteria, Dimension dimension, List<String> asked) {
        var named = asked.stream().filter(value -> !isAbsence(dimension, value)).toList();
        var absent = named.size() < asked.size();
        if (dimension == Dimension.SIZE) {
            sizes(criteria, named, absent);
            return;
        }
        Collection<?> values = read(dimension, named);
        if (dimension == Dimension.DEPARTMENT) {
            values = catalogue.withDescendants(
                    values.stream().map(Object::toString).toList());
        }
        oneOf(criteria, dimension, dimension.json(), values, absent);
    }

    private static boolean isAbsence(Dimension dimension, String value) {
        return dimension.mayBeAbsent() && value.equals(Catalogue.UNKNOWN);
    }

    private List<Object> read(Dimension dimension, List<String> values) {
        return values.stream().map(value -> dimension.read(value, catalogue)).toList();
    }

    private static void oneOf(
            Criteria criteria, Dimension dimension, String parameter, Collection<?> values, boolean absent) {
        var isAbsent = dimension.path() + " is null";
        if (values.isEmpty()) {
            criteria.and(isAbsent);
            return;
        }
        var isNamed = dimension.path() + " in " + criteria.bind(parameter, values);
        criteria.and(absent ? "(%s or %s)".formatted(isNamed, isAbsent) : isNamed);
    }

    private static void sizes(Criteria criteria, List<String> codes, boolean absent) {
        var conditions = new ArrayList<String>();
        for (var code : codes) {
            var tier = criteria.tiers().named(code).orElseThrow(() -> unknownTier(code, criteria.tiers()));
            conditions.add(within(criteria, tier, conditions.size()));
        }
        if (absent) {
            conditions.add("p.amount is null");
        }
        criteria.and("(" + String.join(" or ", conditions) + ")");
    }

    private static String within(Criteria criteria, SizeTier tier, int number) {
        var from = "p.amount is not null and " + VALUE + " >= " + criteria.bind("lower" + number, tier.lower());
        BigDecimal upper = tier.upper();
        return upper == null ? from : from + " and " + VALUE + " < " + criteria.bind("upper" + number, upper);
    }

    private static Problem unknownTier(String code, SizeTiers tiers) {
        return Problem.invalid("size", "was '%s'; expected one of %s", "给出的是“%s”；应为以下之一：%s", code, tiers.codes());
    }

    /** Text in code, name or investor, whatever the case; wildcards mean themselves. */
    private static void text(Criteria criteria, String q) {
        var literal =
                q.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        var like = " like " + criteria.bind("q", "%" + literal + "%") + " escape '!'";
        criteria.and("(lower(j.code)" + like + " or lower(j.name)" + like
                + " or exists (select 1 from Investor i where i.id = p.investor and lower(i.name)" + like + "))");
    }
}
