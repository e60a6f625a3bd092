package org.investmentpipeline.figures.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A number of positions with the sums of their measures.
 *
 * @param sum investment in CNY
 * @param further the sums of {@link Measures#further()}, in their order; empty where there are none and where nothing is counted
 */
public record CountAndSum(long count, BigDecimal sum, List<BigDecimal> further) {
    public static final CountAndSum NONE = new CountAndSum(0, BigDecimal.ZERO);

    public CountAndSum(long count, BigDecimal sum) {
        this(count, sum, List.of());
    }

    public CountAndSum plus(CountAndSum other) {
        return new CountAndSum(count + other.count, sum.add(other.sum), added(other.further));
    }

    private List<BigDecimal> added(List<BigDecimal> others) {
        if (further.isEmpty() || others.isEmpty()) {
            return further.isEmpty() ? others : further;
        }
        var sums = new ArrayList<BigDecimal>();
        for (var i = 0; i < further.size(); i++) {
            sums.add(further.get(i).add(others.get(i)));
        }
        return List.copyOf(sums);
    }

    public CountAndSum minus(CountAndSum other) {
        return plus(other.negated());
    }

    private CountAndSum negated() {
        return new CountAndSum(
                -count, sum.negate(), further.stream().map(BigDecimal::negate).toList());
    }

    /** The count. */
    public BigDecimal number() {
        return BigDecimal.valueOf(count);
    }

    /** Investment ÷ count in CNY, rounded half up to two decimals; null when nothing is counted. */
    public @Nullable BigDecimal average() {
        return count == 0 ? null : Money.plain(sum.divide(number(), 2, RoundingMode.HALF_UP));
    }
}
