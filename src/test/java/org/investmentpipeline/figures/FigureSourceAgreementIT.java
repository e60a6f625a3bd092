package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.investmentpipeline.catalogue.tier.KnownTiers;
import org.investmentpipeline.figures.columns.ColumnFigures;
import org.investmentpipeline.figures.columns.ColumnStore;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.source.InDatabase;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.view.ProjectPages;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.ReplayScale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The columns answer exactly what the database answers: random questions of every figure, filter and breakdown, and pages of lists, of the present and of
 * past moments of knowledge, while others write and the columns follow. That the database, and so the columns, answer what the
 * timelines say is the part of {@link FiguresReplayIT} and {@link LedgerReplayIT}. {@code -Dfigures.questions=3000} for more.
 */
@QuarkusTest
class FigureSourceAgreementIT {
    private static final int QUESTIONS = Integer.getInteger("figures.questions", 400);
    private static final int WRITERS = 4;
    private static final int ASKERS = 2;

    private final ColumnFigures columns;
    private final FigureSource database;
    private final ColumnStore store;
    private final ProjectPages pages;
    private final PageOracle pageOracle;
    private final LedgerClock ledgerClock;
    private final KnownTiers tiers;
    private final Clock clock;
    private final MeterRegistry registry;
    private final ConcurrentLinkedQueue<Instant> moments = new ConcurrentLinkedQueue<>();

    FigureSourceAgreementIT(
            ColumnFigures columns,
            @InDatabase FigureSource database,
            ColumnStore store,
            ProjectPages pages,
            EntityManager entities,
            ProjectConditions conditions,
            LedgerClock ledgerClock,
            KnownTiers tiers,
            Clock clock,
            MeterRegistry registry) {
        this.columns = columns;
        this.database = database;
        this.store = store;
        this.pages = pages;
        this.pageOracle = new PageOracle(entities, conditions);
        this.ledgerClock = ledgerClock;
        this.tiers = tiers;
        this.clock = clock;
        this.registry = registry;
    }

    static LongStream seeds() {
        return ReplayScale.seeds(20231231);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theColumnsAnswerWhatTheDatabaseAnswers(long seed) throws Exception {
        Eventually.within(
                Duration.ofMinutes(1),
                "the columns are loaded",
                () -> store.status().state() == ColumnStore.State.LOADED);
        var ground = Ground.prepare(clock);
        var ledger = new RandomLedger(new Client(), ground, new Replay());
        var before = passes();
        var asking = new AtomicInteger(ASKERS);
        var work = new ArrayList<Callable<Integer>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            var mayDelete = writer == 0 && WRITERS == 1;
            var random = new Random(seed + writer);
            work.add(() -> writeWhile(asking, ledger, random, mayDelete));
        }
        for (var asker = 0; asker < ASKERS; asker++) {
            var random = new Random(-seed - asker);
            work.add(() -> ask(asking, ground, random));
        }

        var answered = 0;
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            for (var done : threads.invokeAll(work)) {
                answered += done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertTrue(answered > QUESTIONS / 4, "only " + answered + " answers counted anything");
        assertTrue(passes() - before >= QUESTIONS, "the columns made only " + (passes() - before) + " passes");
    }

    private double passes() {
        return registry.get("pipeline.figures.passes")
                .tag("source", "columns")
                .counter()
                .count();
    }

    private static Integer writeWhile(AtomicInteger asking, RandomLedger ledger, Random random, boolean mayDelete) {
        while (asking.get() > 0) {
            if (!mayDelete && random.nextInt(8) == 0) {
                ledger.list(random);
            } else {
                ledger.step(random, mayDelete);
            }
        }
        return 0;
    }

    /** How many answers counted anything. */
    private Integer ask(AtomicInteger asking, Ground ground, Random random) {
        try {
            var counted = 0;
            for (var i = 0; i < QUESTIONS / ASKERS; i++) {
                var question = SourceQuestion.random(ground, random);
                counted += QuarkusTransaction.requiringNew().call(() -> assertAgrees(question, random)) ? 1 : 0;
            }
            return counted;
        } finally {
            asking.decrementAndGet();
        }
    }

    private boolean assertAgrees(SourceQuestion question, Random random) {
        var known = List.copyOf(moments);
        var wanted = switch (random.nextInt(8)) {
            case 0, 1 -> known.isEmpty() ? null : Ground.oneOf(random, known);
            case 2 -> clock.instant().minusMillis(random.nextInt(3));
            default -> null;
        };
        var knownAt = ledgerClock.known(wanted);
        moments.add(knownAt);
        var today = LocalDate.now(clock);
        var asked = question.asked(today, knownAt, tiers.at(knownAt));
        var answer = question.ask(columns, asked);
        assertEquals(question.ask(database, asked), answer, () -> question + " at " + knownAt);
        if (random.nextInt(4) == 0) {
            pageOracle.assertFindsTheSame(pages, asked, random);
        }
        return !answer.toString().replaceAll("[\\[\\]{}, ]|0 null null 0", "").isEmpty();
    }
}
