package org.investmentpipeline.figures.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The spans that deltas are summed over. */
enum Grain {
    DAY,
    MONTH,
    YEAR;

    /**
     * Whole spans of one grain.
     *
     * @param end the first day after them
     */
    record Range(Grain grain, LocalDate first, LocalDate end) {}

    /** As few ranges as hold all days from a first one to before an end, and no other: years, months and days beside them. */
    static List<Range> ranges(LocalDate first, LocalDate end) {
        var ranges = new ArrayList<Range>();
        YEAR.divide(first, end, ranges);
        return ranges;
    }

    private void divide(LocalDate first, LocalDate end, List<Range> ranges) {
        var from = floor(first).equals(first) ? first : next(floor(first));
        var to = floor(end);
        if (from.isBefore(to)) {
            finer(first, from, ranges);
            ranges.add(new Range(this, from, to));
            finer(to, end, ranges);
        } else {
            finer(first, end, ranges);
        }
    }

    private void finer(LocalDate first, LocalDate end, List<Range> ranges) {
        if (this != DAY && first.isBefore(end)) {
            values()[ordinal() - 1].divide(first, end, ranges);
        }
    }

    /** The first day of the span that a day is in. */
    LocalDate floor(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private LocalDate next(LocalDate floor) {
        return switch (this) {
            case DAY -> floor.plusDays(1);
            case MONTH -> floor.plusMonths(1);
            case YEAR -> floor.plusYears(1);
        };
    }
}
