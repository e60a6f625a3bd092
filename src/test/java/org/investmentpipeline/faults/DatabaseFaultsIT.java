package org.investmentpipeline.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.FaultyPostgres;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.SignedIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The PostgreSQL edition, as it is packaged, while its database is ended, frozen, started again, late, or for reading only. {@code
 * faults.rounds} says how often.
 */
@Tag("packaged")
class DatabaseFaultsIT {
    static final int ROUNDS = Integer.getInteger("faults.rounds", 1);

    private static final int CLERKS = 6;
    private static final int CONNECTIONS = 8;
    private static final Duration SOON = Duration.ofSeconds(30);

    /** As many as the clerks need, and two for what works in the background: one that is lost is missed. */
    private static Map<String, String> settings(Map<String, String> database) {
        var settings = new HashMap<>(Packages.environment(database));
        settings.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", Integer.toString(CONNECTIONS));
        settings.put("PIPELINE_AUDIT_SEAL_EVERY", "1s");
        return settings;
    }

    @Test
    void nothingIsLostOrLeakedWhenTheDatabaseCrashesOrFreezesUnderLoad() throws Exception {
        try (var database = new FaultyPostgres();
                var service = PackagedService.start(Packages.postgresql(), settings(database.newDatabase()))) {
            var client = new Client(service.port());
            try (var office = new Office(CLERKS, () -> client)) {
                office.awaitMore(60);
                var threads = service.threads().size();
                for (var round = 0; round < ROUNDS; round++) {
                    database.crash();
                    isMissed(service);
                    office.awaitTroubles(CLERKS, FaultLoadClient::refused);
                    database.startAgain();
                    isFound(service);
                    office.awaitMore(30);

                    database.freeze();
                    isMissed(service);
                    var stranger = client.as("Bearer nobody").get("/api/v1/projects");
                    assertEquals(503, stranger.status(), "who asks cannot be told");
                    database.thaw();
                    isFound(service);
                    office.awaitMore(30);
                }
                office.endWork();

                assertEquals(0, office.sum(FaultLoadClient::unanswered), "every request is answered");
                office.findsAllAcknowledged(client);
                Eventually.within(SOON, "connections are idle and no more than allowed", () -> {
                    var states = database.connections();
                    return states.size() <= CONNECTIONS && states.stream().allMatch("idle"::equals);
                });
                Eventually.within(
                        SOON.multipliedBy(2),
                        "as few threads as before",
                        () -> service.threads().size() <= threads + 2);
                assertFewLines(service.log());
            }
        }
    }

    /** Reads and writes are refused, readiness is red, and says no more than that. */
    private static void isMissed(PackagedService service) throws Exception {
        Eventually.within(SOON, "readiness is red", () -> !service.isReady());
        var health = service.get("/q/health/ready").body();
        assertFalse(health.contains("localhost") || health.contains("Exception"), health);
    }

    private static void isFound(PackagedService service) throws Exception {
        Eventually.within(SOON, "readiness is green", service::isReady);
    }

    /** The log tells of the fault, and is not flooded. */
    private static void assertFewLines(String log) {
        assertTrue(log.contains("ColumnStore.follow is skipped: the database is unavailable"), log);
        assertTrue(log.contains("ColumnStore.follow resumes: the database is available again"), log);
        assertEquals(0, traces(log), log);
    }

    private static long traces(String log) {
        return log.lines().filter(line -> line.startsWith("\tat ")).count();
    }

    /** The first instance starts before its database; the second one as on a replica, which refuses what would change it. */
    @Test
    void theServiceWaitsForADatabaseThatStartsLaterAndAnInstanceMayUseOneForReadingOnly() throws Exception {
        try (var database = new FaultyPostgres()) {
            var settings = settings(database.newDatabase());
            var now = "";
            var bearer = "";
            database.crash();
            try (var service = startedBefore(database, settings)) {
                var client = new Client(service.port());
                client.post(Projects.PATH, Projects.draft("code", "replicated")).expecting(201);
                bearer = SignedIn.bearer(service.port());
                now = client.get("/api/v1/totals").at("/knownAt").asText();
            }
            database.makeReadOnly();

            try (var service = PackagedService.start(Packages.postgresql(), settings)) {
                var client = new Client(service.port()).as(bearer);
                client.get(Projects.PATH + "?status=ACTIVE").expecting(200);
                var totals = client.get("/api/v1/totals").expecting(200);
                assertEquals(now, totals.at("/knownAt").asText());
                assertEquals(
                        1,
                        client.get("/api/v1/totals?knownAt=" + now)
                                .expecting(200)
                                .at("/total/count")
                                .asInt());
                client.get("/api/v1/totals?knownAt=" + Instant.parse(now).plusMillis(1))
                        .expecting(503);
                client.post(Projects.PATH, Projects.draft()).expecting(503);
                assertEquals(0, traces(service.log()), service.log());
            }
        }
    }

    /** A service that finds nobody who listens, then somebody who hangs up, and then its database. */
    private static PackagedService startedBefore(FaultyPostgres database, Map<String, String> settings)
            throws Exception {
        var works = List.<Callable<Optional<PackagedService>>>of(
                () -> Optional.of(PackagedService.start(Packages.postgresql(), settings)), () -> {
                    try (var nobody = new ServerSocket(database.port())) {
                        nobody.accept().close();
                    }
                    database.startAgain();
                    return Optional.empty();
                });
        return AtOnce.all(works).get(0).orElseThrow();
    }
}
