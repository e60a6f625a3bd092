package org.investmentpipeline.project.query;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.query.CommonQueryContract;
import org.investmentpipeline.money.SizeTiers;

/**
 * A condition on positions {@code p} as HQL with its parameters.
 *
 * @param tiers the size tiers it was made with
 */
public record Condition(StringBuilder where, Map<String, Object> parameters, SizeTiers tiers) {

    static Condition with(SizeTiers tiers) {
        return new Condition(new StringBuilder(), new HashMap<>(), tiers);
    }

    /** Adds a condition; it and the ones before must all hold. */
    public Condition and(String condition) {
        where.append(where.isEmpty() ? "" : " and ").append(condition);
        return this;
    }

    /** Gives a parameter its value; the name answers how the condition refers to it. */
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
