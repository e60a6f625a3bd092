package org.investmentpipeline.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.investmentpipeline.idempotency.LockWaits;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The clock of knowledge: one row that every write of the ledger locks and moves forward, so that an answer for a moment of
 * knowledge can be given again for ever, by any instance. Moments are whole milliseconds; finer ones are truncated.
 */
@ApplicationScoped
public class LedgerClock {
    /** {@code supersededAt} of rows that are still current. */
    public static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

    /** The first moment of the ledger: before it, nothing was known. */
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    /** More than half of the time after which a waiting write is aborted. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String TAKEN = LedgerClock.class.getName();

    private static final List<String> COLUMNS = List.of("recorded_at", "described_at", "present");

    /** The committed clock as the running transaction has read it. */
    private static final String COMMITTED = TAKEN + ".committed";

    /** Whether the running transaction has locked the clock. */
    private static final String HELD = TAKEN + ".held";

    private static final LocalizedText AWAITED =
            new LocalizedText("an import or other changes to be written to the ledger", "导入或其他变更写入台账");

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final LockWaits locks;
    private final Clock clock;
    private final Timer waits;

    public LedgerClock(
            EntityManager entities,
            TransactionSynchronizationRegistry transaction,
            LockWaits locks,
            Clock clock,
            MeterRegistry registry) {
        this.entities = entities;
        this.transaction = transaction;
        this.locks = locks;
        this.clock = clock;
        this.waits = Timer.builder("pipeline.ledger.clock.wait")
                .description("The time writes wait for the clock while another write uses it")
                .serviceLevelObjectives(Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(1), PATIENCE)
                .register(registry);
    }

    /**
     * The moment under which the running transaction records everything it writes; the same at each call within one transaction.
     * The clock stays locked until the transaction ends, so take it last, when everything else is prepared.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant tick() {
        var taken = taken();
        if (taken.moment.isAfter(taken.recordedAt)) {
            write("update LedgerMoment c set c.recordedAt = :moment where c.id = 1", taken.moment);
            take(new Taken(taken.moment, taken.describedAt, taken.moment));
        }
        return taken.moment;
    }

    /**
     * The clock as the running transaction has locked it: read once, since nobody else can move it from then on.
     *
     * @param moment the one moment of the transaction, later than all moments recorded before, of either kind
     */
    private record Taken(Instant recordedAt, Instant describedAt, Instant moment) {}

    private Taken taken() {
        if (transaction.getResource(TAKEN) instanceof Taken taken) {
            return taken;
        }
        var row = locked();
        var last = row.get(0).isAfter(row.get(1)) ? row.get(0) : row.get(1);
        var now = cut(row.get(2));
        var next = last.plusMillis(1);
        return take(new Taken(row.get(0), row.get(1), now.isAfter(next) ? now : next));
    }

    private Taken take(Taken taken) {
        transaction.putResource(TAKEN, taken);
        return taken;
    }

    private void write(String update, Instant moment) {
        entities.createQuery(update).setParameter("moment", moment).executeUpdate();
    }

    /**
     * The moment of knowledge a reader gets: the last committed one, or the one asked for. For a moment after the last write it waits
     * for the writes in progress and moves the clock there, so that no later write can be recorded at or before it.
     */
    @Transactional
    public Instant known(@Nullable Instant asked) {
        var last = last();
        if (transaction.getResource(HELD) == null) {
            transaction.putResource(COMMITTED, last);
        }
        if (asked == null) {
            return last;
        }
        if (asked.isBefore(BEGINNING)) {
            throw Problem.invalid("knownAt", "was %s; the ledger begins at %s", "给出的是 %s；台账始于 %s", asked, BEGINNING);
        }
        var wanted = cut(asked);
        if (!wanted.isAfter(last)) {
            return wanted;
        }
        if (wanted.isAfter(clock.instant())) {
            throw Problem.invalid("knownAt", "was %s, which is in the future", "给出的 %s 在将来，尚无从知晓", asked);
        }
        var recorded = locked().get(0);
        if (transaction.getResource(HELD) == null) {
            transaction.putResource(COMMITTED, recorded);
            transaction.putResource(HELD, true);
        }
        if (wanted.isAfter(recorded)) {
            write("update LedgerMoment c set c.recordedAt = :moment where c.id = 1", wanted);
        }
        return wanted;
    }

    /**
     * The committed clock as the running transaction read it first: everything that was recorded up to it is complete. The moment
     * that {@link #known} gave is later only while this transaction keeps others from recording.
     */
    @Transactional
    public Instant committed() {
        if (transaction.getResource(COMMITTED) instanceof Instant read) {
            return read;
        }
        return known(null);
    }

    /** The committed clock as it is by now. */
    @Transactional
    public Instant committedNow() {
        return transaction.getResource(HELD) == null ? last() : committed();
    }

    /**
     * Records a change that affects no figure, such as that of a name. The clock stays locked until the transaction ends.
     *
     * @return the moment of the change, which is that of {@link #tick()} when the transaction records both
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant describe() {
        var taken = taken();
        if (taken.moment.isAfter(taken.describedAt)) {
            write("update LedgerMoment c set c.describedAt = :moment where c.id = 1", taken.moment);
            take(new Taken(taken.recordedAt, taken.moment, taken.moment));
        }
        return taken.moment;
    }

    /** A value that changes whenever anything shown in a list is committed: the moments of the last write of either kind. */
    public List<Instant> lastChange() {
        var row = entities.createQuery(
                        "select c.recordedAt, c.describedAt from LedgerMoment c where c.id = 1", Object[].class)
                .getSingleResult();
        return List.of((Instant) row[0], (Instant) row[1]);
    }

    private Instant last() {
        return entities.createQuery("select c.recordedAt from LedgerMoment c where c.id = 1", Instant.class)
                .getSingleResult();
    }

    /** The moments of the last write of either kind from the locked row, and the time of the database. */
    private List<Instant> locked() {
        return Objects.requireNonNull(waits.record(() -> locks.lockInstants(
                AWAITED,
                "select recorded_at, described_at, current_timestamp as present from ledger_clock where id = 1",
                COLUMNS)));
    }

    private static Instant cut(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The row. */
    @Entity(name = "LedgerMoment")
    @Table(name = "ledger_clock")
    static class Row {
        @Id
        @Column(name = "id")
        int id;

        @Column(name = "recorded_at")
        Instant recordedAt;

        /** The moment of the last change outside of the ledger. */
        @Column(name = "described_at")
        Instant describedAt;
    }
}
