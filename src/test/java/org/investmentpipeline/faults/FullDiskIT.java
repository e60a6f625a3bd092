package org.investmentpipeline.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.FaultyPostgres;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.FullDisk;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both editions, as they are packaged, on a disk that gets full under load, where only reading goes on, and then has room again. */
@Tag("packaged")
class FullDiskIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int CLERKS = 6;
    private static final int CONNECTIONS = 16;
    private static final int ROOM = 64 * 1024;
    private static final String BATCH = Projects.PATH + "/batch";
    private static final int SIZE = 500;
    private static final int MOST_BATCHES = 20;

    @BeforeAll
    static void aDiskCanBeFull() {
        FullDisk.isNeeded();
    }

    @Test
    void theEmbeddedEditionRefusesWhileTheDiskIsFullAndGoesOnWhenItHasRoom() throws Exception {
        var data = TestDatabase.newDirectory();
        var settings = Map.of("PIPELINE_DATA_DIR", data.toString(), "PIPELINE_AUDIT_SEAL_EVERY", "1s");
        try (var service = PackagedService.start(Packages.h2(), settings)) {
            var client = new Client(service.port());
            try (var office = new Office(CLERKS, () -> client)) {
                for (var round = 0; round < DatabaseFaultsIT.ROUNDS; round++) {
                    office.awaitMore(30);
                    FullDisk.of(of(service), size(data) + ROOM);
                    office.awaitTroubles(2 * CLERKS, FaultLoadClient::refused);
                    FullDisk.hasRoom(of(service));
                    office.awaitMore(30);
                    Eventually.within(SOON, "readiness is green", service::isReady);
                    Eventually.within(
                            SOON, "as many as the pool holds are answered at once", () -> areAllAnswered(client));
                }
                office.endWork();
                assertEquals(0, office.sum(FaultLoadClient::unanswered), "every request is answered");
                office.findsAllAcknowledged(client);

                service.kill();
                try (var again = PackagedService.start(Packages.h2(), settings)) {
                    office.findsAllAcknowledged(new Client(again.port()));
                }
            }
        }
    }

    /** More than work all the time, so that connections are made anew. */
    private static boolean areAllAnswered(Client client) {
        var asking = Collections.nCopies(CONNECTIONS, (Callable<Boolean>)
                () -> client.get("/api/v1/bridge?period=2023").status() == 200);
        return AtOnce.all(asking).stream().allMatch(answered -> answered);
    }

    private static long size(Path data) throws IOException {
        return Files.size(data.resolve("pipeline.mv.db"));
    }

    private static Stream<ProcessHandle> of(PackagedService service) {
        return ProcessHandle.of(service.pid()).stream();
    }

    /** Large writes, one of which finds no room: it leaves nothing behind, and is done once when there is room. */
    @Test
    void thePostgresqlEditionRefusesChangesWhileTheDiskIsFullAndGoesOnWhenItHasRoom() throws Exception {
        try (var database = new FaultyPostgres()) {
            var settings = Packages.environment(database.newDatabase());
            try (var service = PackagedService.start(Packages.postgresql(), settings)) {
                var client = new Client(service.port());
                for (var round = 0; round < DatabaseFaultsIT.ROUNDS; round++) {
                    var before = count(client);
                    FullDisk.of(database.processes(), database.largestFile());
                    var batches = 1;
                    var key = Fixtures.code("batch");
                    while (FaultLoadClient.isAcknowledged(client.post(BATCH, batch(), key), 201)) {
                        assertTrue(++batches <= MOST_BATCHES, "the disk never gets full");
                        key = Fixtures.code("batch");
                    }
                    assertEquals(before + (batches - 1) * SIZE, count(client));
                    assertTrue(service.isReady());

                    FullDisk.hasRoom(database.processes());
                    client.post(BATCH, batch(), key).expecting(201);
                    assertEquals(before + batches * SIZE, count(client));
                }
            }
        }
    }

    private static int count(Client client) {
        return client.get("/api/v1/totals").expecting(200).at("/total/count").asInt();
    }

    private static Map<String, Object> batch() {
        return Map.of("projects", Collections.nCopies(SIZE, Projects.draft("summary", "厂房及配套设施".repeat(50))));
    }
}
