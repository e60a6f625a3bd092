package org.investmentpipeline.period;

import java.time.LocalDate;

/**
 * A day as a ledger states it: {@code 2023年6月} is 1 June 2023 with the precision of a month.
 *
 * @param day the first day of what was stated
 * @param precision the length of the stated span
 */
public record StatedDay(LocalDate day, Precision precision) {

    public static StatedDay exactly(LocalDate day) {
        return new StatedDay(day, Precision.DAY);
    }

    /** Whether the other day lies within the span this one states, so that the two do not contradict. */
    public boolean covers(LocalDate other) {
        return !other.isBefore(day) && other.isBefore(end());
    }

    private LocalDate end() {
        return switch (precision) {
            case DAY -> day.plusDays(1);
            case MONTH -> day.plusMonths(1);
            case QUARTER -> day.plusMonths(3);
            case YEAR -> day.plusYears(1);
        };
    }
}
