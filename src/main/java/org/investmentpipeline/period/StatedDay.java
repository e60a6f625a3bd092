package org.investmentpipeline.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A day as a ledger states it: {@code 2023年6月} is 1 June 2023 with the precision of a month.
 *
 * @param day the first day of what was stated
 * @param precision the length of the stated span
 */
public record StatedDay(LocalDate day, Precision precision) {
    /** Examples of all forms. */
    public static final String FORMS = "2023-06-28, 2023-06, 2023-Q2, 2023";

    private static final Pattern FORM = Pattern.compile(
            "(?<year>(19|2[0-9])[0-9]{2})(-Q(?<quarter>[1-4])|-(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?)?");

    public static StatedDay exactly(LocalDate day) {
        return new StatedDay(day, Precision.DAY);
    }

    /**
     * A day, month, quarter or year in figures: {@code 2023-06-28}, {@code 2023-06}, {@code 2023-Q2}, {@code 2023}.
     *
     * @throws DateTimeException when the text is none of these
     */
    public static StatedDay parse(String text) {
        var read = FORM.matcher(text);
        if (!read.matches()) {
            throw new DateTimeException("expected " + FORMS);
        }
        var year = Integer.parseInt(read.group("year"));
        if (read.group("quarter") != null) {
            return new StatedDay(
                    LocalDate.of(year, 3 * Integer.parseInt(read.group("quarter")) - 2, 1), Precision.QUARTER);
        }
        if (read.group("day") != null) {
            return exactly(LocalDate.parse(text));
        }
        return read.group("month") == null
                ? new StatedDay(LocalDate.of(year, 1, 1), Precision.YEAR)
                : new StatedDay(LocalDate.of(year, Integer.parseInt(read.group("month")), 1), Precision.MONTH);
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        var year = String.format(Locale.ROOT, "%04d", day.getYear());
        return switch (precision) {
            case DAY -> day.toString();
            case MONTH -> day.toString().substring(0, year.length() + 3);
            case QUARTER -> year + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> year;
        };
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
