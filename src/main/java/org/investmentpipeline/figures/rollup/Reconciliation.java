package org.investmentpipeline.figures.rollup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.figures.rollup.LedgerSums.Slice;
import org.investmentpipeline.figures.rollup.Sums.Key;
import org.investmentpipeline.figures.rollup.Sums.Sum;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.ledger.Snapshot;
import org.investmentpipeline.outage.BackgroundJob;
import org.investmentpipeline.project.query.Dimension;
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
    private final LedgerSums ledger;
    private final Fold fold;
    private volatile @Nullable Finding last;

    public Reconciliation(EntityManager entities, LedgerSums ledger, Fold fold) {
        this.entities = entities;
        this.ledger = ledger;
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

    /** Compares what there was at one moment, so that no fold comes between; without sums, the next time will do. */
    @BackgroundJob
    @Scheduled(
            identity = "reconcile",
            every = "{pipeline.rollup.reconcile-every}",
            delayed = "{pipeline.rollup.reconcile-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void reconcile() {
        var found = QuarkusTransaction.requiringNew().timeout(LONGEST).call(this::find);
        found.ifPresent(finding -> {
            last = finding;
            if (!finding.differences().isEmpty()) {
                LOG.errorf(
                        "The sums of figures differ from the ledger and will be built anew: %s", finding.differences());
                QuarkusTransaction.requiringNew().run(fold::forget);
            }
        });
    }

    private Optional<Finding> find() {
        entities.unwrap(Session.class).doWork(Snapshot::begin);
        return foldedAt().map(foldedAt -> {
            var differences = new ArrayList<String>();
            ledger.each(Cube.KEPT, foldedAt, (slice, sums) -> differences.addAll(differences(slice, sums)));
            return new Finding(foldedAt, List.copyOf(differences));
        });
    }

    private List<String> differences(Slice slice, Sums sums) {
        var differences = new ArrayList<String>();
        var rows = sums.rows().stream()
                .collect(Collectors.groupingBy(row -> row.key().dimension()));
        for (var dimension : Cube.KEPT) {
            var kept = kept(dimension, slice);
            for (var row : rows.getOrDefault(dimension, List.of())) {
                compare(
                        row.key(),
                        row.sum(),
                        Optional.ofNullable(kept.remove(row.key())).orElse(Sum.NONE),
                        differences);
            }
            kept.forEach((key, sum) -> compare(key, Sum.NONE, sum, differences));
        }
        return differences;
    }

    private static void compare(Key key, Sum sum, Sum kept, List<String> differences) {
        if (!sum.agreesWith(kept)) {
            differences.add(key.toString());
        }
    }

    private Map<Key, Sum> kept(Dimension dimension, Slice slice) {
        var kept = new HashMap<Key, Sum>();
        entities.unwrap(Session.class)
                .createNativeQuery(
                        "select %s from rollup where dimension = :dimension and first_day >= :first and first_day < :end"
                                .formatted(Deltas.COLUMNS),
                        Object[].class)
                .addScalar("grain", StandardBasicTypes.STRING)
                .addScalar("first_day", StandardBasicTypes.LOCAL_DATE)
                .addScalar("stage", StandardBasicTypes.STRING)
                .addScalar("status", StandardBasicTypes.STRING)
                .addScalar("member", StandardBasicTypes.STRING)
                .addScalar("stock_count", StandardBasicTypes.LONG)
                .addScalar("stock_cny", StandardBasicTypes.BIG_DECIMAL)
                .addScalar("entry_count", StandardBasicTypes.LONG)
                .addScalar("entry_cny", StandardBasicTypes.BIG_DECIMAL)
                .setParameter("dimension", dimension.name())
                .setParameter("first", slice.first())
                .setParameter("end", slice.end())
                .getResultStream()
                .forEach(row -> kept.put(key(dimension, row), sum(row)));
        return kept;
    }

    private static Key key(Dimension dimension, Object[] row) {
        return new Key(
                dimension,
                Grain.valueOf((String) row[0]),
                (LocalDate) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4]);
    }

    private static Sum sum(Object[] row) {
        return new Sum(new CountAndSum((Long) row[5], (BigDecimal) row[6]), new CountAndSum((Long) row[7], (BigDecimal)
                row[8]));
    }
}
