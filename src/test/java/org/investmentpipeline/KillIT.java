package org.investmentpipeline;

import static org.investmentpipeline.support.Projects.PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.investmentpipeline.support.Agreement;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The embedded edition, as it is packaged, ended while officers work: whatever it has acknowledged is there when it is started
 * again, and nothing is there that nobody asked for. {@code kill.rounds} says how often it is killed, always on the same data.
 */
@Tag("packaged")
class KillIT {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
    private static final int OFFICERS = 6;

    /** The end comes after so many acknowledgements, wherever the others then are, but never later than this. */
    private static final int LEAST = 60;

    private static final int MOST = ROUNDS > 1 ? 300 : 150;
    private static final int LATEST_SECONDS = 30;

    private final Map<String, String> settings = Map.of(
            "PIPELINE_DATA_DIR",
            TestDatabase.newDirectory().toString(),
            // So that the service is also killed while it seals.
            "PIPELINE_AUDIT_SEAL_EVERY",
            "1s");
    private final List<KillLoadClient> officers =
            IntStream.range(0, OFFICERS).mapToObj(KillLoadClient::new).toList();

    /** How a service is ended. */
    @FunctionalInterface
    private interface End {
        void of(PackagedService service) throws InterruptedException;
    }

    @Test
    void whatWasAcknowledgedSurvivesAKillAndAStopCutsNoAnswerToWhatWasDone() throws Exception {
        var random = new Random(ROUNDS);
        var service = start();
        try {
            for (var round = 1; round <= ROUNDS; round++) {
                workUntil(LEAST + random.nextInt(MOST - LEAST), service, PackagedService::kill);

                service = start();
                var client = new Client(service.port());
                findAllAcknowledged(client);
                officers.forEach(officer -> officer.repeatsItself(client));
                assertAgrees(client);
            }
            aStopCutsNoAnswerToWhatWasDone(service);
        } finally {
            service.kill();
        }
    }

    private void aStopCutsNoAnswerToWhatWasDone(PackagedService stopped) throws Exception {
        workUntil(MOST, stopped, PackagedService::close);

        try (var service = start()) {
            var client = new Client(service.port());
            var cut = findAllAcknowledged(client);
            assertEquals(0, cut, "so many requests were done, and their answers cut");
            assertAgrees(client);
        }
    }

    private PackagedService start() throws Exception {
        return PackagedService.start(Packages.h2(), settings);
    }

    /** The officers work until the service is gone, which is ended when so much was acknowledged. */
    private void workUntil(int acknowledgements, PackagedService service, End end) throws Exception {
        try {
            var awaited = new CountDownLatch(acknowledgements);
            var ending = new AtomicBoolean();
            var works = new ArrayList<Callable<Boolean>>();
            officers.forEach(officer -> works.add(() -> work(officer, service.port(), awaited, ending)));
            works.add(() -> {
                awaited.await(LATEST_SECONDS, TimeUnit.SECONDS);
                ending.set(true);
                end.of(service);
                return true;
            });
            assertEquals(
                    List.of(), AtOnce.all(works).stream().filter(done -> !done).toList());
        } finally {
            service.kill();
        }
    }

    /** Until the service is gone, or is about to stop and takes nothing any more. */
    private static boolean work(KillLoadClient officer, int port, CountDownLatch awaited, AtomicBoolean ending) {
        var client = new Client(port);
        try {
            while (officer.acknowledges(client)) {
                awaited.countDown();
            }
            return ending.get();
        } catch (UncheckedIOException gone) {
            return ending.get();
        }
    }

    /** Answers how many requests were done though they got no answer. */
    private int findAllAcknowledged(Client client) {
        var listed = new HashMap<String, Long>();
        client.follow(PATH + "?status=ACTIVE", 200)
                .items()
                .forEach(project -> listed.put(
                        project.at("/code").asText(), project.at("/id").asLong()));
        var done = 0;
        for (var officer : officers) {
            done += officer.findsAllAcknowledged(client, listed) ? 1 : 0;
        }
        assertEquals(known(), listed.size(), "more is there than anybody asked for");
        return done;
    }

    private void assertAgrees(Client client) {
        var investment = officers.stream().map(KillLoadClient::investment).reduce(BigDecimal.ZERO, BigDecimal::add);
        new Agreement(known(), investment).isShownBy(client);
    }

    private int known() {
        return officers.stream().mapToInt(KillLoadClient::projects).sum();
    }
}
