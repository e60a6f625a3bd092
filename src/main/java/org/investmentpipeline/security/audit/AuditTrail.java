package org.investmentpipeline.security.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.investmentpipeline.idempotency.ConcurrencyConflict;
import org.investmentpipeline.ledger.BulkInsert;
import org.investmentpipeline.ledger.LedgerWriter;

/**
 * Writes audit entries in the transaction of the audited change. The entries of one target form a chain, so callers must have
 * locked the target; of two concurrent writes without a lock, the second fails.
 */
@ApplicationScoped
public class AuditTrail {
    private static final int BATCH = 5_000;
    /** The number of tries: as many as there can be concurrent writes, of which one succeeds each time. */
    private static final int TRIES = 20;

    private final EntityManager entities;
    private final StatelessSession session;
    private final AuditTargetKinds kinds;
    private final Actor.Finder actors;
    private final Clock clock;

    AuditTrail(
            EntityManager entities,
            StatelessSession session,
            AuditTargetKinds kinds,
            Actor.Finder actors,
            Clock clock) {
        this.entities = entities;
        this.session = session;
        this.kinds = kinds;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Runs work in a transaction of its own, and retries it after a concurrent write to the same chain: for targets that
     * have no row to lock.
     */
    public void alone(Runnable work) {
        for (var left = TRIES; ; left--) {
            try {
                QuarkusTransaction.requiringNew().run(work);
                return;
            } catch (RuntimeException failed) {
                if (left <= 1 || !ConcurrencyConflict.isIn(failed)) {
                    throw failed;
                }
            }
        }
    }

    public void record(AuditEvent event) {
        record(List.of(event));
    }

    /** Adds entries with the actor of the running request. */
    public List<Long> record(List<AuditEvent> events) {
        return record(events, Set.of());
    }

    /**
     * Adds entries with the actor of the running request.
     *
     * @param fresh targets that are new, so that none of their entries has to be looked for
     */
    public List<Long> record(List<AuditEvent> events, Set<AuditTarget> fresh) {
        return record(events, fresh, actors.current());
    }

    /**
     * Adds entries.
     *
     * @return their ids, in the order of the events
     */
    public List<Long> record(List<AuditEvent> events, Actor actor) {
        return record(events, Set.of(), actor);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    List<Long> record(List<AuditEvent> events, Set<AuditTarget> fresh, Actor actor) {
        events.forEach(event -> kinds.require(event.subject().kind()));
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var ids = new ArrayList<Long>();
        var known = new HashSet<>(fresh);
        var heads = new HashMap<AuditTarget, ChainHead>();
        for (var some : LedgerWriter.batches(events, BATCH)) {
            heads.putAll(heads(some, known));
            var entries = new ArrayList<AuditEntry>();
            for (var event : some) {
                var entry = AuditEntry.of(event, actor, at).after(heads.get(event.subject()));
                heads.put(event.subject(), entry.head());
                entries.add(entry);
            }
            BulkInsert.of(session, entries);
            entries.forEach(entry -> ids.add(Objects.requireNonNull(entry.id)));
        }
        return ids;
    }

    /**
     * The latest entries of the targets that have any.
     *
     * @param known the targets that need no look-up; those of the events are added
     */
    private Map<AuditTarget, ChainHead> heads(List<AuditEvent> events, Set<AuditTarget> known) {
        var subjects = new HashMap<AuditTargetKind, Set<String>>();
        events.stream()
                .map(AuditEvent::subject)
                .filter(known::add)
                .forEach(subject -> subjects.computeIfAbsent(subject.kind(), any -> new LinkedHashSet<>())
                        .add(subject.id()));
        var heads = new HashMap<AuditTarget, ChainHead>();
        if (subjects.isEmpty()) {
            return heads;
        }
        session.doWork(connection -> {
            for (var each : subjects.entrySet()) {
                heads.putAll(ChainHead.of(connection, each.getKey(), each.getValue()));
            }
        });
        return heads;
    }

    /** The actors of the entries with these ids. */
    public Map<Long, AuditActor> by(Collection<Long> ids) {
        var found = new HashMap<Long, AuditActor>();
        if (!ids.isEmpty()) {
            entities.createQuery("from AuditEntry e where e.id in :ids", AuditEntry.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(entry -> found.put(Objects.requireNonNull(entry.id), entry.by()));
        }
        return found;
    }
}
