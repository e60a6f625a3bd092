package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Ground.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.ReplayScale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise of the ledger, on random histories: an answer once given for a day and a moment of knowledge is given again,
 * to the last byte, whatever was recorded since or is being recorded; and totals, the lists behind them and a replay of the
 * timelines agree to the last cent.
 */
@QuarkusTest
class LedgerReplayIT {
    private static final int ALONE = ReplayScale.of(1100);
    private static final int WRITERS = 6;
    private static final int EACH = ReplayScale.of(160);
    private static final int READERS = 2;
    private static final int KEPT_BY_READER = 6;

    private final Clock clock;
    private final Client client = new Client();
    private final Replay replay = new Replay();
    private final List<Remembered> remembered = new CopyOnWriteArrayList<>();

    /** A question with the answer that was given to it. */
    private record Remembered(Question question, Answer answer) {
        String address() {
            return question.address(Map.of(
                    "asOf", answer.at("/asOf").asText(),
                    "knownAt", answer.at("/knownAt").asText()));
        }
    }

    LedgerReplayIT(Clock clock) {
        this.clock = clock;
    }

    static LongStream seeds() {
        return ReplayScale.seeds(20230630);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anAnswerOnceGivenIsGivenAgainAndEqualsItsListsAndTheReplay(long seed) throws Exception {
        var ground = Ground.prepare(clock);
        var ledger = new RandomLedger(client, ground, replay);

        workAlone(ledger, ground, new Random(seed));
        var alone = ledger.written();
        workTogether(ledger, ground, seed);
        ledger.readTimelines();

        replay.assertLivesAreWhole();
        replay.assertMomentsRise(alone);
        assertEveryVersionHasItsMoment(ledger);
        var random = new Random(seed);
        remembered.forEach(given -> assertAgrees(given, ground, random));
        assertMuchHappened(ledger);
    }

    /** One client, so that the seed decides everything. */
    private void workAlone(RandomLedger ledger, Ground ground, Random random) {
        for (var i = 1; i <= ALONE; i++) {
            ledger.step(random, true);
            if (i % 100 == 0) {
                for (var j = 0; j < 4; j++) {
                    remember(ground, random);
                }
            }
            if (i > 100 && random.nextInt(30) == 0) {
                assertGivenAgain(oneOf(random, remembered));
            }
        }
    }

    /** Some write to the same projects while others ask. */
    private void workTogether(RandomLedger ledger, Ground ground, long seed) throws Exception {
        var writing = new AtomicInteger(WRITERS);
        var work = new ArrayList<Callable<Void>>();
        IntStream.range(0, WRITERS)
                .forEach(writer -> work.add(() -> {
                    try {
                        var random = new Random(seed + writer + 1);
                        for (var i = 0; i < EACH; i++) {
                            ledger.step(random, false);
                        }
                    } finally {
                        writing.decrementAndGet();
                    }
                    return null;
                }));
        IntStream.range(0, READERS)
                .forEach(reader -> work.add(() -> {
                    askWhile(writing, ground, new Random(-seed - reader));
                    return null;
                }));
        var clients = Executors.newFixedThreadPool(work.size());
        try {
            for (var done : clients.invokeAll(work)) {
                done.get();
            }
        } finally {
            clients.shutdown();
        }
    }

    private void askWhile(AtomicInteger writing, Ground ground, Random random) {
        for (var asked = 0; writing.get() > 0; asked++) {
            var given = ask(ground, random);
            assertGivenAgain(given);
            assertGivenAgain(oneOf(random, remembered));
            if (asked < KEPT_BY_READER) {
                remembered.add(given);
            }
        }
    }

    private void remember(Ground ground, Random random) {
        remembered.add(ask(ground, random));
    }

    /** Asks about some day, mostly as it is known now, sometimes as it was known when another answer was given. */
    private Remembered ask(Ground ground, Random random) {
        var question = Question.random(ground, random);
        var clocks = new HashMap<String, String>();
        if (random.nextInt(3) > 0) {
            clocks.put("asOf", ground.day(random).toString());
        }
        if (!remembered.isEmpty() && random.nextInt(5) == 0) {
            clocks.put(
                    "knownAt", oneOf(random, remembered).answer.at("/knownAt").asText());
        }
        return new Remembered(question, client.get(question.address(clocks)).expecting(200));
    }

    private void assertGivenAgain(Remembered given) {
        var address = given.address();
        assertEquals(given.answer.text(), client.get(address).expecting(200).text(), address);
    }

    /** Given again; the sum of its rows; what its links list; and what the timelines say. */
    private void assertAgrees(Remembered given, Ground ground, Random random) {
        assertGivenAgain(given);
        var answer = given.answer.body();
        var by = given.question.by();
        var rows = new HashMap<List<String>, Replay.Sum>();
        for (var row : answer.get("rows")) {
            var values = by.stream().map(name -> row.get(name).asText()).toList();
            assertNull(rows.put(values, Replay.Sum.of(row)), given.address());
            assertListed(row, random);
        }
        var total = Replay.Sum.of(answer.get("total"));
        assertListed(answer.get("total"), random);
        answer.path("atLeast").forEach(row -> assertListed(row, random));
        if (!by.isEmpty()) {
            assertEquals(total, sum(rows), given.address());
        }
        var replayed = replay.answer(given.question, ground, answer);
        assertEquals(total, sum(replayed), given.address());
        rows.values().removeIf(Replay.Sum.NONE::equals);
        assertEquals(by.isEmpty() ? Map.of() : replayed, rows, given.address());
    }

    private static Replay.Sum sum(Map<List<String>, Replay.Sum> rows) {
        return rows.values().stream().reduce(Replay.Sum.NONE, Replay.Sum::plus);
    }

    /** The link lists, page by page, exactly as many projects with exactly as much investment. */
    private void assertListed(JsonNode counted, Random random) {
        var link = counted.get("projects").asText();
        var count = counted.get("count").asInt();
        var limit = oneOf(random, List.of(500, 500, Math.max(1, count / 2), Math.max(1, count / 5)));
        var listed = client.follow(link, limit);
        assertEquals(Replay.Sum.of(counted), new Replay.Sum(listed.count(), listed.investment()), link);
    }

    /** Every version of a project was written at a moment of its own. */
    private void assertEveryVersionHasItsMoment(RandomLedger ledger) {
        for (var project : ledger.projects()) {
            var version =
                    client.get("/api/v1/projects/" + project).at("/version").asInt();
            assertEquals(version + 1, replay.moments(project).size(), "project " + project);
        }
    }

    /** A test in which everything was refused would prove nothing. */
    private static void assertMuchHappened(RandomLedger ledger) {
        var answers = ledger.answers();
        var all = answers.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(all >= ReplayScale.of(2000), answers::toString);
        assertTrue(answers.getOrDefault(200, 0) + answers.getOrDefault(201, 0) > all / 2, answers::toString);
        List.of(409, 422).forEach(refused -> assertTrue(answers.containsKey(refused), answers::toString));
    }
}
