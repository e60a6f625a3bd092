package org.investmentpipeline.project.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.hibernate.annotations.Formula;
import org.investmentpipeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Planned total investment (总投资) with its value in CNY at the rate it was converted at; both are kept ever after.
 *
 * @param amount in whole currency units
 * @param rate CNY per unit, 1 for CNY itself
 * @param cny half up to the fen; the row keeps it, as zero where there is no investment
 */
@Embeddable
public record Investment(
        @Column(name = "amount") BigDecimal amount,
        @Column(name = "currency") String currency,
        @Column(name = "rate") BigDecimal rate,

        @Formula("case when amount is null then null else cny end")
        BigDecimal cny) {

    /** Numbers are written the shortest way, so that equal investments are equal wherever they come from. */
    public Investment {
        amount = Money.plain(amount);
        rate = Money.plain(rate);
        cny = Money.plain(cny);
    }

    public static Investment of(BigDecimal amount, String currency, BigDecimal rate) {
        return new Investment(amount, currency, rate, Money.toCny(amount, rate));
    }

    /** Whether this states the same amount, so that nothing is to be converted again. */
    public boolean states(BigDecimal otherAmount, String otherCurrency, @Nullable BigDecimal otherRate) {
        return amount.compareTo(otherAmount) == 0
                && currency.equals(otherCurrency)
                && (otherRate == null || rate.compareTo(otherRate) == 0);
    }
}
