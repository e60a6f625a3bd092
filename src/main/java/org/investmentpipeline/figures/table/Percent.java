package org.investmentpipeline.figures.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Shares and growth in percent, and their differences in percentage points: half up, rounded last. A relation to zero cannot be
 * computed and is null.
 *
 * @param decimals of every percentage: none, one or two, as bureaus publish them
 */
public record Percent(int decimals) {
    /** One decimal. */
    public static final Percent DEFAULT = new Percent(1);

    /** The most decimals. */
    public static final int MOST_DECIMALS = 2;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How many percent one is of another. */
    public @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : rounded(part, whole);
    }

    /** By how many percent a value is more than it was. */
    public @Nullable BigDecimal growth(BigDecimal now, BigDecimal before) {
        return share(now.subtract(before), before);
    }

    /** By how many percentage points one growth is more than another, subtracted before it is rounded. */
    public @Nullable BigDecimal points(BigDecimal now, BigDecimal before, BigDecimal otherNow, BigDecimal otherBefore) {
        if (before.signum() == 0 || otherBefore.signum() == 0) {
            return null;
        }
        return rounded(now.multiply(otherBefore).subtract(otherNow.multiply(before)), before.multiply(otherBefore));
    }

    private BigDecimal rounded(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, decimals, RoundingMode.HALF_UP);
    }
}
