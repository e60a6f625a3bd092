package org.investmentpipeline.figures.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The days that projects took from one stage to another, by row and of all. */
public final class LeadDays {
    private final Aggregates occurring = new Aggregates();
    private final Map<List<String>, Sample> byRow = new HashMap<>();
    private final Sample total = new Sample();

    /** Days, and the number of projects whose days are not known. */
    public static final class Sample {
        private final Distribution days = new Distribution();
        private long excluded;

        private void add(@Nullable Long took, long count) {
            if (took == null) {
                excluded += count;
            } else {
                days.add(took, count);
            }
        }

        public Distribution days() {
            return days;
        }

        public long excluded() {
            return excluded;
        }
    }

    /**
     * Adds projects of a row.
     *
     * @param days null when the earlier day was never stated
     */
    public void add(List<String> row, @Nullable Long days, long count) {
        occurring.add(row, CountAndSum.NONE);
        byRow.computeIfAbsent(row, any -> new Sample()).add(days, count);
        total.add(days, count);
    }

    /** The rows that occur; they count nothing. */
    public Aggregates occurring() {
        return occurring;
    }

    public Sample of(List<String> row) {
        return byRow.getOrDefault(row, new Sample());
    }

    public Sample total() {
        return total;
    }
}
