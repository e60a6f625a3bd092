package org.investmentpipeline.money;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A bracket of investment in CNY (规模): the lower edge belongs to it, the upper does not.
 *
 * @param upper null for the last tier, which has no upper edge
 */
public record SizeTier(
        String code, BigDecimal lower, @Nullable BigDecimal upper) {

    public boolean contains(BigDecimal cny) {
        return cny.compareTo(lower) >= 0 && (upper == null || cny.compareTo(upper) < 0);
    }
}
