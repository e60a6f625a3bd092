package org.investmentpipeline.period;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The lengths of the named periods: every day lies in exactly one period of each. */
public enum Interval {
    /** ISO 8601: from Monday to Sunday; week 1 contains 4 January. */
    WEEK,
    /** Ten days (旬): from the 1st, the 11th, and from the 21st to the month's end. */
    XUN,
    MONTH,
    QUARTER,
    HALF,
    YEAR;

    /** The period of this length that contains a day. */
    public Period holding(LocalDate day) {
        var year = day.getYear();
        var month = day.getMonthValue();
        return switch (this) {
            case WEEK -> weekHolding(day);
            case XUN -> xunHolding(day);
            case MONTH -> months("%04d-%02d".formatted(year, month), year, month, 1);
            case QUARTER -> months("%04d-Q%d".formatted(year, (month + 2) / 3), year, (month - 1) / 3 * 3 + 1, 3);
            case HALF -> months("%04d-H%d".formatted(year, (month + 5) / 6), year, (month - 1) / 6 * 6 + 1, 6);
            case YEAR -> months("%04d".formatted(year), year, 1, 12);
        };
    }

    private Period months(String name, int year, int month, int count) {
        var first = YearMonth.of(year, month);
        return new Period(name, first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth(), this);
    }

    private static Period weekHolding(LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var name =
                "%04d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        return new Period(name, monday, monday.plusDays(6), WEEK);
    }

    private static Period xunHolding(LocalDate day) {
        var number = Math.min((day.getDayOfMonth() - 1) / 10, 2);
        var month = YearMonth.from(day);
        var first = month.atDay(number * 10 + 1);
        var last = number == 2 ? month.atEndOfMonth() : first.plusDays(9);
        return new Period("%s-X%d".formatted(month, number + 1), first, last, XUN);
    }

    /** The name in addresses. */
    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
