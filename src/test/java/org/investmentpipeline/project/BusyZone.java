package org.investmentpipeline.project;

import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Fixtures;

/** A zone in which officers move and amend the same projects at the same time, while others ask for its figures. */
final class BusyZone {
    private static final int WRITES = 80;
    private static final List<String> STAGES = List.of("SIGNED", "GROUNDBREAKING", "COMPLETED");

    private final String code = Fixtures.zone();
    private final Client client = new Client();
    private final AtomicInteger amounts = new AtomicInteger(1_000);
    private final AtomicInteger writers = new AtomicInteger();
    private final Collection<Integer> refusals = new ConcurrentLinkedQueue<>();

    /** What was acknowledged of each project, by its version. */
    private final Map<Long, Map<Integer, JsonNode>> acknowledged = new ConcurrentHashMap<>();

    BusyZone(int projects) {
        for (var i = 0; i < projects; i++) {
            note(client.post(PATH, draft("zone", code, "investment", cny("1000")))
                    .expecting(201));
        }
    }

    /** The statuses of what was refused. */
    Collection<Integer> refusals() {
        return refusals;
    }

    /** The work of an officer. */
    Callable<Integer> writing(int seed) {
        writers.incrementAndGet();
        return () -> {
            var officer = new Client();
            var random = new Random(seed);
            var projects = List.copyOf(acknowledged.keySet());
            try {
                for (var i = 0; i < WRITES; i++) {
                    write(officer, random, projects.get(random.nextInt(projects.size())));
                }
            } finally {
                writers.decrementAndGet();
            }
            return WRITES;
        };
    }

    private void write(Client officer, Random random, long project) {
        var answer = random.nextInt(4) == 0
                ? move(officer, project, STAGES.get(random.nextInt(STAGES.size())))
                : amend(officer, project, random.nextBoolean());
        if (answer.status() < 300) {
            note(answer);
        } else if (answer.status() == 409 || answer.status() == 412) {
            refusals.add(answer.status());
        } else {
            throw new AssertionError(answer.text());
        }
    }

    private static Answer move(Client officer, long project, String to) {
        return officer.post(PATH + "/" + project + "/moves", Map.of("to", to, "agreement", "FORMAL"));
    }

    /** To an amount that no other change states. */
    private Answer amend(Client officer, long project, boolean blindly) {
        var known = officer.get(PATH + "/" + project).at("/version").asInt();
        var amount = cny(Integer.toString(amounts.incrementAndGet()));
        return officer.patch(PATH + "/" + project, Map.of("investment", amount), blindly ? "*" : "\"" + known + "\"");
    }

    private void note(Answer answer) {
        var versions = acknowledged.computeIfAbsent(answer.at("/id").asLong(), any -> new ConcurrentSkipListMap<>());
        var other = versions.put(answer.at("/version").asInt(), answer.body());
        if (other != null) {
            throw new AssertionError("two changes made one version: " + other + " and " + answer.text());
        }
    }

    /** Does the works while readers ask, and tells how often they asked. */
    int askedWhile(List<Callable<Integer>> works, int readers) {
        Callable<Integer> reading = () -> {
            var asked = 0;
            for (; writers.get() > 0; asked++) {
                ask(new Client());
            }
            return asked;
        };
        var all = new ArrayList<>(works);
        IntStream.range(0, readers).forEach(any -> all.add(reading));
        return AtOnce.all(all).stream()
                .skip(works.size())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** A stock with its list, and the bridge that leads to it. */
    private void ask(Client reader) {
        var totals = reader.get("/api/v1/totals?by=stage&zone=" + code)
                .expecting(200)
                .body();
        totals.at("/rows").forEach(row -> assertListed(reader, row));
        assertListed(reader, totals.get("total"));
        var year = totals.at("/asOf").asText().substring(0, 4);
        var bridge = reader.get("/api/v1/bridge?zone=%s&period=%s&knownAt=%s"
                        .formatted(code, year, totals.at("/knownAt").asText()))
                .expecting(200)
                .body();
        bridge.at("/rows").forEach(BusyZone::assertCloses);
        assertCloses(bridge.get("total"));
        for (var property : List.of("count", "investment")) {
            assertSame(number(totals, "total", property), number(bridge.get("total"), "closing", property), bridge);
        }
    }

    private static void assertListed(Client reader, JsonNode counted) {
        var listed = reader.follow(counted.at("/projects").asText(), 25);
        assertEquals(counted.at("/count").asInt(), listed.count(), counted::toString);
        assertSame(counted.at("/investment").decimalValue(), listed.investment(), counted);
    }

    private static void assertCloses(JsonNode spans) {
        for (var property : List.of("count", "investment")) {
            var sum = number(spans, "opening", property)
                    .add(number(spans, "entered", property))
                    .subtract(number(spans, "left", property))
                    .add(number(spans, "revalued", property));
            assertSame(number(spans, "closing", property), sum, spans);
        }
    }

    private static BigDecimal number(JsonNode spans, String span, String property) {
        return spans.at("/" + span + "/" + property).decimalValue();
    }

    private static void assertSame(BigDecimal expected, BigDecimal actual, JsonNode of) {
        assertEquals(0, expected.compareTo(actual), of::toString);
    }

    /** No version was made by nobody, and the latest is what is shown. */
    void assertEveryVersionWasAcknowledgedOnce() {
        acknowledged.forEach((project, versions) -> {
            var latest = versions.size() - 1;
            assertEquals(
                    List.copyOf(versions.keySet()),
                    IntStream.rangeClosed(0, latest).boxed().toList());
            assertEquals(versions.get(latest), client.get(PATH + "/" + project).body());
        });
    }

    void assertFiguresAreThoseOfTheLatestVersions() {
        var counts = new TreeMap<String, Integer>();
        var sums = new HashMap<String, BigDecimal>();
        acknowledged.values().stream()
                .map(versions -> versions.get(versions.size() - 1))
                .forEach(latest -> {
                    var stage = latest.at("/stage").asText();
                    counts.merge(stage, 1, Integer::sum);
                    sums.merge(stage, latest.at("/investment/cny").decimalValue(), BigDecimal::add);
                });

        ask(client);
        var totals = client.get("/api/v1/totals?by=stage&zone=" + code).expecting(200);
        for (var row : totals.at("/rows")) {
            var stage = row.at("/stage").asText();
            assertEquals(counts.getOrDefault(stage, 0), row.at("/count").asInt(), totals.text());
            assertSame(
                    sums.getOrDefault(stage, BigDecimal.ZERO),
                    row.at("/investment").decimalValue(),
                    row);
        }
        assertEquals(acknowledged.size(), totals.at("/total/count").asInt(), totals.text());
    }
}
