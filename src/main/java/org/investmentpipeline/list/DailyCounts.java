package org.investmentpipeline.list;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.investmentpipeline.project.timeline.ListMembership.Span;
import org.jspecify.annotations.Nullable;

/** The number of projects on a list on each day; pure. */
final class DailyCounts {
    /** The days on which the number changes, and by how much. */
    private final Map<LocalDate, Long> steps = new TreeMap<>();

    /** A day with too many projects, and their number. */
    record Excess(LocalDate day, long count) {}

    /**
     * Adds projects that are on the list for the same days.
     *
     * @param to exclusive; null without an end
     * @param projects negative to take them off
     */
    void add(LocalDate from, @Nullable LocalDate to, long projects) {
        steps.merge(from, projects, Long::sum);
        if (to != null) {
            steps.merge(to, -projects, Long::sum);
        }
    }

    /** The numbers after a project has other spans than before. */
    void replace(Collection<Span> before, Collection<Span> after) {
        before.forEach(span -> add(span.from(), span.to(), -1));
        after.forEach(span -> add(span.from(), span.to(), 1));
    }

    DailyCounts copy() {
        var copy = new DailyCounts();
        copy.steps.putAll(steps);
        return copy;
    }

    /** The first day on which more projects are on the list than it has places, and more than before a change. */
    Optional<Excess> firstExcess(DailyCounts before, int places) {
        var days = new TreeSet<>(steps.keySet());
        days.addAll(before.steps.keySet());
        var count = 0L;
        var known = 0L;
        for (var day : days) {
            count += steps.getOrDefault(day, 0L);
            known += before.steps.getOrDefault(day, 0L);
            if (count > places && count > known) {
                return Optional.of(new Excess(day, count));
            }
        }
        return Optional.empty();
    }
}
