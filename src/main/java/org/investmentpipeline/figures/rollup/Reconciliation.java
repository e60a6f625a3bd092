package org.investmentpipeline.figures.rollup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.catalogue.SizeTierEdge;
import org.investmentpipeline.project.Dimension;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares the sums with a scan of the ledger as it was known when they were folded, and has them built anew when they
 * differ. It takes as long as the scan.
 */
@ApplicationScoped
public class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class);
    private static final int LONGEST = (int) Duration.ofHours(1).toSeconds();

    private final EntityManager entities;
    private final SizeTierEdge.Repository edges;
    private final Fold fold;
    private volatile @Nullable Finding last;

    public Reconciliation(EntityManager entities, SizeTierEdge.Repository edges, Fold fold) {
        this.entities = entities;
        this.edges = edges;
        this.fold = fold;
    }

    /**
     * What a comparison found.
     *
     * @param foldedAt the moment of knowledge of the sums
     * @param differences the sums that the ledger contradicts
     */
    public record Finding(Instant foldedAt, List<String> differences) {}

    /** What this instance found last; nothing before the first time. */
    public Optional<Finding> last() {
        return Optional.ofNullable(last);
    }

    /** The moment up to which the sums are folded now; nothing while they are to be built. */
    public Optional<Instant> foldedAt() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Optional.ofNullable((Instant) entities.unwrap(Session.class)
                        .createNativeQuery("select folded_at from rollup_state where id = 1")
                        .addScalar("folded_at", StandardBasicTypes.INSTANT)
                        .getSingleResult()));
    }

    /** Compares, unless there are no sums or a fold comes between; then the next time will do. */
    @Scheduled(
            every = "{pipeline.rollup.reconcile-every}",
            delayed = "{pipeline.rollup.reconcile-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void reconcile() {
        QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> foldedAt().ifPresent(this::compare));
    }

    private void compare(Instant foldedAt) {
        var differences = new ArrayList<String>();
        for (var dimension : Cube.KEPT) {
            var rows = rows(dimension, foldedAt);
            if (!foldedAt.equals(rows.get(0)[0])) {
                return;
            }
            rows.stream().filter(row -> row[1] != null).forEach(row -> differences.add(dimension + " " + row[1]));
        }
        last = new Finding(foldedAt, List.copyOf(differences));
        if (!differences.isEmpty()) {
            LOG.errorf("The sums of figures differ from the ledger and will be built anew: %s", differences);
            fold.forget();
        }
    }

    private List<Object[]> rows(Dimension dimension, Instant foldedAt) {
        var ledger = Deltas.of(Deltas.LEDGER, Deltas.SIGN_OF_LEDGER, Cube.member(dimension, edges.tiers(foldedAt)));
        return entities.unwrap(Session.class)
                .createNativeQuery(Deltas.contradicted(dimension, ledger), Object[].class)
                .addScalar("folded_at", StandardBasicTypes.INSTANT)
                .addScalar("contradicted", StandardBasicTypes.STRING)
                .setParameter("knownAt", foldedAt, StandardBasicTypes.INSTANT)
                .getResultList();
    }
}
