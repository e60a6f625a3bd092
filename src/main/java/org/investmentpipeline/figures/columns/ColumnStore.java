package org.investmentpipeline.figures.columns;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.figures.columns.data.LedgerTooLarge;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.columns.data.PositionColumns.Snapshot;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.outage.BackgroundJob;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The columns of this instance: loaded in the background, and brought up to the ledger's clock before each answer. It has no columns
 * while they are loaded, when they have no room, and from the moment at which the ledger turns out to be another one until they are
 * loaded anew.
 */
@ApplicationScoped
public class ColumnStore {
    private static final Logger LOG = Logger.getLogger(ColumnStore.class);
    private static final int PAGE = 20_000;
    private static final long PATIENCE_IN_SECONDS = 10;

    private final PositionReader reader;
    private final LedgerClock ledgerClock;
    private final long mostBytes;
    private final ColumnMeters meters;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable PositionColumns columns;
    private volatile State state = State.LOADING;

    /** The state of the columns, which decides whether they or the database count figures. */
    @Schema(name = "ColumnsState", description = "Whether columns in memory count figures.")
    public enum State {
        /** The database, until the columns are loaded. */
        LOADING,
        /** The columns. */
        LOADED,
        /** The database, since the columns need more memory than they may take. */
        TOO_LARGE
    }

    /** The columns with the rows that are complete up to the clock of a transaction. */
    record View(PositionColumns columns, Snapshot snapshot) {}

    /** Whether the columns answer, with the number of their rows and the bytes that they take. */
    public record Status(State state, long rows, long bytes) {}

    ColumnStore(PositionReader reader, LedgerClock ledgerClock, FigureSettings settings, MeterRegistry registry) {
        this.reader = reader;
        this.ledgerClock = ledgerClock;
        this.mostBytes = settings.memory()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / 3);
        this.meters = new ColumnMeters(registry, this);
    }

    public Status status() {
        var loaded = columns;
        return loaded == null
                ? new Status(state, 0, 0)
                : new Status(State.LOADED, loaded.snapshot().rows(), loaded.bytes());
    }

    /** Loads the columns, or brings them up to the clock, so that few readers have to. */
    @BackgroundJob
    @Scheduled(
            identity = "figures",
            every = "{pipeline.figures.follow-every}",
            delayed = "1s", // the service is ready first
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void follow() {
        if (columns != null) {
            QuarkusTransaction.requiringNew().run(this::current);
        } else if (state == State.LOADING) {
            load();
        }
    }

    /** The columns, complete up to the clock of the running transaction; nothing when the database has to answer. */
    Optional<View> current() {
        var loaded = columns;
        if (loaded == null) {
            return Optional.empty();
        }
        var committed = ledgerClock.committed();
        var snapshot = loaded.snapshot();
        if (snapshot.known().equals(committed)) {
            return Optional.of(new View(loaded, snapshot));
        }
        if (snapshot.known().isBefore(committed)) {
            return caughtUp(loaded, committed);
        }
        if (ledgerClock.committedNow().isBefore(snapshot.known())) {
            forget(loaded, "the ledger's clock went back");
            return Optional.empty();
        }
        return Optional.of(new View(loaded, snapshot));
    }

    /** One at a time, on the connection of whoever asks: waiting for another connection could starve the pool. */
    private Optional<View> caughtUp(PositionColumns loaded, Instant committed) {
        if (!isMyTurn()) {
            return Optional.empty();
        }
        try {
            if (loaded.snapshot().known().isBefore(committed)) {
                meters.caughtUp(() -> catchUp(loaded, committed));
            }
            return columns == loaded ? Optional.of(new View(loaded, loaded.snapshot())) : Optional.empty();
        } catch (LedgerTooLarge tooLarge) {
            if (columns == loaded) {
                refuse(tooLarge);
            }
            return Optional.empty();
        } catch (PersistenceException failed) {
            // The transaction is lost, and so is the request: its answer is made of the cause.
            meters.failed();
            throw failed;
        } catch (RuntimeException failed) {
            meters.failed();
            LOG.warnf(failed, "The columns of figures were not brought up to %s; the database answers", committed);
            return Optional.empty();
        } finally {
            writing.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return writing.tryLock(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void catchUp(PositionColumns loaded, Instant until) {
        var mark = loaded.snapshot().mark();
        if (mark == null && reader.extent(until).rows() > PAGE) {
            forget(loaded, "the ledger was empty when it was read");
            return;
        }
        var changes = reader.changed(mark, until);
        if (!changes.isMarkThere()) {
            forget(loaded, "changes that were read are no longer in the ledger");
            return;
        }
        changes.rows().forEach(row -> loaded.take(row, until));
        loaded.publish(until, changes.mark());
    }

    /** A key of the columns that answer at present, which those of another ledger do not have; nothing while the database answers. */
    public Optional<Object> generation() {
        return Optional.ofNullable(columns).map(loaded -> loaded.identity);
    }

    /** Has everything loaded anew. */
    void forget(String reason) {
        var loaded = columns;
        if (loaded != null) {
            forget(loaded, reason);
        }
    }

    private void forget(PositionColumns loaded, String reason) {
        if (columns == loaded) {
            columns = null;
            state = State.LOADING;
            LOG.warnf("The columns of figures are loaded anew: %s", reason);
        }
    }

    private void refuse(LedgerTooLarge tooLarge) {
        columns = null;
        state = State.TOO_LARGE;
        LOG.warnf("Figures are answered by the database: %s", tooLarge.getMessage());
    }

    private void load() {
        var began = System.nanoTime();
        var until = QuarkusTransaction.requiringNew().call(ledgerClock::committedNow);
        var extent = QuarkusTransaction.requiringNew().call(() -> reader.extent(until));
        try {
            var loaded = new PositionColumns(capacity(extent.rows()), mostBytes);
            for (var after = extent.lowest() - 1; after < extent.highest(); after += PAGE) {
                var first = after;
                QuarkusTransaction.requiringNew()
                        .run(() -> reader.page(first, first + PAGE, until, row -> loaded.append(row, until)));
            }
            loaded.publish(until, extent.mark());
            // In this order: once there are columns, a request may have them loaded anew.
            state = State.LOADED;
            columns = loaded;
            var took = Duration.ofNanos(System.nanoTime() - began);
            meters.loaded(took);
            LOG.infof(
                    "Figures are answered by columns: %d positions of %d projects, %d MB, loaded in %d ms",
                    loaded.snapshot().rows(), loaded.projects(), loaded.bytes() >> 20, took.toMillis());
        } catch (LedgerTooLarge tooLarge) {
            refuse(tooLarge);
        } catch (RuntimeException failed) {
            meters.failed();
            throw failed;
        }
    }

    private static int capacity(long rows) {
        return (int) Math.min(Integer.MAX_VALUE - 8, rows + rows / 16 + 1024);
    }
}
