package org.investmentpipeline.query;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.query.CommonQueryContract;
import org.investmentpipeline.money.SizeTiers;

/**
 * A condition on rows as HQL with its parameters.
 *
 * @param tiers the size tiers that it was made with
 */
public record Condition(StringBuilder where, Map<String, Object> parameters, SizeTiers tiers) {

    /** A condition that every row meets. */
    public static Condition with(SizeTiers tiers) {
        return new Condition(new StringBuilder(), new HashMap<>(), tiers);
    }

    /** Adds a condition that must be met in addition. */
    public Condition and(String condition) {
        where.append(where.isEmpty() ? "" : " and ").append(condition);
        return this;
    }

    /** Gives a parameter its value; the result refers to it in HQL. */
    public String bind(String name, Object value) {
        parameters.put(name, value);
        return ":" + name;
    }

    /** Sets all parameters of a query made with this condition. */
    public <Q extends CommonQueryContract> Q applyTo(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
