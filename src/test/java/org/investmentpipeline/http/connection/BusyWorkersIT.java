package org.investmentpipeline.http.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.PostgresServer;
import org.investmentpipeline.support.SignedIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who asks while worker threads wait for the database. */
@Tag("packaged")
class BusyWorkersIT {
    private static final int WORKERS = 4;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Map<String, String> database;
    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        database = PostgresServer.newDatabase();
        var settings = new HashMap<>(Packages.environment(database));
        settings.put("QUARKUS_THREAD_POOL_MAX_THREADS", Integer.toString(WORKERS));
        service = PackagedService.start(Packages.postgresql(), settings);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    @Test
    void healthIsAnsweredWhileEveryWorkerIsTaken() throws Exception {
        var bearer = SignedIn.bearer(service.port());
        try (var other = connect(database);
                var observer = connect(database);
                var observation = observer.createStatement()) {
            lockTokens(other);
            var answers = IntStream.range(0, 2 * WORKERS)
                    .mapToObj(any -> ask(service.port(), bearer))
                    .toList();
            Eventually.within(SOON, "every worker waits", () -> {
                try (var waiting = observation.executeQuery(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")) {
                    waiting.next();
                    return waiting.getInt(1) >= WORKERS;
                }
            });

            assertTrue(service.isReady(), "readiness is red");
            assertEquals(200, status(service.port(), "/q/health/live"));
            assertTrue(answers.stream().noneMatch(CompletableFuture::isDone), "health waited for the workers");
            other.rollback();
            assertEquals(
                    List.of(200),
                    answers.stream().map(CompletableFuture::join).distinct().toList());
        }
    }

    @Test
    void whoCannotBeRecognisedInTimeIsToldToTryAgain() throws Exception {
        var bearer = SignedIn.bearer(service.port());
        try (var other = connect(database)) {
            lockTokens(other);

            assertEquals(503, ask(service.port(), bearer).join());

            other.rollback();
            assertEquals(200, ask(service.port(), bearer).join());
        }
    }

    private static void lockTokens(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table token in access exclusive mode");
        }
    }

    private static Connection connect(Map<String, String> database) throws SQLException {
        return DriverManager.getConnection(database.get("quarkus.datasource.jdbc.url"), "postgres", "postgres");
    }

    private static CompletableFuture<Integer> ask(int port, String bearer) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/sectors"))
                .header("Authorization", bearer)
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private static int status(int port, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(SOON)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
