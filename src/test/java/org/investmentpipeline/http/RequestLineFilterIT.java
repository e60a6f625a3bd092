package org.investmentpipeline.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.investmentpipeline.support.SignedIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests as no client library would send them. */
@Tag("edge")
@QuarkusTest
class RequestLineFilterIT {
    @Test
    void anAddressThatIsNoUtf8IsAProblem() throws IOException {
        var answer = send("GET /api/v1/sectors/%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertProblem(answer, 400, "/problems/invalid-request", "percent-encode");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        var answer = send("POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 999999999\r\n\r\n");

        assertProblem(answer, 413, "/problems/too-large", "at most 134217728 bytes");
    }

    @Test
    void aFormThatBreaksOffIsAProblem() throws IOException {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n编号";

        var answer = send("POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + SignedIn.bearer() + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);

        assertProblem(answer, 400, "/problems/invalid-request", "complete multipart form");
    }

    private static void assertProblem(String answer, int status, String type, String said) {
        assertAll(
                answer,
                () -> assertEquals("HTTP/1.1 " + status, answer.substring(0, 12)),
                () -> assertTrue(answer.contains("application/problem+json")),
                () -> assertTrue(answer.contains("\"type\":\"" + type + "\"")),
                () -> assertTrue(answer.contains(said)));
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
