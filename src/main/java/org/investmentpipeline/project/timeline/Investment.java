package org.investmentpipeline.project.timeline;

import java.math.BigDecimal;
import org.investmentpipeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Planned total investment (总投资) with its value in CNY at the rate it was converted at; both are kept ever after.
 *
 * @param amount in whole currency units
 * @param rate CNY per unit, 1 for CNY itself
 * @param cny half up to the fen
 */
public record Investment(BigDecimal amount, String currency, BigDecimal rate, BigDecimal cny) {

    public static Investment of(BigDecimal amount, String currency, BigDecimal rate) {
        return new Investment(Money.plain(amount), currency, Money.plain(rate), Money.plain(Money.toCny(amount, rate)));
    }

    /** Whether this states the same amount, so that nothing is to be converted again. */
    public boolean states(BigDecimal otherAmount, String otherCurrency, @Nullable BigDecimal otherRate) {
        return amount.compareTo(otherAmount) == 0
                && currency.equals(otherCurrency)
                && (otherRate == null || rate.compareTo(otherRate) == 0);
    }
}
