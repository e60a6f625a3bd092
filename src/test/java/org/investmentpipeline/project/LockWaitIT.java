package org.investmentpipeline.project;

import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.draft;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.RowLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write waits for others as long as it is configured to, and is then told to come again. */
@QuarkusTest
class LockWaitIT {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** What the first lock costs. Whoever waited for the second as long as if it were the first would need this besides. */
    private static final Duration FIRST = Duration.ofSeconds(8);

    private final AgroalDataSource database;
    private final Clock clock;
    private final Client client = new Client();
    private String zone = "";

    LockWaitIT(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Timed(Answer answer, Duration took) {}

    @BeforeEach
    void aZone() {
        zone = Fixtures.zone();
    }

    private String registered() {
        var id = client.post(PATH, draft("zone", zone)).expecting(201).at("/id").asLong();
        return PATH + "/" + id;
    }

    private static Callable<Timed> timed(Callable<Answer> call) {
        return () -> {
            var started = System.nanoTime();
            return new Timed(call.call(), Duration.ofNanos(System.nanoTime() - started));
        };
    }

    private String ledger() {
        return "项目名称,总投资（万元）,所属园区\n%s,10,%s".formatted(Fixtures.code("等"), zone);
    }

    /** Two locks one after the other: registrations wait for the first and then, for what time is left, for the second. */
    @Test
    void everyKindOfWriteIsToldToComeAgainWhileReadersDoNotWait() throws Exception {
        var project = registered();
        var key = UUID.randomUUID().toString();
        var calls = new ArrayList<>(writes(key));
        // More than there are connections to the database.
        IntStream.range(0, 20).forEach(any -> calls.add(() -> new Client().post(PATH, draft("zone", zone))));
        var before = client.get("/api/v1/totals?zone=" + zone).at("/total/count");
        var pending = Executors.newFixedThreadPool(calls.size());

        try (var held = RowLock.ofTheClock(database)) {
            List<Future<Timed>> answers;
            try (var naming = RowLock.ofNaming(database)) {
                answers = calls.stream()
                        .map(LockWaitIT::timed)
                        .map(pending::submit)
                        .toList();
                assertReadersDoNotWait(project);
                pass(FIRST);
            }
            for (var answer : answers) {
                assertGivenUp(answer.get());
            }
        }
        pending.shutdown();

        assertEquals(before, client.get("/api/v1/totals?zone=" + zone).at("/total/count"));
        client.post(PATH, draft("zone", zone), key).expecting(201);
    }

    /** Two under one key, and a reader who asks for the moment of what is being written. */
    private List<Callable<Answer>> writes(String key) {
        var moved = registered();
        var amended = registered();
        var recoded = registered();
        var turned = registered();
        var deleted = registered();
        var signing = Map.of("to", "SIGNED", "agreement", "FORMAL", "investment", cny("1000000"));
        var now = clock.instant();
        return List.of(
                () -> new Client().post(PATH, draft("zone", zone), key),
                () -> new Client().post(PATH, draft("zone", zone), key),
                () -> new Client().post(PATH + "/batch", Map.of("projects", List.of(draft("zone", zone)))),
                () -> new Client()
                        .upload(Ledgers.PATH, ledger(), UUID.randomUUID().toString()),
                () -> new Client().post(moved + "/moves", signing),
                () -> new Client().patch(amended, Map.of("key", true), "*"),
                () -> new Client().patch(recoded, Map.of("code", Fixtures.code("改")), "*"),
                () -> new Client().put(turned + "/status", Map.of("status", "SUSPENDED", "reason", "等")),
                () -> new Client().delete(deleted),
                () -> new Client().get("/api/v1/totals?knownAt=" + now));
    }

    private static void pass(Duration time) {
        for (var end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            Eventually.breathe();
        }
    }

    /** All locks are held meanwhile. */
    private void assertReadersDoNotWait(String project) {
        for (var address : List.of("/api/v1/totals?zone=" + zone, PATH + "?zone=" + zone, project)) {
            client.get(address).expecting(200);
        }
    }

    private static void assertGivenUp(Timed write) {
        assertAll(
                () -> write.answer().expecting(503),
                () -> assertEquals(10, write.answer().retryAfter().orElse(0)),
                () -> assertTrue(
                        write.answer().at("/detail").asText().startsWith("The request waited too long for "),
                        write.answer().text()),
                () -> assertTrue(
                        write.took().compareTo(LONGEST.plus(FIRST)) < 0,
                        () -> "took %s: %s"
                                .formatted(write.took(), write.answer().text())));
    }

    @Test
    void whoGetsItsTurnInTimeIsDone() throws Exception {
        Future<Timed> pending;
        var project = registered();
        try (var held = RowLock.ofTheClock(database)) {
            pending = Executors.newSingleThreadExecutor()
                    .submit(timed(() -> new Client().patch(project, Map.of("key", true), "*")));
            var id = Long.parseLong(project.substring(PATH.length() + 1));
            Eventually.within(LONGEST, "the project is locked", () -> RowLock.isTaken(database, "project", id));
        }

        pending.get().answer().expecting(200);
    }
}
