package org.investmentpipeline.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.investmentpipeline.api.Text;

/**
 * A span of whole days that a bureau reports on: year {@code 2023}, half {@code 2023-H1}, quarter {@code 2023-Q2}, month
 * {@code 2023-06}, ten days (旬) {@code 2023-06-X2}, ISO week {@code 2023-W26}, or two dates
 * {@code 2023-01-01..2023-01-08}. Both ends belong to it.
 *
 * @param name the period as it is written
 * @param first its first day
 * @param last its last day
 */
public record Period(String name, LocalDate first, LocalDate last) {
    /** The forms a period may take, for messages and the contract. */
    public static final String FORMS = "2023, 2023-H1, 2023-Q2, 2023-06, 2023-06-X2, 2023-W26, 2023-01-01..2023-01-08";

    private static final Pattern NAMED =
            Pattern.compile("(?<year>(19|2[0-9])[0-9]{2})(-(H(?<half>[12])|Q(?<quarter>[1-4])|W(?<week>[0-9]{2})"
                    + "|(?<month>[0-9]{2})(-X(?<xun>[1-3]))?))?");

    public Period {
        if (last.isBefore(first)) {
            throw new DateTimeException("ends before it begins: " + name);
        }
    }

    /** @throws DateTimeException when the text is none of the forms, or names what no calendar has (week 53 of most years) */
    public static Period parse(String text) {
        var dots = text.indexOf("..");
        if (dots >= 0) {
            return new Period(text, Text.day(text.substring(0, dots)), Text.day(text.substring(dots + 2)));
        }
        var named = NAMED.matcher(text);
        if (!named.matches()) {
            throw new DateTimeException("not a period: " + text);
        }
        var year = Integer.parseInt(named.group("year"));
        if (named.group("half") != null) {
            return months(text, year, number(named, "half") * 6 - 5, 6);
        }
        if (named.group("quarter") != null) {
            return months(text, year, number(named, "quarter") * 3 - 2, 3);
        }
        if (named.group("week") != null) {
            return week(text, year, number(named, "week"));
        }
        if (named.group("month") == null) {
            return months(text, year, 1, 12);
        }
        var month = months(text, year, number(named, "month"), 1);
        return named.group("xun") == null ? month : month.xun(number(named, "xun"));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static int number(Matcher named, String group) {
        return Integer.parseInt(named.group(group));
    }

    private static Period months(String name, int year, int month, int count) {
        var first = YearMonth.of(year, month);
        return new Period(name, first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }

    /** The third 旬 runs from the 21st to the month's end. */
    private Period xun(int number) {
        var start = first.plusDays((number - 1) * 10L);
        return new Period(name, start, number == 3 ? last : start.plusDays(9));
    }

    /** ISO 8601: weeks begin on Monday, and week 1 holds 4 January. */
    private static Period week(String name, int year, int week) {
        var monday = LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        var first = monday.plusWeeks(week - 1L);
        if (week < 1 || first.get(IsoFields.WEEK_BASED_YEAR) != year) {
            throw new DateTimeException("no such week: " + name);
        }
        return new Period(name, first, first.plusDays(6));
    }
}
