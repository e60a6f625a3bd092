package org.investmentpipeline.project.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.investmentpipeline.catalogue.CodeSet;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The spans of days in which a project is on a list, and the changes that are allowed to them; pure. Each list has spans of its own: a
 * change of one list leaves the days of all others as they are.
 */
public final class ListMembership {
    private ListMembership() {}

    /**
     * Days on a list.
     *
     * @param from inclusive
     * @param to exclusive; null while it has no end
     */
    public record Span(LocalDate from, @Nullable LocalDate to) {
        public boolean includes(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** The spans of a project on a list, in order; between two of them is a day at least. */
    public static List<Span> spans(Timeline timeline, String list) {
        var spans = new ArrayList<Span>();
        @Nullable LocalDate from = null;
        for (var change : days(timeline, list).entrySet()) {
            if (change.getValue() && from == null) {
                from = change.getKey();
            } else if (!change.getValue() && from != null) {
                spans.add(new Span(from, change.getKey()));
                from = null;
            }
        }
        if (from != null) {
            spans.add(new Span(from, null));
        }
        return List.copyOf(spans);
    }

    /**
     * Puts a project on a list, or takes it off, from a day on until the next day on which that is known to change.
     *
     * @param field the name of the project's id in the request, for refusals
     */
    public static Timeline change(
            Timeline timeline, String list, LocalDate day, boolean isOn, LocalDate today, String field) {
        check(timeline, day, today, field);
        var days = days(timeline, list);
        days.put(day, isOn);
        return with(timeline, list, days, field);
    }

    /** Replaces all spans of a project on a list: a correction. They are in order and do not touch. */
    public static Timeline restate(Timeline timeline, String list, List<Span> spans, LocalDate today, String field) {
        var days = new TreeMap<LocalDate, Boolean>();
        days.put(timeline.birth(), false);
        @Nullable Span before = null;
        for (var i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            var name = "%s[%d]".formatted(field, i);
            check(timeline, span.from, today, name + ".from");
            var touches = before != null && (before.to == null || !before.to.isBefore(span.from));
            if (touches) {
                throw Problem.refused(
                        name + ".from",
                        "was %s; expected a day after the end of the span before it",
                        "给出的是 %s；应晚于前一段的结束日",
                        span.from);
            }
            days.put(span.from, true);
            if (span.to != null) {
                end(span.from, span.to, today, name + ".to");
                days.put(span.to, false);
            }
            before = span;
        }
        return with(timeline, list, days, field);
    }

    private static void end(LocalDate from, LocalDate to, LocalDate today, String field) {
        if (!to.isAfter(from)) {
            throw Problem.refused(field, "was %s; expected a day after %s", "给出的是 %s；应晚于 %s", to, from);
        }
        refuseFuture(to, today, field);
    }

    private static void check(Timeline timeline, LocalDate day, LocalDate today, String field) {
        refuseFuture(day, today, field);
        if (day.isBefore(timeline.birth())) {
            throw Problem.refused(
                    field, "was %s, before the project's first day %s", "给出的 %s 早于项目首日 %s", day, timeline.birth());
        }
    }

    private static void refuseFuture(LocalDate day, LocalDate today, String field) {
        Problem.refuseIfAny(
                TimelineRules.future(field, day, today).map(List::of).orElse(null));
    }

    /** Whether the project is on the list, from each day on. */
    private static NavigableMap<LocalDate, Boolean> days(Timeline timeline, String list) {
        var days = new TreeMap<LocalDate, Boolean>();
        timeline.track(Field.LISTS).forEach((day, lists) -> days.put(day, CodeSet.has((CodeSet) lists, list)));
        return merged(days);
    }

    /** Without the days on which nothing changes. */
    private static NavigableMap<LocalDate, Boolean> merged(NavigableMap<LocalDate, Boolean> days) {
        var merged = new TreeMap<LocalDate, Boolean>();
        days.forEach((day, isOn) -> {
            if (merged.isEmpty() || !merged.lastEntry().getValue().equals(isOn)) {
                merged.put(day, isOn);
            }
        });
        return merged;
    }

    private static Timeline with(
            Timeline timeline, String list, NavigableMap<LocalDate, Boolean> changes, String field) {
        var known = timeline.track(Field.LISTS);
        var days = new TreeSet<>(known.keySet());
        days.addAll(changes.keySet());
        var track = new TreeMap<LocalDate, @Nullable Object>();
        for (var day : days) {
            var before = known.floorEntry(day);
            var change = changes.floorEntry(day);
            var lists = CodeSet.change(
                    before == null ? null : (CodeSet) before.getValue(), list, change != null && change.getValue());
            if (lists != null && lists.toString().length() > CodeSet.LONGEST) {
                throw Problem.refused(
                        field,
                        "would be on lists whose codes have more than %d characters in all: %s",
                        "所在清单的代码合计将超过 %d 个字符：%s",
                        CodeSet.LONGEST,
                        lists);
            }
            track.put(day, lists);
        }
        return timeline.with(Field.LISTS, track);
    }
}
