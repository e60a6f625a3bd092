package org.investmentpipeline.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.input.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A span of whole days that a bureau reports on: year {@code 2023}, half {@code 2023-H1}, quarter {@code 2023-Q2}, month
 * {@code 2023-06}, ten days (旬) {@code 2023-06-X2}, ISO week {@code 2023-W26}, or two dates
 * {@code 2023-01-01..2023-01-08}. Both ends belong to it.
 *
 * @param name the period as it is written
 * @param first its first day
 * @param last its last day
 * @param interval the length of a named period; null for two dates
 */
public record Period(
        String name,
        LocalDate first,
        LocalDate last,
        @Nullable Interval interval) {
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

    /** @throws DateTimeException when the text is none of the forms, or names a period that does not exist (week 53 of most years) */
    public static Period parse(String text) {
        var dots = text.indexOf("..");
        if (dots >= 0) {
            return new Period(text, Text.day(text.substring(0, dots)), Text.day(text.substring(dots + 2)), null);
        }
        var named = NAMED.matcher(text);
        if (!named.matches()) {
            throw new DateTimeException("not a period: " + text);
        }
        var found = Stream.of("half", "quarter", "week", "xun", "month")
                .filter(group -> named.group(group) != null)
                .findFirst()
                .orElse("year");
        var year = Integer.parseInt(named.group("year"));
        var number = Integer.parseInt(named.group(found));
        var period = switch (found) {
            case "half" -> Interval.HALF.holding(LocalDate.of(year, number * 6, 1));
            case "quarter" -> Interval.QUARTER.holding(LocalDate.of(year, number * 3, 1));
            case "week" -> Interval.WEEK.holding(LocalDate.of(year, 1, 4).plusWeeks(number - 1L));
            case "xun" ->
                Interval.XUN.holding(LocalDate.of(year, Integer.parseInt(named.group("month")), number * 10 - 9));
            case "month" -> Interval.MONTH.holding(LocalDate.of(year, number, 1));
            default -> Interval.YEAR.holding(LocalDate.of(year, 1, 1));
        };
        if (!period.name.equals(text)) {
            throw new DateTimeException("no such period: " + text);
        }
        return period;
    }

    /** The span of two dates. */
    public static Period between(LocalDate first, LocalDate last) {
        return new Period(first + ".." + last, first, last, null);
    }

    /** The last day of this period up to a given day; before the first day when the period has not begun by then. */
    public LocalDate cut(LocalDate asOf) {
        return asOf.isBefore(last) ? asOf : last;
    }

    /** The periods of an interval that overlap this one, up to a day; the first and the last may extend beyond it. */
    public List<Period> split(Interval length, LocalDate asOf) {
        var found = new ArrayList<Period>();
        for (var day = first; !day.isAfter(cut(asOf)); ) {
            var next = length.holding(day);
            found.add(next);
            day = next.last.plusDays(1);
        }
        return found;
    }

    /** The intersection with another period; this period itself when the other contains it. */
    public Period clippedTo(Period other) {
        var from = first.isBefore(other.first) ? other.first : first;
        var to = last.isAfter(other.last) ? other.last : last;
        return from.equals(first) && to.equals(last) ? this : between(from, to);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
