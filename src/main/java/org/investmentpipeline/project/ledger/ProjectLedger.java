package org.investmentpipeline.project.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.security.audit.AuditTrail;

/** Where lives are recorded: positions are superseded and inserted, in batches, under one moment of the ledger's clock. */
@ApplicationScoped
public class ProjectLedger {
    private static final int BATCH = 1000;

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
        for (var some : batches(List.copyOf(projects))) {
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

    /** A project that was not deleted, with its timeline as known now. */
    public Optional<ProjectWithTimeline> find(long id) {
        var rows = session.createSelectionQuery(
                        "select p, r from Project p join RecordedPosition r on r.projectId = p.id and r.supersededAt = :open"
                                + " where p.id = :id and p.deleted = false order by r.from, r.ordinal",
                        Object[].class)
                .setParameter("open", LedgerClock.OPEN)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(first -> new ProjectWithTimeline(
                        (Project) first[0],
                        Timeline.of(rows.stream()
                                .map(row -> ((RecordedPosition) row[1]).position())
                                .toList())));
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
        var outdated = new ArrayList<Long>();
        var added = new ArrayList<RecordedPosition>();
        rewrites.forEach(rewrite -> {
            var before = outdated.size() + added.size();
            compare(rewrite, outdated, added);
            if (rewrite.changes().isEmpty() && outdated.size() + added.size() > before) {
                throw new IllegalStateException("positions of a project change without a change that says why");
            }
        });
        var changes = rewrites.stream()
                .flatMap(rewrite -> rewrite.changes().stream()
                        .peek(change -> change.projectId = rewrite.before().projectId()))
                .toList();
        var ticks = !outdated.isEmpty() || !added.isEmpty();
        if (!ticks && changes.isEmpty()) {
            return;
        }
        audit(changes);
        var moment = ticks ? ledgerClock.tick() : ledgerClock.describe();
        supersede(outdated, moment);
        added.forEach(row -> row.recordedAt = moment);
        changes.forEach(change -> change.recordedAt = moment);
        batches(added).forEach(session::insertMultiple);
        batches(changes).forEach(session::insertMultiple);
    }

    private void audit(List<ProjectChange> changes) {
        var entries = trail.record(changes.stream().map(ProjectChange::event).toList());
        for (var i = 0; i < entries.size(); i++) {
            changes.get(i).auditId = entries.get(i);
        }
    }

    private static void compare(RecordedTimeline.Rewrite rewrite, List<Long> outdated, List<RecordedPosition> added) {
        var wanted = new LinkedHashSet<>(rewrite.after());
        for (var row : rewrite.before().rows()) {
            if (!wanted.remove(row.position())) {
                outdated.add(Objects.requireNonNull(row.id));
            }
        }
        var project = rewrite.before().projectId();
        wanted.forEach(position -> added.add(new RecordedPosition(project, position, Instant.EPOCH)));
    }

    private void supersede(List<Long> outdated, Instant moment) {
        for (var some : batches(outdated)) {
            session.createMutationQuery(
                            "update RecordedPosition p set p.supersededAt = :moment where p.id in :outdated")
                    .setParameter("moment", moment)
                    .setParameter("outdated", some)
                    .executeUpdate();
        }
    }

    private static <T> List<List<T>> batches(List<T> all) {
        var batches = new ArrayList<List<T>>();
        for (var start = 0; start < all.size(); start += BATCH) {
            batches.add(all.subList(start, Math.min(start + BATCH, all.size())));
        }
        return batches;
    }
}
