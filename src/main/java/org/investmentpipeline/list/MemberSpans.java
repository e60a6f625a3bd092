package org.investmentpipeline.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.ledger.LedgerRow;
import org.investmentpipeline.project.timeline.ListMembership.Span;
import org.investmentpipeline.project.timeline.Position;
import org.jspecify.annotations.Nullable;

/** Reads the spans of projects on a list from their positions. */
@ApplicationScoped
class MemberSpans {
    private static final String ON_LIST =
            "p.state.lists in (select s.codes from ListCombination s where s.code = :list) and p.from < p.to";

    private final EntityManager entities;

    MemberSpans(EntityManager entities) {
        this.entities = entities;
    }

    /** The number of projects on a list on each day, as known now, in all zones. */
    DailyCounts counts(String list) {
        var counts = new DailyCounts();
        entities.createQuery(
                        "select p.from, p.to, count(*) from RecordedPosition p where " + ON_LIST
                                + " and p.supersededAt = :open group by p.from, p.to",
                        Object[].class)
                .setParameter("list", list)
                .setParameter("open", LedgerClock.OPEN)
                .getResultList()
                .forEach(row -> counts.add((LocalDate) row[0], end(row[1]), (Long) row[2]));
        return counts;
    }

    /** The spans of some projects on a list, as known at a moment. */
    Map<Long, List<Span>> of(Collection<Long> projects, String list, Instant knownAt) {
        return projects.isEmpty()
                ? Map.of()
                : read(entities.createQuery(
                                "select p.projectId, p.from, p.to from RecordedPosition p where " + ON_LIST
                                        + " and p.projectId in :projects and " + LedgerRow.known("p", ":knownAt")
                                        + " order by p.projectId, p.from",
                                Object[].class)
                        .setParameter("list", list)
                        .setParameter("projects", projects)
                        .setParameter("knownAt", knownAt)
                        .getResultList());
    }

    /** The number of projects on a list on a day, as known at a moment, in all zones. */
    long count(String list, LocalDate day, Instant knownAt) {
        return entities.createQuery(
                        "select count(*) from RecordedPosition p where " + ON_LIST + " and "
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
            add(
                    spans.computeIfAbsent((Long) row[0], any -> new ArrayList<>()),
                    new Span((LocalDate) row[1], end(row[2])));
        }
        return spans;
    }

    private static @Nullable LocalDate end(Object to) {
        return to.equals(Position.OPEN) ? null : (LocalDate) to;
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
}
