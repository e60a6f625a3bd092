package org.investmentpipeline.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.Refusals;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Wire;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request at all, and what looks hostile and does no harm. */
@Tag("edge")
@QuarkusTest
class HostileWireIT {
    private static final String GET = "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    private static final int TOGETHER = 2_000;
    private static final String POST =
            "POST /api/v1/projects HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n";

    /**
     * The server's own parser gives these up before there is a request that anybody could be asked about: an empty refusal, or the
     * connection is closed.
     */
    @ParameterizedTest(name = "{index}")
    @MethodSource({"brokenHeads", "brokenBodies"})
    void whatIsNoRequestIsCutOff(String request) {
        var before = Refusals.stored();

        var reply = Wire.send(Wire.bytes(request.replace("{caller}", "Authorization: " + SignedIn.bearer() + "\r\n")));

        assertTrue(Set.of(0, 400, 414, 431).contains(reply.status()), reply.toString());
        assertEquals("", reply.body(), reply.toString());
        assertEquals(before, Refusals.stored());
    }

    static Stream<String> brokenHeads() {
        var head = "{caller}";
        return Stream.of(
                "garbage\r\n\r\n",
                "\0\0\0\0\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
                "GET\r\n\r\n",
                "GET /api/v1/projects\r\n\r\n",
                "GET  HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/pro jects HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/projects HTTP/3\r\nHost: x\r\n\r\n",
                "GET /api/v1/projects HTTP/1.1 x\r\nHost: x\r\n\r\n",
                "GET /api/v1/" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/projects?" + "stage=SIGNED&".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                GET + head + "X-A: a\0b\r\n\r\n",
                GET + head + "X-A: a\u0001b\r\n\r\n",
                GET + head + "X-A: a\rb\r\n\r\n",
                GET + head + "X-A: a\nSet-Cookie x\r\n\r\n",
                GET + head + "X A: b\r\n\r\n",
                GET + head + "X-A : b\r\n\r\n",
                GET + head + "X-A\r\n\r\n",
                GET + head + "X-\u00c4: b\r\n\r\n",
                GET + head + "X-A: " + "a".repeat(70_000) + "\r\n\r\n",
                GET + head + "Accept-Language: \u0001\r\n\r\n",
                GET + "Authorization: Bearer \u0001\r\n\r\n",
                POST + head + "Idempotency-Key: a\u0007\r\nContent-Length: 2\r\n\r\n{}");
    }

    static Stream<String> brokenBodies() {
        var post = POST + "{caller}";
        var chunked = post + "Transfer-Encoding: chunked\r\n";
        return Stream.of(
                post + "Content-Length: abc\r\n\r\n",
                post + "Content-Length: -1\r\n\r\n",
                post + "Content-Length: +5\r\n\r\n{}",
                post + "Content-Length: 0x5\r\n\r\n{}",
                post + "Content-Length: 1, 2\r\n\r\n{}",
                post + "Content-Length: 99999999999999999999\r\n\r\n",
                post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
                chunked + "Content-Length: 5\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: gzip\r\n\r\n{}",
                post + "Transfer-Encoding: x\r\n\r\n{}",
                chunked + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                chunked + "\r\nzz\r\n{}\r\n0\r\n\r\n",
                chunked + "\r\n-1\r\n{}\r\n0\r\n\r\n",
                chunked + "\r\nffffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                chunked + "\r\n2\r\n{}XX0\r\n\r\n",
                chunked + "\r\n2;" + "x".repeat(10_000) + "\r\n{}\r\n0\r\n\r\n");
    }

    /** Each is answered as it would be without what is odd about it. */
    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "GET /api/v1/projects/ HTTP/1.1\r\nHost: x",
                "GET /api/v1/%70rojects HTTP/1.1\r\nHost: x",
                "GET /api/v1/projects?&&& HTTP/1.1\r\nHost: x",
                "GET http://evil.example/api/v1/projects HTTP/1.1\r\nHost: x",
                "GET /api/v1/projects HTTP/1.0\r\nHost: x",
                "GET /api/v1/projects HTTP/1.1\r\nHost: evil.example",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nX-HTTP-Method-Override: DELETE",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nExpect: garbage",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nTE: trailers, deflate",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nIf-None-Match: garbage",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nIf-Modified-Since: garbage",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nAccept: ",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nAccept: application/json;q=x",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nAccept-Language: zh;q=abc",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nAccept-Language: ,,,;;;",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nAccept-Charset: utf-16",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nAccept-Encoding: bomb",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example",
                "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nOrigin: null",
                "OPTIONS /api/v1/projects HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: POST",
                "HEAD /api/v1/projects HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example"
            })
    void whatIsOnlyOddDoesNothingOdd(String request) {
        var before = Refusals.stored();

        var reply = Wire.send(
                Wire.bytes(request + "\r\nConnection: close\r\nAuthorization: " + SignedIn.bearer() + "\r\n\r\n"));

        assertEquals(200, reply.status(), reply.toString());
        assertTrue(reply.has("X-Content-Type-Options", "nosniff"));
        assertFalse(reply.has("Access-Control-Allow-Origin", ""), reply.toString());
        assertFalse(reply.has("Access-Control-Allow-Methods", ""), reply.toString());
        assertFalse(reply.toString().contains("evil.example"), reply.toString());
        assertEquals(before, Refusals.stored());
    }

    /** A client need not wait for an answer; all of these are answered at once, on the event loop. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS /api/v1/projects",
                "OPTIONS /api/v1/nowhere",
                "GET /q/health/live",
                "GET /nowhere",
                "GET /%zz",
                "GET /"
            })
    void thousandsOfRequestsMayComeTogether(String line) {
        var request = line + " HTTP/1.1\r\nHost: x\r\n";

        var reply =
                Wire.send(Wire.bytes((request + "\r\n").repeat(TOGETHER - 1) + request + "Connection: close\r\n\r\n"));

        assertEquals(
                TOGETHER,
                1
                        + Pattern.compile("HTTP/1\\.1 \\d")
                                .matcher(reply.body())
                                .results()
                                .count());
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void aNewProjectIsWhereTheServiceIsWhateverHostSays() {
        given().header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .contentType("application/json")
                .body(Projects.draft())
                .post(Projects.PATH)
                .then()
                .statusCode(201)
                .header("Location", startsWith(Projects.PATH + "/"));
    }

    @Test
    void aKeyIsForOneRequest() {
        var key = Fixtures.code("key");
        given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"name\":\"一\"}")
                .post(Projects.PATH)
                .then()
                .statusCode(201);
        var before = Refusals.stored();

        given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"name\":\"二\"}")
                .post(Projects.PATH)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/key-reused"));

        assertEquals(before, Refusals.stored());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"%", "_", "\\", "%_", "\\%", "'", "\"", "[a]", "*", "?"})
    void whatIsSearchedForIsOnlyItself(String sign) {
        var mark = Fixtures.code("mark");
        Projects.register("name", mark + sign + "end");
        Projects.register("name", mark + "xxend");

        given().queryParam("q", mark + sign + "e")
                .get(Projects.PATH)
                .then()
                .statusCode(200)
                .body("items.name", contains(mark + sign + "end"));
    }
}
