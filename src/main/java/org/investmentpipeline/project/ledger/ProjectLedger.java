package org.investmentpipeline.project.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.investmentpipeline.catalogue.CodeSet;
import org.investmentpipeline.ledger.BulkInsert;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.ledger.LedgerRow;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.security.audit.AuditTrail;

/** Where lives are recorded: positions are superseded and inserted, in batches, under one moment of the ledger's clock. */
@ApplicationScoped
public class ProjectLedger {
    private final StatelessSession session;
    private final LedgerClock ledgerClock;
    private final AuditTrail trail;

    public ProjectLedger(StatelessSession session, LedgerClock ledgerClock, AuditTrail trail) {
        this.session = session;
        this.ledgerClock = ledgerClock;
        this.trail = trail;
    }

    /** The lives of projects as they stand; lock the projects first. */
    public Map<Long, RecordedTimeline> lives(Collection<Long> projects) {
        var rows = new HashMap<Long, List<RecordedPosition>>();
        for (var some : LedgerWriter.batches(List.copyOf(projects))) {
            session.createSelectionQuery(
                            "from RecordedPosition p where p.projectId in :projects and p.supersededAt = :open"
                                    + " order by p.projectId, p.from, p.ordinal",
                            RecordedPosition.class)
                    .setParameter("projects", some)
                    .setParameter("open", LedgerClock.OPEN)
                    .getResultList()
                    .forEach(row -> rows.computeIfAbsent(row.projectId, any -> new ArrayList<>())
                            .add(row));
        }
        var lives = new HashMap<Long, RecordedTimeline>();
        rows.forEach((project, positions) -> lives.put(project, new RecordedTimeline(project, positions)));
        return lives;
    }

    /** The positions of projects as they were known at a moment, in order; a project without any is left out. */
    public Map<Long, List<Position>> positions(Collection<Long> projects, Instant known) {
        var positions = new HashMap<Long, List<Position>>();
        for (var some : LedgerWriter.batches(List.copyOf(projects))) {
            session.createSelectionQuery(
                            "from RecordedPosition p where p.projectId in :projects and "
                                    + LedgerRow.known("p", ":known") + " order by p.projectId, p.from, p.ordinal",
                            RecordedPosition.class)
                    .setParameter("projects", some)
                    .setParameter("known", known)
                    .getResultList()
                    .forEach(row -> positions
                            .computeIfAbsent(row.projectId, any -> new ArrayList<>())
                            .add(row.position()));
        }
        return positions;
    }

    /** A project that was not deleted, with its timeline as known now. */
    public Optional<ProjectWithTimeline> find(long id) {
        var rows = session.createSelectionQuery(
                        "select p, r from Project p join RecordedPosition r on r.projectId = p.id and r.supersededAt = :open"
                                + " where p.id = :id and p.deleted = false order by r.from, r.ordinal",
                        Object[].class)
                .setParameter("open", LedgerClock.OPEN)
                .setParameter("id", id)
                .getResultList();
        var positions = rows.stream().map(row -> (RecordedPosition) row[1]).toList();
        return rows.stream()
                .findFirst()
                .map(first -> new ProjectWithTimeline(
                        (Project) first[0],
                        Timeline.of(positions.stream()
                                .map(RecordedPosition::position)
                                .toList()),
                        positions.stream()
                                .map(RecordedPosition::recordedAt)
                                .max(Instant::compareTo)
                                .orElseThrow()));
    }

    /** The life of one project; its query has no list of values, which Hibernate would translate anew each time. */
    public RecordedTimeline life(long project) {
        var rows = session.createSelectionQuery(
                        "from RecordedPosition p where p.projectId = :project and p.supersededAt = :open"
                                + " order by p.from, p.ordinal",
                        RecordedPosition.class)
                .setParameter("project", project)
                .setParameter("open", LedgerClock.OPEN)
                .getResultList();
        return new RecordedTimeline(project, rows);
    }

    /**
     * Writes the final tilings of a transaction. The clock ticks only when a position changes; in any case it stays locked
     * until the transaction ends. Whoever follows the ledger finds changed projects by their changes, so a project whose positions
     * change has one of the same moment.
     */
    public void write(List<RecordedTimeline.Rewrite> rewrites) {
        write(rewrites, Set.of());
    }

    /**
     * The same.
     *
     * @param fresh the ids of projects that are new, so that they have no history
     */
    public void write(List<RecordedTimeline.Rewrite> rewrites, Set<Long> fresh) {
        var positions = new LedgerWriter<>(RecordedPosition.class, session, ledgerClock);
        rewrites.forEach(rewrite -> {
            var differs = positions.replace(rewrite.before().rows(), rows(rewrite));
            if (differs && rewrite.changes().isEmpty()) {
                throw new IllegalStateException("positions of a project change without a change that says why");
            }
        });
        var changes = rewrites.stream()
                .flatMap(rewrite -> rewrite.changes().stream()
                        .peek(change -> change.projectId = rewrite.before().projectId()))
                .toList();
        audit(changes, fresh);
        var recorded = positions.write();
        if (recorded.isEmpty() && changes.isEmpty()) {
            return;
        }
        addCombinations(positions.added());
        var moment = recorded.orElseGet(ledgerClock::describe);
        changes.forEach(change -> change.recordedAt = moment);
        BulkInsert.of(session, changes);
    }

    /** Adds the sets of lists that no position had before. The clock is locked, so nobody else adds them at the same time. */
    private void addCombinations(List<RecordedPosition> rows) {
        var sets = rows.stream()
                .map(row -> row.standing().lists())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        for (var some : LedgerWriter.batches(sets)) {
            var known = Set.copyOf(session.createSelectionQuery(
                            "select s.codes from ListCombination s where s.codes in :sets", String.class)
                    .setParameter("sets", some.stream().map(CodeSet::toString).toList())
                    .getResultList());
            var fresh = some.stream()
                    .filter(set -> !known.contains(set.toString()))
                    .flatMap(set -> set.codes().stream().map(code -> new ListCombination(set.toString(), code)))
                    .toList();
            if (!fresh.isEmpty()) {
                session.insertMultiple(fresh);
            }
        }
    }

    private static List<RecordedPosition> rows(RecordedTimeline.Rewrite rewrite) {
        return rewrite.after().stream()
                .map(position -> new RecordedPosition(rewrite.before().projectId(), position))
                .toList();
    }

    private void audit(List<ProjectChange> changes, Set<Long> fresh) {
        var entries = trail.record(
                changes.stream().map(ProjectChange::event).toList(),
                fresh.stream().map(ProjectTarget::of).collect(Collectors.toSet()));
        for (var i = 0; i < entries.size(); i++) {
            changes.get(i).auditId = entries.get(i);
        }
    }
}
