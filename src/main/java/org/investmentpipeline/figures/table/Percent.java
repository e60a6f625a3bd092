package org.investmentpipeline.figures.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Shares and growth in percent, and their differences in percentage points: one decimal, half up, rounded last. What is
 * related to zero cannot be computed and is null.
 */
public final class Percent {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /** How many percent one is of another. */
    public static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : rounded(part, whole);
    }

    /** By how many percent a value is more than it was. */
    public static @Nullable BigDecimal growth(BigDecimal now, BigDecimal before) {
        return share(now.subtract(before), before);
    }

    /** By how many percentage points one growth is more than another, subtracted before it is rounded. */
    public static @Nullable BigDecimal points(
            BigDecimal now, BigDecimal before, BigDecimal otherNow, BigDecimal otherBefore) {
        if (before.signum() == 0 || otherBefore.signum() == 0) {
            return null;
        }
        return rounded(now.multiply(otherBefore).subtract(otherNow.multiply(before)), before.multiply(otherBefore));
    }

    private static BigDecimal rounded(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
