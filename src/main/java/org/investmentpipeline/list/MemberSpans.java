package org.investmentpipeline.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.ledger.LedgerRow;
import org.investmentpipeline.project.timeline.ListMembership.Span;
import org.investmentpipeline.project.timeline.Position;

/** Reads the spans of projects on a list from their positions. */
@ApplicationScoped
class MemberSpans {
    private static final String OF_LIST = """
            select p.projectId, p.from, p.to from RecordedPosition p
            where p.listsText in (select s.codes from ListCombination s where s.code = :list) and p.from < p.to and %s
            order by p.projectId, p.from""";

    private final EntityManager entities;

    MemberSpans(EntityManager entities) {
        this.entities = entities;
    }

    /** The spans of every project that is or was on a list, as known now, deleted projects left out. */
    Map<Long, List<Span>> current(String list) {
        return read(entities.createQuery(OF_LIST.formatted("p.supersededAt = :open"), Object[].class)
                .setParameter("list", list)
                .setParameter("open", LedgerClock.OPEN)
                .getResultList());
    }

    /** The spans of some projects on a list, as known at a moment. */
    Map<Long, List<Span>> of(Collection<Long> projects, String list, Instant knownAt) {
        var condition = "p.projectId in :projects and " + LedgerRow.known("p", ":knownAt");
        return projects.isEmpty()
                ? Map.of()
                : read(entities.createQuery(OF_LIST.formatted(condition), Object[].class)
                        .setParameter("list", list)
                        .setParameter("projects", projects)
                        .setParameter("knownAt", knownAt)
                        .getResultList());
    }

    /** The number of projects on a list on a day, as known at a moment, in all zones. */
    long count(String list, LocalDate day, Instant knownAt) {
        return entities.createQuery(
                        "select count(*) from RecordedPosition p where p.listsText in (select s.codes from ListCombination s"
                                + " where s.code = :list) and "
                                + LedgerRow.holds("p", ":day") + " and " + LedgerRow.known("p", ":knownAt"),
                        Long.class)
                .setParameter("list", list)
                .setParameter("day", day)
                .setParameter("knownAt", knownAt)
                .getSingleResult();
    }

    private static Map<Long, List<Span>> read(List<Object[]> rows) {
        var spans = new TreeMap<Long, List<Span>>();
        for (var row : rows) {
            var to = row[2].equals(Position.OPEN) ? null : (LocalDate) row[2];
            add(spans.computeIfAbsent((Long) row[0], any -> new ArrayList<>()), new Span((LocalDate) row[1], to));
        }
        return spans;
    }

    /** Positions that follow each other without a gap are one span. */
    private static void add(List<Span> spans, Span next) {
        var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (last != null && next.from().equals(last.to())) {
            spans.set(spans.size() - 1, new Span(last.from(), next.to()));
        } else {
            spans.add(next);
        }
    }

    /** The days on which a change may make the number of members higher than before: a span begins after it, or ended before it. */
    static SortedSet<LocalDate> days(Collection<List<Span>> before, Collection<List<Span>> after) {
        var days = new TreeSet<LocalDate>();
        after.forEach(spans -> spans.forEach(span -> days.add(span.from())));
        before.forEach(spans -> spans.forEach(span -> {
            if (span.to() != null) {
                days.add(span.to());
            }
        }));
        return days;
    }

    static long count(Collection<List<Span>> members, LocalDate day) {
        return members.stream()
                .filter(spans -> spans.stream().anyMatch(span -> span.includes(day)))
                .count();
    }
}
