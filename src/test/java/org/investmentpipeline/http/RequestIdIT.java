package org.investmentpipeline.http;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Users.stranger;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Users;
import org.investmentpipeline.support.Wire;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer says what its request is called, and each problem says it again, whoever makes the problem. */
@Tag("edge")
@QuarkusTest
class RequestIdIT {
    private static final String HEADER = "X-Request-Id";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SAID = Pattern.compile("\"requestId\":\"([^\"]*)\"");

    /** A line, headers, a body, and the status that is answered; one for each place in the service that makes problems. */
    private static Stream<Arguments> problems() {
        var token = "Host: x\r\nAuthorization: Bearer {token}\r\n";
        var body = token + "Content-Type: application/json\r\nContent-Length: ";
        return Stream.of(
                Arguments.of("GET /api/v1/projects/0 HTTP/1.1", token, "", 404),
                Arguments.of("GET /api/v1/nothing HTTP/1.1", token, "", 404),
                Arguments.of("GET /nothing HTTP/1.1", token, "", 404),
                Arguments.of("GET /q/nothing HTTP/1.1", token, "", 404),
                Arguments.of("GET /api/v1/projects?nothing=1 HTTP/1.1", token, "", 400),
                Arguments.of("PUT /api/v1/projects HTTP/1.1", token, "", 405),
                Arguments.of("GET /api/v1/projects HTTP/1.1", token + "Accept: text/html\r\n", "", 406),
                Arguments.of("POST /api/v1/projects HTTP/1.1", token + "Content-Length: 2\r\n", "{}", 415),
                Arguments.of("POST /api/v1/projects HTTP/1.1", body + "1\r\n", "{", 400),
                Arguments.of("POST /api/v1/projects HTTP/1.1", body + "2\r\n", "{}", 422),
                Arguments.of("POST /api/v1/projects HTTP/1.1", body + "12\r\n", "{\"name\":true", 400),
                Arguments.of("DELETE /api/v1/projects/0 HTTP/1.1", token, "", 404),
                Arguments.of("POST /api/v1/imports HTTP/1.1", body + "2\r\n", "{}", 415),
                Arguments.of("POST /api/v1/tokens HTTP/1.1", "Host: x\r\nContent-Length: 0\r\n", "", 422),
                Arguments.of("GET /api/v1/projects HTTP/1.1", "Host: x\r\n", "", 401),
                Arguments.of("GET /api/v1/projects HTTP/1.1", "Host: x\r\nAuthorization: Bearer x\r\n", "", 401),
                Arguments.of("GET /q/metrics HTTP/1.1", "Host: x\r\n", "", 401),
                Arguments.of("GET /api/v1//projects HTTP/1.1", token, "", 400),
                Arguments.of("GET /api/v1/projects;a=b HTTP/1.1", token, "", 400),
                Arguments.of("GET /api/v1/sectors/%ff HTTP/1.1", token, "", 400),
                Arguments.of("GET /api/v1/sectors/%zz HTTP/1.1", token, "", 400),
                Arguments.of("GET api/v1/sectors HTTP/1.1", token, "", 404),
                Arguments.of("GET /api/v1/sectors HTTP/1.1", "Authorization: Bearer {token}\r\n", "", 400),
                Arguments.of(
                        "POST /api/v1/imports HTTP/1.1",
                        "Host: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 999999999\r\n",
                        "",
                        413));
    }

    @ParameterizedTest(name = "{3} {0}")
    @MethodSource("problems")
    void everyProblemSaysWhatItsRequestIsCalled(String line, String headers, String body, int status) {
        var bytes = Wire.bytes(body);

        var named = Wire.send(
                Wire.plain(line, headers + HEADER + ": desk-7.A_1\r\ntraceparent: " + TRACEPARENT + "\r\n", bytes));
        var unnamed = Wire.send(Wire.plain(line, headers, bytes));

        assertAll(
                named.toString(),
                () -> assertEquals(status, named.status()),
                () -> assertTrue(named.has(HEADER, "desk-7.A_1")),
                () -> assertTrue(named.has("Content-Type", "application/problem+json")),
                () -> assertTrue(named.body().contains("\"requestId\":\"desk-7.A_1\"")),
                () -> assertTrue(named.body().contains("\"traceId\":\"" + TRACE + "\"")));
        var made = SAID.matcher(unnamed.body());
        assertAll(
                unnamed.toString(),
                () -> assertTrue(made.find() && UUID.matcher(made.group(1)).matches()),
                () -> assertTrue(unnamed.has(HEADER, made.group(1))),
                () -> assertFalse(unnamed.body().contains("traceId")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "with space",
                "semi;colon",
                "\"quoted\"",
                "a/b",
                "编号",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "one\r\nX-Request-Id: two"
            })
    void anIdThatIsNotWellFormedIsReplaced(String id) {
        var reply = Wire.send(Wire.request("GET /api/v1/me HTTP/1.1", HEADER + ": " + id + "\r\n", new byte[0]));

        var ids = reply.head()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-request-id: "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
        assertEquals(200, reply.status(), reply::toString);
        assertEquals(1, ids.size(), reply::toString);
        assertTrue(UUID.matcher(ids.get(0)).matches(), reply::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void aTraceThatIsNoneIsNotTold(String traceparent) {
        var answer = given().header("traceparent", traceparent).get("/api/v1/projects/0");

        assertEquals(404, answer.statusCode());
        assertFalse(answer.asString().contains("traceId"), answer.asString());
    }

    @Test
    void answersThatAreNoProblemsAreNamedTooAndLeftAsTheyAre() {
        var first = given().header(HEADER, "first").get("/api/v1/totals");
        var second = given().header(HEADER, "second")
                .header("If-None-Match", first.header("ETag"))
                .get("/api/v1/totals");

        assertEquals("first", first.header(HEADER));
        assertEquals(200, first.statusCode());
        assertFalse(first.asString().contains("requestId"), first.asString());
        assertEquals("second", second.header(HEADER));
        assertEquals(304, second.statusCode());
    }

    @Test
    void aRepeatedRequestIsAnsweredAlikeUnderANameOfItsOwn() {
        var body = Map.of("name", "同一请求");
        var key = Fixtures.code("key");

        var first = json(body)
                .header("Idempotency-Key", key)
                .header(HEADER, "try-1")
                .post("/api/v1/projects");
        var second = json(body)
                .header("Idempotency-Key", key)
                .header(HEADER, "try-2")
                .post("/api/v1/projects");

        assertEquals(201, first.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals("try-1", first.header(HEADER));
        assertEquals("try-2", second.header(HEADER));
    }

    @Test
    void whoIsTurnedAwayIsToldTheName() {
        var forbidden = Users.as(List.of("VIEWER")).header(HEADER, "no-role").get("/api/v1/users");
        var limited = Users.as(List.of("VIEWER")).header(HEADER, "no-role-2").get("/q/metrics");
        var refused = stranger().header(HEADER, "no-one").get("/api/v1/users");

        assertEquals("403 no-role", forbidden.statusCode() + " " + forbidden.path("requestId"));
        assertEquals("403 no-role-2", limited.statusCode() + " " + limited.path("requestId"));
        assertEquals("401 no-one", refused.statusCode() + " " + refused.path("requestId"));
    }
}
