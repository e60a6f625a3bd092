package org.investmentpipeline.figures.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.investmentpipeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How many, and how much.
 *
 * @param investment CNY; the sum of another measure where one is summed ({@link Measures#summed()})
 */
public record CountAndSum(long count, BigDecimal investment) {
    public static final CountAndSum NONE = new CountAndSum(0, BigDecimal.ZERO);

    public CountAndSum plus(CountAndSum other) {
        return new CountAndSum(count + other.count, investment.add(other.investment));
    }

    /** The count. */
    public BigDecimal number() {
        return BigDecimal.valueOf(count);
    }

    /** Investment ÷ count in CNY, rounded half up to two decimals; null when nothing is counted. */
    public @Nullable BigDecimal average() {
        return count == 0 ? null : Money.plain(investment.divide(number(), 2, RoundingMode.HALF_UP));
    }

    public CountAndSum minus(CountAndSum other) {
        return new CountAndSum(count - other.count, investment.subtract(other.investment));
    }
}
