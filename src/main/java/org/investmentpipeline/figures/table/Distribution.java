package org.investmentpipeline.figures.table;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often each of some whole numbers occurs. */
public final class Distribution {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final TreeMap<Long, Long> times = new TreeMap<>();

    public void add(long number, long often) {
        times.merge(number, often, Long::sum);
    }

    /** How many numbers there are. */
    public long count() {
        return times.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The middle one, or the mean of the middle two; null when there are none. */
    public @Nullable BigDecimal median() {
        var count = count();
        if (count == 0) {
            return null;
        }
        var lower = BigDecimal.valueOf(ranked((count + 1) / 2));
        var upper = BigDecimal.valueOf(ranked(count / 2 + 1));
        return lower.equals(upper) ? lower : lower.add(upper).divide(TWO);
    }

    /** The smallest one that a share of all, in percent, does not exceed (nearest rank); null when there are none. */
    public @Nullable Long percentile(int percent) {
        var count = count();
        return count == 0 ? null : ranked((count * percent + 99) / 100);
    }

    /** The one of a rank, from 1. */
    private long ranked(long rank) {
        var seen = 0L;
        for (var entry : times.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        return Objects.requireNonNull(times.lastKey());
    }
}
