package org.investmentpipeline.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as no client library would send them, without a token: nothing but the open doors opens. */
@Tag("edge")
@QuarkusTest
class StrangerIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/welcome/en.html",
                "/api",
                "/api/v1",
                "/api/v1/projects",
                "/api/v1/projects/",
                "/api/v1/projects;a=b",
                "/api/v1/projects;.json",
                "/api/v1/projects%3B",
                "/api/v1/projects%3Ba",
                "/api/v1;x/projects",
                "/api%3Bx/v1/projects",
                "//api/v1/projects",
                "/api//v1//projects",
                "/api/v1/./projects",
                "/api/v1/zones/../projects",
                "/api/v1/zones/..;/projects",
                "/api/v1/zones/..%3B/projects",
                "/api/v1/zones/%2e%2e/projects",
                "/api/v1/zones/%2E%2E/projects",
                "/q/health/../../api/v1/projects",
                "/q/health/%2e%2e/%2e%2e/api/v1/projects",
                "/q/health/..;/..;/api/v1/projects",
                "/q/swagger-ui/../../api/v1/projects",
                "/q/openapi/../../api/v1/projects",
                "/q/openapi;/../../api/v1/projects",
                "/q//health/..//..//api/v1/projects",
                "/API/V1/projects",
                "/Api/v1/Projects",
                "/api/v1/PROJECTS",
                "/%61pi/v1/projects",
                "/api/v1/%70rojects",
                "/api%2Fv1%2Fprojects",
                "/api/v1/projects%00",
                "/api/v1/projects%20",
                "/api/v1/projects?access_token=x",
                "/api/v1/totals",
                "/api/v1/totals;",
                "/api/v1/tokens",
                "/api/v1/tokens;",
                "/api/v1/me",
                "/api/v1/nothing",
                "/q",
                "/q/",
                "/q/metrics",
                "/q/metrics/",
                "/q/metrics/x",
                "/q/metrics;",
                "/q/%6Detrics",
                "/q/health/../metrics",
                "/q/dev",
                "/q/dev-ui",
                "/q/arc",
                "/openapi",
                "/swagger-ui",
                "/index.html",
                "/favicon.ico",
                "/problems/stage-order"
            })
    void aStrangerIsToldToSignIn(String address) throws IOException {
        var answer = send("GET " + address);

        assertEquals("HTTP/1.1 401", answer.substring(0, 12), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /q/health",
                "PUT /q/openapi",
                "GET /api/v1/tokens",
                "DELETE /api/v1/tokens/1",
                "PATCH /api/v1/tokens",
                "POST /api/v1/TOKENS",
                "POST /api/v1/projects",
                "HEAD /api/v1/projects",
                "OPTIONS /api/v1/projects",
                "TRACE /api/v1/projects",
                "FOO /api/v1/projects"
            })
    void anotherMethodOpensNothing(String line) throws IOException {
        var answer = send(line);

        assertEquals("HTTP/1.1 401", answer.substring(0, 12), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/well",
                "/q/openapi",
                "/q/swagger-ui/"
            })
    void theOpenDoorsAreOpen(String address) throws IOException {
        var answer = send("GET " + address);

        assertEquals("HTTP/1.1 200", answer.substring(0, 12), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ";x", "%3B", "%3Bx", "/..;/projects", "/%2e%2e/projects", "/../projects"})
    void aDoorWrittenOtherwiseLeadsNowhereElse(String rest) throws IOException {
        var status = Integer.parseInt(send("POST /api/v1/tokens" + rest).substring(9, 12));

        assertTrue(List.of(400, 401, 404, 422).contains(status), "answers " + status);
    }

    private static String send(String line) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var request = line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
