package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.FailedStart;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.TestDatabase;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is off until somebody who runs the service turns it on, as docs/operate.md and docs/api.md say. */
@Tag("packaged")
class SettingsIT {
    private static final int MOST = 5;

    private static final PublicJsonWebKey KEY = BureauIssuer.rsa("key");
    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        var data = TestDatabase.newDirectory();
        var keys = Files.writeString(data.resolve("keys.json"), BureauIssuer.jwks(KEY));
        service = PackagedService.start(
                Packages.h2(),
                Map.ofEntries(
                        Map.entry("PIPELINE_DATA_DIR", data.toString()),
                        Map.entry("PIPELINE_RATE_LIMIT_REQUESTS_PER_MINUTE", Integer.toString(MOST)),
                        Map.entry("QUARKUS_HTTP_CORS_ENABLED", "true"),
                        Map.entry("QUARKUS_HTTP_CORS_ORIGINS", "https://front.example"),
                        Map.entry("PIPELINE_SIGN_ON_ISSUER", BureauIssuer.NAME),
                        Map.entry("PIPELINE_SIGN_ON_AUDIENCE", BureauIssuer.AUDIENCE),
                        Map.entry("PIPELINE_SIGN_ON_KEYS", keys.toString()),
                        Map.entry("PIPELINE_SIGN_ON_USERNAME_CLAIM", "upn"),
                        Map.entry("PIPELINE_SIGN_ON_ROLES_CLAIM", "groups"),
                        Map.entry("PIPELINE_SIGN_ON_ROLES_VIEWER", "staff, guests")));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    @Test
    void aTokenMayBeLimited() throws Exception {
        var answered = 0;
        var answer = service.get("/api/v1/sectors");
        // Twice as many, and one, since a minute may end between them.
        while (answer.statusCode() == 200 && ++answered <= 2 * MOST) {
            answer = service.get("/api/v1/sectors");
        }

        assertEquals(429, answer.statusCode(), answer.body());
        assertTrue(answered >= MOST, "only " + answered + " were answered");
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) <= 60);
    }

    @Test
    void aFrontEndMayBeLetIn() throws Exception {
        assertTrue(preflight(service.port(), "https://front.example")
                .contains("access-control-allow-origin: https://front.example"));
        assertTrue(!preflight(service.port(), "https://other.example").contains("access-control-allow-origin"));
    }

    @Test
    void halfASignOnIsToldAtTheStart() throws Exception {
        var settings = Map.of(
                "PIPELINE_DATA_DIR",
                TestDatabase.newDirectory().toString(),
                "PIPELINE_SIGN_ON_ISSUER",
                BureauIssuer.NAME);

        var refused = FailedStart.of(Packages.h2(), settings);

        assertTrue(refused.output().contains("are given together or not at all"), refused::output);
    }

    @Test
    void aSignOnMayBeConfiguredByTheEnvironmentAloneAndAPersonIsLimitedAsOneToken() throws Exception {
        var client = HttpClient.newHttpClient();
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i <= 2 * MOST; i++) {
            var token = BureauIssuer.token(KEY, BureauIssuer.claims("upn", "wang.li", "groups", "guests"));
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/v1/me"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            statuses.add(answer.statusCode());
            assertFalse(service.log().contains(token), "the log tells a token");
        }

        assertEquals(Collections.nCopies(MOST, 200), statuses.subList(0, MOST));
        assertTrue(statuses.contains(429), statuses::toString);
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
