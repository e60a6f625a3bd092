package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is off until somebody who runs the service turns it on, as README says. */
@Tag("packaged")
class SettingsIT {
    private static final int MOST = 5;

    @Test
    void aTokenMayBeLimitedAndAFrontEndLetIn() throws Exception {
        var settings = Map.of(
                "PIPELINE_DATA_DIR",
                TestDatabase.newDirectory().toString(),
                "PIPELINE_RATE_LIMIT_REQUESTS_PER_MINUTE",
                Integer.toString(MOST),
                "QUARKUS_HTTP_CORS_ENABLED",
                "true",
                "QUARKUS_HTTP_CORS_ORIGINS",
                "https://front.example");
        try (var service = PackagedService.start(Packages.h2(), settings)) {
            assertTrue(preflight(service.port(), "https://front.example")
                    .contains("access-control-allow-origin: https://front.example"));
            assertTrue(!preflight(service.port(), "https://other.example").contains("access-control-allow-origin"));

            var answered = 0;
            var answer = service.get("/api/v1/sectors");
            // Twice as many, and one, since a minute may end between them.
            while (answer.statusCode() == 200 && ++answered <= 2 * MOST) {
                answer = service.get("/api/v1/sectors");
            }

            assertEquals(429, answer.statusCode(), answer.body());
            assertTrue(answered >= MOST, "only " + answered + " were answered");
            assertTrue(
                    Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) <= 60);
        }
    }

    /** What a browser asks before a page of an origin may call, and is told. */
    private static String preflight(int port, String origin) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = ("OPTIONS /api/v1/projects HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: %s\r\n"
                            + "Access-Control-Request-Method: GET\r\nAccess-Control-Request-Headers: authorization\r\n\r\n")
                    .formatted(origin);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .toLowerCase(Locale.ROOT);
        }
    }
}
