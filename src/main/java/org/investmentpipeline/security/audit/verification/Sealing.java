package org.investmentpipeline.security.audit.verification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.hibernate.StatelessSession;
import org.investmentpipeline.outage.BackgroundJob;
import org.jboss.logging.Logger;

/**
 * Seals the new entries of the audit trail, by one instance at a time and without blocking writers. The hash of each seal is
 * logged: stored elsewhere, it proves later that nothing before it was rewritten.
 */
@ApplicationScoped
public class Sealing {
    private static final Logger LOG = Logger.getLogger(Sealing.class);
    private static final int LONGEST = (int) Duration.ofMinutes(30).toSeconds();
    private static final int BATCH = 5_000;

    /** Settings of sealing. */
    @ConfigMapping(prefix = "pipeline.audit")
    interface Settings {
        /** The interval, such as {@code 1m}. */
        String sealEvery();
    }

    private final EntityManager entities;
    private final StatelessSession session;
    private final Clock clock;

    Sealing(EntityManager entities, StatelessSession session, Clock clock) {
        this.entities = entities;
        this.session = session;
        this.clock = clock;
    }

    @BackgroundJob
    @Scheduled(
            identity = "seal",
            every = "{pipeline.audit.seal-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void seal() {
        QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> {
            var turn = entities.createNativeQuery(
                            "select id from audit_sealer where id = 1 for update skip locked", Integer.class)
                    .getResultList();
            if (!turn.isEmpty() && isAnythingNew()) {
                sealNew();
            }
        });
    }

    private boolean isAnythingNew() {
        return !entities.createNativeQuery("select id from audit_entry where seal_id is null", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private void sealNew() {
        var last = entities.createQuery("from AuditSeal s order by s.id desc", AuditSeal.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
        var seal = AuditSeal.after(last, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        entities.createNativeQuery("update audit_entry set seal_id = :seal where seal_id is null")
                .setParameter("seal", seal.id)
                .executeUpdate();
        var covered = covered(session, seal.id);
        seal.entries = covered.count();
        seal.hash = seal.hashOver(covered);
        entities.persist(seal);
        LOG.infof("Sealed %d entries of the audit trail: seal %d, %s", seal.entries, seal.id, seal.hash);
    }

    /** The entries with a seal number. H2 reads its index in order only when both columns are named in the order. */
    static AuditSeal.Covered covered(StatelessSession session, long seal) {
        var covered = new AuditSeal.Covered();
        var after = 0L;
        List<Object[]> page;
        do {
            page = session.createSelectionQuery(
                            "select e.id, e.hash from AuditEntry e where e.sealId = :seal and e.id > :after"
                                    + " order by e.sealId, e.id",
                            Object[].class)
                    .setParameter("seal", seal)
                    .setParameter("after", after)
                    .setMaxResults(BATCH)
                    .getResultList();
            for (var row : page) {
                covered.add((String) row[1]);
                after = Objects.requireNonNull((Long) row[0]);
            }
        } while (page.size() == BATCH);
        return covered;
    }
}
