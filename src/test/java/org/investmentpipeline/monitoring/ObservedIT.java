package org.investmentpipeline.monitoring;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.SharedService;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The log and the traces of the service as it is packaged, when they are asked for and when they are not. */
@Tag("packaged")
class ObservedIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** What the Java machine itself writes when it is given options this way. */
    private static final String OF_JAVA = "Picked up JAVA_TOOL_OPTIONS";

    @Test
    void theLogAndTheTracesTellOneRequestFromAnother() throws Exception {
        try (var receiver = new TraceReceiver();
                var service = PackagedService.start(Packages.h2(), observed(receiver))) {
            assertEquals(
                    200,
                    ask(service, "/api/v1/projects?q=%E7%8E%8B%E5%8A%9B", "desk-1")
                            .statusCode());
            assertEquals(404, ask(service, "/api/v1/projects/77", "desk-2").statusCode());

            Eventually.within(PATIENCE, "a trace comes", () -> receiver.has(TRACE, "GET /api/v1/projects/{id}"));
            Eventually.within(
                    PATIENCE,
                    "a line of the request comes",
                    () -> ofRequest(service, "desk-2").stream().anyMatch(ObservedIT::isAccess));

            assertTrue(exportsTraces(service), "no thread exports traces");
            var lines = lines(service);
            assertTrue(lines.size() > 10, () -> "only " + lines.size());
            lines.forEach(line -> assertTrue(line.hasNonNull("timestamp") && line.hasNonNull("level"), line::toString));
            theLinesOfARequestAreNamed(ofRequest(service, "desk-1"));
            nothingIsTold(service.log(), service.port());
        }
    }

    private static Map<String, String> observed(TraceReceiver receiver) {
        return Map.of(
                "PIPELINE_DATA_DIR", TestDatabase.newDirectory().toString(),
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true",
                // Lines that are written where a request is worked on, and not where it comes in.
                "JAVA_TOOL_OPTIONS", "'-Dquarkus.log.category.\"org.hibernate.SQL\".level=DEBUG'",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "PT0.2S",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", receiver.address());
    }

    private static void theLinesOfARequestAreNamed(List<JsonNode> lines) {
        var access = lines.stream().filter(ObservedIT::isAccess).findFirst().orElseThrow();
        var work = lines.stream()
                .filter(line -> line.path("loggerName").asText().equals("org.hibernate.SQL")
                        && line.path("threadName").asText().startsWith("executor-thread"))
                .toList();

        assertTrue(
                access.path("message").asText().matches("GET /api/v1/projects 200 \\d+ ms admin desk-1"),
                access::toString);
        assertFalse(work.isEmpty(), lines::toString);
        work.forEach(line -> assertEquals(TRACE, line.at("/mdc/traceId").asText(), line::toString));
    }

    /** Neither a token nor a password, nor what somebody looked for. */
    private static void nothingIsTold(String log, int port) {
        assertAll(
                () -> assertFalse(log.contains(SignedIn.bearer(port).substring("Bearer ".length()))),
                () -> assertFalse(log.contains(SignedIn.PASSWORD)),
                () -> assertFalse(log.contains("Bearer ")),
                () -> assertFalse(log.contains("王力")),
                () -> assertFalse(log.contains("%E7%8E%8B")));
    }

    @Test
    void nobodyIsToldWhatNobodyAskedFor() throws Exception {
        var service = SharedService.h2().service();
        assertEquals(404, ask(service, "/api/v1/projects/77", "desk-3").statusCode());

        var log = service.log();
        assertFalse(log.contains("desk-3"), log);
        assertFalse(log.contains("\"level\""), log);
        var features =
                log.lines().filter(line -> line.contains("Installed features")).findFirst();
        assertTrue(features.orElseThrow().contains("opentelemetry"), log);
        assertFalse(exportsTraces(service), "a thread exports traces");
    }

    private static boolean exportsTraces(PackagedService service) throws IOException {
        return service.threads().stream().anyMatch(name -> name.contains("BatchSpanProcessor"));
    }

    private static HttpResponse<String> ask(PackagedService service, String address, String name)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + address))
                .header("Authorization", SignedIn.bearer(service.port()))
                .header("X-Request-Id", name)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isAccess(JsonNode line) {
        return line.path("loggerName").asText().contains("access");
    }

    private static List<JsonNode> ofRequest(PackagedService service, String name) {
        return lines(service).stream()
                .filter(line -> line.at("/mdc/requestId").asText().equals(name)
                        || line.path("message").asText().endsWith(name))
                .toList();
    }

    /** Every whole line of the log; the last one may still be written. */
    private static List<JsonNode> lines(PackagedService service) {
        try {
            var log = service.log();
            return log.substring(0, log.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> !line.startsWith(OF_JAVA))
                    .map(ObservedIT::json)
                    .toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException notJson) {
            throw new AssertionError("not JSON: " + line, notJson);
        }
    }
}
