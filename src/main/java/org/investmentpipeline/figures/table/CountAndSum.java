package org.investmentpipeline.figures.table;

import java.math.BigDecimal;

/**
 * How many, and how much.
 *
 * @param investment CNY
 */
public record CountAndSum(long count, BigDecimal investment) {
    public static final CountAndSum NONE = new CountAndSum(0, BigDecimal.ZERO);

    public CountAndSum plus(CountAndSum other) {
        return new CountAndSum(count + other.count, investment.add(other.investment));
    }

    public CountAndSum minus(CountAndSum other) {
        return new CountAndSum(count - other.count, investment.subtract(other.investment));
    }
}
