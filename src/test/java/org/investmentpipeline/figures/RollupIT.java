package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.investmentpipeline.catalogue.SizeTierEdge;
import org.investmentpipeline.figures.rollup.Fold;
import org.investmentpipeline.figures.rollup.Reconciliation;
import org.investmentpipeline.figures.rollup.Rollup;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.ReplayScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sums kept of the ledger answer exactly what a scan of it answers, in every moment: while others write, while they are
 * folded by several at once, and before they are built; and a wrong one is found.
 */
@QuarkusTest
class RollupIT {
    private static final int WRITERS = 3;
    private static final int STEPS = 60;
    private static final int QUESTIONS = ReplayScale.of(300);

    private final FiguresQuery query;
    private final Rollup rollup;
    private final Fold fold;
    private final Reconciliation reconciliation;
    private final LedgerClock ledgerClock;
    private final SizeTierEdge.Repository edges;
    private final AgroalDataSource database;
    private final Clock clock;
    private final Client client = new Client();

    RollupIT(
            FiguresQuery query,
            Rollup rollup,
            Fold fold,
            Reconciliation reconciliation,
            LedgerClock ledgerClock,
            SizeTierEdge.Repository edges,
            AgroalDataSource database,
            Clock clock) {
        this.query = query;
        this.rollup = rollup;
        this.fold = fold;
        this.reconciliation = reconciliation;
        this.ledgerClock = ledgerClock;
        this.edges = edges;
        this.database = database;
        this.clock = clock;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 20231231)
    void theSumsAgreeWithAScanInEveryMoment(long seed) throws Exception {
        fold.fold();
        var ground = Ground.prepare(clock);
        var ledger = new RandomLedger(client, ground, new Replay());
        var writing = new AtomicInteger(WRITERS);
        var work = new ArrayList<Callable<Integer>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            work.add(write(ledger, new Random(seed + writer), writing));
        }
        work.add(() -> foldWhile(writing));
        work.add(() -> foldWhile(writing));
        work.add(() -> compareWhile(writing));
        work.add(() -> askWhile(writing, ground, new Random(seed)));

        var answered = 0;
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            for (var done : threads.invokeAll(work)) {
                answered += done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertTrue(answered > QUESTIONS / 2, "the sums answered only " + answered);
        reconciliation.reconcile();
        assertEquals(List.of(), reconciliation.last().orElseThrow().differences());
    }

    private static Callable<Integer> write(RandomLedger ledger, Random random, AtomicInteger writing) {
        return () -> {
            try {
                for (var i = 0; i < STEPS; i++) {
                    ledger.step(random, false);
                }
            } finally {
                writing.decrementAndGet();
            }
            return 0;
        };
    }

    private Integer foldWhile(AtomicInteger writing) {
        while (writing.get() > 0) {
            fold.fold();
        }
        return 0;
    }

    /** However often folds come between, each comparison comes to its end and finds no difference. */
    private Integer compareWhile(AtomicInteger writing) {
        while (writing.get() > 0) {
            var before = reconciliation.foldedAt().orElseThrow();
            reconciliation.reconcile();
            var found = reconciliation.last().orElseThrow();
            assertFalse(found.foldedAt().isBefore(before), () -> found + " is of before " + before);
            assertEquals(List.of(), found.differences());
        }
        return 0;
    }

    /** How many questions the sums answered. */
    private Integer askWhile(AtomicInteger writing, Ground ground, Random random) {
        var answered = 0;
        for (var i = 0; i < QUESTIONS || writing.get() > 0; i++) {
            answered += QuarkusTransaction.requiringNew().call(() -> assertAgrees(ground, random)) ? 1 : 0;
        }
        return answered;
    }

    /** Whether the sums answered; if so, as a scan does. */
    private boolean assertAgrees(Ground ground, Random random) {
        var knownAt = ledgerClock.known(null);
        var kept = KeptQuestion.random(ground, random);
        var asked = KeptQuestion.asked(kept.by(), kept.filter(), clock, knownAt, edges.tiers(knownAt));
        var wanted = FiguresQuery.wanted(asked);
        if (random.nextBoolean()) {
            var stock = rollup.stock(wanted, kept.asOf());
            stock.ifPresent(cells -> assertEquals(query.scannedStock(asked, kept.asOf()), cells, kept::toString));
            return stock.isPresent();
        }
        var flow = rollup.flow(wanted, kept.period());
        flow.ifPresent(cells -> assertEquals(query.scannedFlow(asked, kept.period()), cells, kept::toString));
        rollup.flows(wanted, kept.spans()).ifPresent(sums -> {
            var scanned = query.scannedFlows(asked, kept.spans());
            kept.spans().forEach(span -> assertEquals(scanned.over(span), sums.over(span), () -> kept + " " + span));
        });
        return flow.isPresent();
    }

    @Test
    void whatTheSumsDoNotHoldIsLeftToAScan() {
        fold.fold();
        var before = QuarkusTransaction.requiringNew().call(() -> ledgerClock.known(null));
        new OwnZone().register();
        fold.fold();

        QuarkusTransaction.requiringNew().run(() -> {
            var now = ledgerClock.known(null);
            assertTrue(isKept("stage,status", Map.of(), now));
            assertTrue(isKept("size,stage", Map.of("status", List.of("ACTIVE")), now));
            assertTrue(!isKept("stage", Map.of(), before), "knowledge from before the fold");
            assertTrue(!isKept("stage,sector,zone", Map.of(), now), "two dimensions");
            assertTrue(!isKept("stage,sector", Map.of("key", List.of("true")), now), "another one in the filter");
            assertTrue(!isKept("leader", Map.of(), now), "a dimension that is not kept");
        });
    }

    private boolean isKept(String by, Map<String, List<String>> filter, Instant knownAt) {
        var asked = KeptQuestion.asked(by, filter, clock, knownAt, edges.tiers(knownAt));
        return rollup.stock(FiguresQuery.wanted(asked), asked.asOf()).isPresent();
    }

    @Test
    void aFigureIsTheSameBeforeTheSumsAreBuiltAndAfter() throws SQLException {
        var zone = new OwnZone();
        zone.worth("600000000");
        fold.fold();
        var folded = zone.totals("by", "stage").text();

        change("update rollup_state set folded_at = null");

        assertEquals(folded, zone.totals("by", "stage").text());
        fold.fold();
        assertEquals(folded, zone.totals("by", "stage").text());
    }

    @Test
    void aWrongSumIsFoundAndBuiltAnew() throws SQLException {
        var project = new OwnZone().worth("600000000");
        fold.fold();
        reconciliation.reconcile();
        assertEquals("UP", wellness());

        change(
                "update rollup set entry_cny = entry_cny + 0.01 where dimension = 'SIZE' and grain = 'MONTH' and member = '2'"
                        + " and stage = 'UNDER_NEGOTIATION' and status = 'ACTIVE' and first_day = date '2023-01-01'");
        reconciliation.reconcile();

        assertTrue(project > 0);
        assertEquals(1, reconciliation.last().orElseThrow().differences().size());
        fold.fold();
        reconciliation.reconcile();
        assertEquals(List.of(), reconciliation.last().orElseThrow().differences());
        assertEquals("UP", wellness());
    }

    private String wellness() {
        return io.restassured.RestAssured.get("/q/health/well").jsonPath().getString("status");
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql), sql);
        }
    }
}
