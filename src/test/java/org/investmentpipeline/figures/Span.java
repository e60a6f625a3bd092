package org.investmentpipeline.figures;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A span of days, worked out day by day: a named period is all the days that bear its name.
 *
 * @param form the length of a named period, as it stands in addresses; null for two dates
 */
record Span(String name, @Nullable String form, LocalDate first, LocalDate last) {
    static final List<String> FORMS = List.of("year", "half", "quarter", "month", "xun", "week");

    /** The period of a form that a day bears the name of. */
    static Span named(String form, LocalDate day) {
        var name = name(form, day);
        var first = day;
        while (name(form, first.minusDays(1)).equals(name)) {
            first = first.minusDays(1);
        }
        var last = day;
        while (name(form, last.plusDays(1)).equals(name)) {
            last = last.plusDays(1);
        }
        return new Span(name, form, first, last);
    }

    static Span between(LocalDate first, LocalDate last) {
        return new Span(first + ".." + last, null, first, last);
    }

    /** A period of any form. */
    static Span random(Ground ground, Random random) {
        var day = ground.day(random);
        var form = random.nextInt(FORMS.size() + 1);
        if (form < FORMS.size()) {
            return named(FORMS.get(form), day);
        }
        return between(ground.first(), day.isBefore(ground.first()) ? ground.first() : day);
    }

    /** The name of a day's period. */
    static String name(String form, LocalDate day) {
        var year = day.getYear();
        var month = "%d-%02d".formatted(year, day.getMonthValue());
        return switch (form) {
            case "year" -> "%d".formatted(year);
            case "half" -> year + (day.getMonthValue() <= 6 ? "-H1" : "-H2");
            case "quarter" -> "%d-Q%d".formatted(year, day.get(IsoFields.QUARTER_OF_YEAR));
            case "month" -> month;
            case "xun" -> month + (day.getDayOfMonth() <= 10 ? "-X1" : day.getDayOfMonth() <= 20 ? "-X2" : "-X3");
            case "week" ->
                "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            default -> throw new IllegalArgumentException(form);
        };
    }

    /** The periods of a form that have a day in this span, none of them after {@code asOf}. */
    List<Span> split(String form, LocalDate asOf) {
        var found = new ArrayList<Span>();
        for (var day = first; !day.isAfter(last) && !day.isAfter(asOf); day = day.plusDays(1)) {
            if (found.isEmpty() || !found.get(found.size() - 1).name.equals(name(form, day))) {
                found.add(named(form, day));
            }
        }
        return found;
    }

    /** The days that this span and another have in common. */
    Span within(Span other) {
        return between(later(first, other.first), earlier(last, other.last));
    }

    /** What these days of this period are compared with; null when there is nothing to compare with. */
    @Nullable
    Span compared(String comparison, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return null;
        }
        var begins = from.equals(first);
        var complete = form != null && begins && to.equals(last);
        if (comparison.equals("previous-year")) {
            return complete ? namesake() : between(yearBefore(from), yearBefore(to));
        }
        var days = DAYS.between(from, to) + 1;
        if (form == null || !begins) {
            return between(from.minusDays(days), from.minusDays(1));
        }
        var preceding = named(form, first.minusDays(1));
        return complete
                ? preceding
                : between(preceding.first, earlier(preceding.last, preceding.first.plusDays(days - 1)));
    }

    /** The period of the same name but of the year before: its days are found by that name. */
    private @Nullable Span namesake() {
        var wanted = Integer.parseInt(name.substring(0, 4)) - 1 + name.substring(4);
        for (var day = first.minusDays(380); day.isBefore(first); day = day.plusDays(1)) {
            if (name(String.valueOf(form), day).equals(wanted)) {
                return named(String.valueOf(form), day);
            }
        }
        return null;
    }

    private static LocalDate yearBefore(LocalDate day) {
        var leap = day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
        return LocalDate.of(day.getYear() - 1, day.getMonthValue(), leap ? 28 : day.getDayOfMonth());
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
