package org.investmentpipeline.http.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clients that are too slow on purpose, strangers and a VIEWER, take nothing from those who ask figures. At full size, with
 * {@code -Dslow.sockets=2000 -Dslow.seconds=120}, the limits are those of an installation and times are compared; it needs 10,000 file
 * descriptors on either side.
 */
@Tag("packaged")
class SlowClientsIT {
    /** More than there are worker threads. */
    private static final int SOCKETS = Integer.getInteger("slow.sockets", 300);

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("slow.seconds", 3));
    private static final boolean FULL = TIME.toSeconds() >= 60;
    private static final int CLIENTS = 8;
    private static final Duration SOON = Duration.ofSeconds(60);

    /** The longest limit, which is that of idle connections, and a minute. */
    private static final Duration CLOSED = Duration.ofSeconds(135);

    /** More than the most connections. */
    private static final int CROWD = FULL ? 9_000 : 3 * SOCKETS;

    private static final String FIGURES = "/api/v1/totals?by=stage";

    /** What is too slow, and how its requests begin; {@code {caller}} is the VIEWER's header, or nothing. */
    enum Slow {
        HEAD("GET /api/v1/projects HTTP/1.1\r\nHost: x\r\n{caller}X-A: "),
        BODY(
                "POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\n{caller}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"),
        CHUNKED(
                "POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\n{caller}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n{"),
        /** More than is kept in memory, so that it goes to a file where the caller may send one. */
        UPLOAD(
                "POST /api/v1/imports HTTP/1.1\r\nHost: x\r\n{caller}Content-Type: multipart/form-data; boundary=B\r\nContent-Length: 1000000\r\n\r\n--B\r\n"
                        + "x".repeat(20_000)),
        /** One whole request, and silence. */
        IDLE("GET /q/health/live HTTP/1.1\r\nHost: x\r\n{caller}\r\n"),
        /** Asks again and again, and takes no answer; the answers that the system's buffers take are work, so times are not compared. */
        ANSWER("GET /q/openapi HTTP/1.1\r\nHost: x\r\n{caller}\r\n".repeat(200));

        private final String beginning;

        Slow(String beginning) {
            this.beginning = beginning;
        }

        byte[] of(String caller) {
            return beginning.replace("{caller}", caller).getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static PackagedService service;
    private static Duration before;

    @BeforeAll
    static void start() throws Exception {
        service = PackagedService.start(Packages.h2(), settings());
        if (FULL) {
            // A service that has just started is slower, and would make the comparison easy.
            ask(service);
        }
        before = ask(service);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void slowClientsTakeNothingFromThoseWhoAskFigures(Slow slow) throws Exception {
        var caller = "Authorization: Bearer %s\r\n";
        var beginnings = List.of(
                slow.of(""),
                slow.of(caller.formatted(token(service, "VIEWER"))),
                slow.of(caller.formatted(token(service, "OFFICER"))));

        try (var sockets =
                new SlowSockets(service.port(), SOCKETS, pause(slow), beginnings, slow != Slow.ANSWER, true)) {
            Eventually.within(SOON, "all are open", () -> sockets.open() + sockets.closed() >= SOCKETS);
            var meanwhile = ask(service);
            Eventually.within(CLOSED, "slow connections are closed", () -> sockets.closed() >= SOCKETS);

            System.out.printf(
                    "%s, %d sockets: slowest tenth %d ms without, %d ms with; longest open %d s%n",
                    slow,
                    SOCKETS,
                    before.toMillis(),
                    meanwhile.toMillis(),
                    sockets.longest().toSeconds());
            assertTrue(
                    !FULL || slow == Slow.ANSWER || meanwhile.compareTo(before.multipliedBy(2)) <= 0,
                    "slower than twice the time");
        }
    }

    private static Duration pause(Slow slow) {
        return slow == Slow.IDLE ? Duration.ofHours(1) : Duration.ofSeconds(1);
    }

    /** Who asks figures stays connected meanwhile. */
    @Test
    void aCrowdDrivesOutItself() throws Exception {
        var silent = List.of(Slow.HEAD.of(""));
        try (var sockets = new SlowSockets(service.port(), CROWD, Duration.ofHours(1), silent, true, false)) {
            ask(service);

            Eventually.within(SOON, "all came", () -> sockets.open() + sockets.closed() >= CROWD);
            assertTrue(drivenOut() > 0, "nobody was driven out");
        }
    }

    private static double drivenOut() throws Exception {
        return service.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("pipeline_connections_closed_total") && line.contains("crowd"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Map<String, String> settings() throws IOException {
        var settings = new HashMap<String, String>();
        settings.put("PIPELINE_DATA_DIR", TestDatabase.newDirectory().toString());
        if (!FULL) {
            settings.put("PIPELINE_HTTP_HEAD_TIMEOUT", "2s");
            settings.put("PIPELINE_HTTP_RATE_WINDOW", "2s");
            settings.put("PIPELINE_HTTP_IDLE_TIMEOUT", "4s");
            settings.put("PIPELINE_HTTP_MOST_CONNECTIONS", Integer.toString(2 * SOCKETS));
        }
        return settings;
    }

    /** Asks figures with all clients for a while, each of which must be answered; the slowest tenth takes longer than this. */
    private static Duration ask(PackagedService service) {
        var works = new ArrayList<Callable<List<Long>>>(Collections.nCopies(CLIENTS, () -> askFigures(service)));
        works.add(() -> askHealth(service));
        var times = AtOnce.all(works).stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .toArray();
        Arrays.sort(times);
        return Duration.ofNanos(times[times.length * 9 / 10]);
    }

    private static List<Long> askFigures(PackagedService service) throws Exception {
        var times = new ArrayList<Long>();
        for (var ends = System.nanoTime() + TIME.toNanos(); System.nanoTime() < ends; ) {
            var began = System.nanoTime();
            var answer = service.get(FIGURES);
            times.add(System.nanoTime() - began);
            assertEquals(200, answer.statusCode(), answer.body());
            Eventually.breathe();
        }
        return times;
    }

    private static List<Long> askHealth(PackagedService service) throws Exception {
        for (var ends = System.nanoTime() + TIME.toNanos(); System.nanoTime() < ends; ) {
            assertTrue(service.isReady(), "readiness is red");
            Eventually.breathe();
        }
        return List.of();
    }

    private static String token(PackagedService service, String role) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/v1/tokens"))
                .header("Authorization", SignedIn.basic("admin", SignedIn.PASSWORD))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"slow\",\"role\":\"%s\"}".formatted(role)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
        return answer.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }
}
