package org.investmentpipeline.figures.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.catalogue.tier.KnownTiers;
import org.investmentpipeline.figures.columns.ColumnStore.State;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.source.InDatabase;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.query.FilterReader;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Ledgers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A store of columns beside that of the service, on the same ledger, as another instance has it: it follows the clock, leaves figures to the
 * database while it cannot answer them, and loads anew what is no longer the ledger that it has read.
 */
@QuarkusTest
class ColumnStoreIT {
    private static final long PLENTY = 100_000_000;

    private final PositionReader reader;
    private final LedgerClock ledgerClock;
    private final EntityManagerFactory factory;
    private final FigureSource database;
    private final FilterReader filters;
    private final TransactionSynchronizationRegistry transaction;
    private final KnownTiers tiers;
    private final Clock clock;
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Client client = new Client();
    private String zone = "";

    ColumnStoreIT(
            PositionReader reader,
            LedgerClock ledgerClock,
            EntityManagerFactory factory,
            @InDatabase FigureSource database,
            FilterReader filters,
            TransactionSynchronizationRegistry transaction,
            KnownTiers tiers,
            Clock clock) {
        this.reader = reader;
        this.ledgerClock = ledgerClock;
        this.factory = factory;
        this.database = database;
        this.filters = filters;
        this.transaction = transaction;
        this.tiers = tiers;
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        zone = Fixtures.zone();
    }

    private record Memory(long bytes) implements FigureSettings {
        @Override
        public MemorySize answers() {
            return new MemorySize(BigInteger.ZERO);
        }

        @Override
        public Optional<MemorySize> memory() {
            return Optional.of(new MemorySize(BigInteger.valueOf(bytes)));
        }

        @Override
        public String followEvery() {
            return "off";
        }

        @Override
        public String compareEvery() {
            return "off";
        }

        @Override
        public String compareAfter() {
            return "off";
        }
    }

    @Test
    void theDatabaseAnswersUntilTheColumnsAreLoaded() {
        var store = store(PLENTY, reader);
        register(3);

        assertEquals(3, count(store));
        assertAnswered(0, 1);
        assertEquals(State.LOADING, store.status().state());
        store.follow();
        assertEquals(State.LOADED, store.status().state());
        assertEquals(3, count(store));
        assertAnswered(1, 1);
    }

    @Test
    void eachAnswerHasWhatWasWrittenBefore() {
        var store = store(PLENTY, reader);
        store.follow();

        for (var written = 1; written <= 5; written++) {
            register(1);
            assertEquals(written, count(store));
        }

        assertAnswered(5, 0);
    }

    @Test
    void anImportIsTakenUp() {
        var store = store(PLENTY, reader);
        store.follow();
        var before = store.status().rows();
        var rows = IntStream.range(0, 700).mapToObj(row -> "导入项目%s%d,%s,1".formatted(zone, row, zone));

        Ledgers.send(Ledgers.csv(
                        Stream.concat(Stream.of("项目名称,片区,总投资（亿元）"), rows).toArray(String[]::new)))
                .statusCode(200);

        assertEquals(700, count(store));
        assertAnswered(1, 0);
        assertTrue(store.status().rows() >= before + 700);
    }

    @Test
    void aStoreThatIsLoadedWhileOthersWriteMissesNothing() throws Exception {
        var store = store(PLENTY, reader);
        var writing = new AtomicBoolean(true);
        var writers = Executors.newFixedThreadPool(2);
        try {
            IntStream.range(0, 2)
                    .forEach(any -> writers.execute(() -> {
                        while (writing.get()) {
                            register(1);
                        }
                    }));
            for (var time = 0; time < 20; time++) {
                store.forget("a restart");
                store.follow();
                IntStream.range(0, 5).forEach(any -> count(store));
            }
        } finally {
            writing.set(false);
            writers.shutdown();
            assertTrue(writers.awaitTermination(1, TimeUnit.MINUTES));
        }

        assertTrue(count(store) > 0);
        assertTrue(passes("columns") > 50, () -> "the columns made only " + passes("columns") + " passes");
    }

    @Test
    void aLedgerThatNeedsMoreMemoryIsLeftToTheDatabase() {
        register(2);
        var store = store(10_000, reader);

        store.follow();

        assertEquals(State.TOO_LARGE, store.status().state());
        assertEquals(2, count(store));
        assertAnswered(0, 1);
        store.follow();
        assertEquals(State.TOO_LARGE, store.status().state());
    }

    @Test
    void aLedgerThatGrowsBeyondItsMemoryIsLeftToTheDatabase() {
        register(1);
        var roomy = store(PLENTY, reader);
        roomy.follow();
        var store = store(roomy.status().bytes() + 1_000, reader);
        store.follow();
        assertEquals(State.LOADED, store.status().state());

        var room = store.status().rows() / 16 + 1_024;
        var batches = (int) room / 1_000 + 1;
        IntStream.range(0, batches).forEach(any -> register(1_000));

        assertEquals(1 + batches * 1_000L, count(store));
        assertEquals(State.TOO_LARGE, store.status().state());
    }

    @Test
    void columnsAheadOfTheClockAreLoadedAnew() {
        register(2);
        var store = store(PLENTY, reader);
        store.follow();
        var columns = columns(store);
        columns.publish(
                Instant.parse("2100-01-01T00:00:00Z"), columns.snapshot().mark());

        assertEquals(2, count(store));

        assertAnswered(0, 1);
        assertEquals(State.LOADING, store.status().state());
        store.follow();
        assertEquals(2, count(store));
        assertAnswered(1, 1);
    }

    @Test
    void columnsWithAChangeThatTheLedgerDoesNotHaveAreLoadedAnew() {
        register(2);
        var store = store(PLENTY, reader);
        store.follow();
        var columns = columns(store);
        columns.publish(columns.snapshot().known().minusMillis(1), Instant.parse("2001-02-03T04:05:06.789Z"));

        assertEquals(2, count(store));

        assertEquals(State.LOADING, store.status().state());
        store.follow();
        assertEquals(State.LOADED, store.status().state());
    }

    @Test
    void afterAFailureTheDatabaseAnswers() {
        register(2);
        var broken = factory.createEntityManager();
        var store = store(PLENTY, new PositionReader(broken));
        store.follow();
        assertEquals(2, count(store));
        register(1);
        broken.close();

        assertEquals(3, count(store));

        assertAnswered(1, 1);
        assertEquals(
                1, registry.get("pipeline.figures.catchup.failures").counter().count());
        var never = store(PLENTY, new PositionReader(broken));
        assertThrows(IllegalStateException.class, never::follow);
        assertEquals(State.LOADING, never.status().state());
    }

    private ColumnStore store(long bytes, PositionReader reader) {
        return new ColumnStore(reader, ledgerClock, new Memory(bytes), registry);
    }

    private static PositionColumns columns(ColumnStore store) {
        return QuarkusTransaction.requiringNew()
                .call(() -> store.current().orElseThrow().columns());
    }

    /** The projects of the test's zone, counted by the columns of a store or, without them, by the database. */
    private long count(ColumnStore store) {
        var figures = new ColumnFigures(store, database, filters, transaction, registry);
        return QuarkusTransaction.requiringNew().call(() -> {
            var filter = ProjectDimensions.ALL.filter(Map.of(ProjectDimensions.ZONE, List.of(zone)));
            var today = LocalDate.now(clock);
            var known = ledgerClock.known(null);
            var asked = new FigureQuery(filter, Breakdown.parse("stage"), today, known, today, tiers.at(known));
            Aggregates cells = figures.stock(asked, today);
            assertEquals(
                    database.stock(asked, today).total().count(), cells.total().count());
            return cells.total().count();
        });
    }

    private void assertAnswered(int byColumns, int byDatabase) {
        assertEquals(byColumns, passes("columns"));
        assertEquals(byDatabase, passes("database"));
    }

    private double passes(String source) {
        return registry.get("pipeline.figures.passes")
                .tag("source", source)
                .counter()
                .count();
    }

    private void register(int projects) {
        var drafts = IntStream.range(0, projects)
                .mapToObj(any -> Map.of("name", "列存项目", "zone", zone))
                .toList();
        client.post("/api/v1/projects/batch", Map.of("projects", drafts)).expecting(201);
    }
}
