package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.investmentpipeline.figures.Replay.Sum;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.ReplayScale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random periods, filters and dimensions over a random history: flows with their series and what they are compared with,
 * bridges with their causes, conversions and lead times are what anyone can work out of the timelines by hand, to the last
 * cent; and are so again when more has been recorded. One link of every answer is followed, and of every 50th question up
 * to 40 of each answer: each lists just what was counted.
 */
@QuarkusTest
class FiguresReplayIT {
    private static final int HAPPENINGS = ReplayScale.twice(600);
    private static final int HAPPENINGS_LATER = ReplayScale.twice(60);
    private static final int MOMENTS = 6;
    private static final int QUESTIONS = ReplayScale.twice(500);
    private static final int CLOSELY = 50;
    private static final int LINKS = 40;
    private static final int CLIENTS = 2;

    private final Clock clock;
    private final Client client = new Client();
    private final Replay replay = new Replay();
    private final Map<String, Integer> seen = new HashMap<>();

    FiguresReplayIT(Clock clock) {
        this.clock = clock;
    }

    static LongStream seeds() {
        return ReplayScale.seeds(20230731);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFigureIsWhatTheTimelinesSay(long seed) {
        var random = new Random(seed);
        var ground = Ground.prepare(clock);
        var ledger = new RandomLedger(client, ground, replay);
        var moments = write(ledger, random);
        var questions = new ArrayList<Asking>();
        for (var i = 0; i < QUESTIONS; i++) {
            questions.add(Asking.random(ground, moments, random));
        }

        var answers = new HashMap<String, String>();
        for (var i = 0; i < QUESTIONS; i++) {
            answers.putAll(answers(questions.get(i), ground, i % CLOSELY == 0 ? LINKS : 1, random));
        }

        for (var i = 0; i < HAPPENINGS_LATER; i++) {
            ledger.step(random, false);
        }
        assertAnsweredAgain(answers);
        assertMuchWasSeen();
    }

    private void assertAnsweredAgain(Map<String, String> answers) {
        AtOnce.each(CLIENTS, List.copyOf(answers.entrySet()), answer -> {
            var again = client.get(answer.getKey()).expecting(200).text();
            assertEquals(answer.getValue(), again, answer.getKey());
        });
    }

    /** Moments of knowledge on the way, the last one when all was written. */
    private List<Instant> write(RandomLedger ledger, Random random) {
        var moments = new ArrayList<Instant>();
        for (var i = 1; i <= HAPPENINGS; i++) {
            ledger.step(random, true);
            if (i % (HAPPENINGS / MOMENTS) == 0) {
                var known = client.get("/api/v1/size-tiers").at("/knownAt").asText();
                moments.add(Instant.parse(known));
            }
        }
        ledger.readTimelines();
        replay.assertLivesAreWhole();
        return moments;
    }

    /** The texts of the figures that are asked, which are held against the timelines, and links against lists. */
    private Map<String, String> answers(Asking asking, Ground ground, int links, Random random) {
        var answers = new HashMap<String, String>();
        var totals = new HashMap<String, JsonNode>();
        try {
            asking.figures().forEach((figure, address) -> {
                var answer = client.get(address).expecting(200);
                answers.put(address, answer.text());
                totals.put(figure, answer.at("/total"));
                assertAnswered(figure, answer.body(), asking, ground);
                var counted = answer.body().findParents("projects");
                Collections.shuffle(counted, random);
                counted.stream().limit(links).forEach(this::assertListed);
                var causes = answer.body().findParents("causes");
                Collections.shuffle(causes, random);
                causes.stream().limit(links / 4).forEach(spans -> Bridged.assertListed(spans, 500));
                note(answer.body());
            });
            assertEquals(
                    Sum.of(Objects.requireNonNull(totals.get("flows"))),
                    Boundaries.entries(Objects.requireNonNull(totals.get("bridge"))));
        } catch (AssertionError wrong) {
            throw new AssertionError(asking.figures().toString(), wrong);
        }
        return answers;
    }

    private void assertAnswered(String figure, JsonNode answer, Asking asking, Ground ground) {
        switch (figure) {
            case "flows" -> new Entries(asking, replay, ground).assertAnswered(answer);
            case "bridge" -> new Boundaries(asking, replay, ground).assertAnswered(answer);
            case "conversion" -> new Cohort(asking, "SIGNED", replay, ground).assertConversion(answer);
            default -> new Cohort(asking, asking.until(), replay, ground).assertLeadTimes(answer);
        }
    }

    /** Lead times count without a sum. */
    private void assertListed(JsonNode counted) {
        var link = counted.get("projects").asText();
        var listed = client.follow(link, 500);
        var investment = counted.has("investment") ? counted.get("investment").decimalValue() : listed.investment();
        assertEquals(
                new Sum(counted.get("count").asLong(), investment), new Sum(listed.count(), listed.investment()), link);
    }

    private void note(JsonNode answer) {
        answer.findValues("cause").forEach(cause -> seen.merge(cause.asText(), 1, Integer::sum));
        answer.findValues("changes").forEach(changes -> seen.merge("revalued", changes.asInt(), Integer::sum));
        answer.findValues("points").forEach(points -> note("points", points));
        answer.findValues("change").forEach(change -> note("change", change));
        answer.findValues("rate").forEach(rate -> note("rate", rate));
        answer.findValues("excluded").forEach(excluded -> seen.merge("excluded", excluded.asInt(), Integer::sum));
        answer.findValues("median").forEach(median -> seen.merge("median", median.isNull() ? 0 : 1, Integer::sum));
    }

    private void note(String what, JsonNode percent) {
        var some = percent.get("investment").isNumber()
                && percent.get("investment").decimalValue().compareTo(BigDecimal.ZERO) != 0;
        seen.merge(what, some ? 1 : 0, Integer::sum);
    }

    /** A test in which nothing happened would prove nothing. */
    private void assertMuchWasSeen() {
        List.of(
                        "registered",
                        "takenOver",
                        "moved",
                        "suspended",
                        "withdrawn",
                        "resumed",
                        "reclassified",
                        "revalued",
                        "points",
                        "change",
                        "rate",
                        "excluded",
                        "median")
                .forEach(what -> assertTrue(seen.getOrDefault(what, 0) > ReplayScale.of(20), what + " in " + seen));
    }
}
