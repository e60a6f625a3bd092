package org.investmentpipeline.input;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.investmentpipeline.support.Json;
import org.investmentpipeline.support.Refusals;
import org.investmentpipeline.support.SignedIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is refused: by name, in the reader's language, as a problem, and nothing is stored. */
@Tag("edge")
@QuarkusTest
class StrictnessIT {
    private static final String SECTORS = "/api/v1/sectors";
    private static final String RATES = "/api/v1/exchange-rates";
    private static final String TIERS = "/api/v1/size-tiers";

    /** What was stored after the test before; nothing else writes while these tests run. */
    private static @Nullable List<String> last;

    /**
     * One wrong request.
     *
     * @param field what the first violation names; null when the fault is not of the input
     */
    private record Wrong(
            String name,
            int status,
            String type,
            @Nullable String field,
            Function<RequestSpecification, Response> call) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Wrong> wrongs() {
        return Stream.of(parameters(), syntax(), types(), days(), texts(), encodings(), mediaTypes(), addresses())
                .flatMap(List::stream);
    }

    private static List<Wrong> parameters() {
        var wrongs = new ArrayList<Wrong>();
        wrongs.add(invalid("an unknown parameter", "colour", get(SECTORS + "?colour=red")));
        wrongs.add(invalid("a parameter in the wrong case", "Limit", get(SECTORS + "?Limit=5")));
        wrongs.add(invalid("a parameter where none is known", "limit", get(SECTORS + "/other?limit=5")));
        wrongs.add(invalid(
                "an unknown parameter of a change",
                "force",
                request -> request.contentType("application/json")
                        .body(sector("x"))
                        .post(SECTORS + "?force=true")));
        wrongs.add(invalid("a single parameter given twice", "limit", get(SECTORS + "?limit=1&limit=2")));
        wrongs.add(invalid("a parameter given twice alike", "limit", get(SECTORS + "?limit=1&limit=1")));
        for (var limit : List.of("0", "501", "-1", "1.5", "1e2", "five", "", " 5", "+5", "99999999999", "５", "٥")) {
            wrongs.add(invalid(
                    "limit '" + limit + "'",
                    "limit",
                    request -> request.queryParam("limit", limit).get(SECTORS)));
        }
        for (var knownAt : List.of("2023-06-30", "2023-06-30T08:00:00", "now", "", "２０２３-06-30T08:00:00Z")) {
            wrongs.add(invalid(
                    "knownAt '" + knownAt + "'",
                    "knownAt",
                    request -> request.queryParam("knownAt", knownAt).get(TIERS)));
        }
        wrongs.add(invalid("an id that is no number", "id", get(RATES + "/abc")));
        wrongs.add(invalid("an id in full-width digits", "id", get(RATES + "/１２")));
        wrongs.add(invalid("an id of twenty digits", "id", get(RATES + "/99999999999999999999")));
        wrongs.add(invalid(
                "a cursor of 2,001 characters",
                "cursor",
                request -> request.queryParam("cursor", "a".repeat(2_001)).get(SECTORS)));
        wrongs.add(invalid(
                "NUL in a path",
                "code",
                request -> request.urlEncodingEnabled(false).get(SECTORS + "/a%00b")));
        return wrongs;
    }

    private static List<Wrong> syntax() {
        var right = sector("syntax");
        return List.of(
                invalid("JSON that breaks off", "body", post(SECTORS, "{\"code\":")),
                invalid("a trailing comma", "body", post(SECTORS, right.replace("}}", "},}"))),
                invalid("single quotes", "body", post(SECTORS, right.replace('"', '\''))),
                invalid("a comment", "body", post(SECTORS, "/* sector */" + right)),
                invalid("words after the end", "body", post(SECTORS, right + " and more")),
                invalid("a second document", "body", post(SECTORS, right + right)),
                invalid("a property given twice", "body", post(SECTORS, "{\"code\":\"a\"," + right.substring(1))),
                invalid("a leading zero", "body", post(RATES, rate("\"2023-06-30\"", "07"))),
                invalid("not a number", "body", post(RATES, rate("\"2023-06-30\"", "NaN"))),
                invalid("a number of 100 digits", "body", post(RATES, rate("\"2023-06-30\"", "1".repeat(100)))),
                invalid("full-width digits", "body", post(RATES, rate("\"2023-06-30\"", "７"))),
                invalid("too deep", "name", post(SECTORS, nested(30))),
                invalid("far too deep", "name", post(SECTORS, nested(1_000))),
                refused("an empty body", "body", post(SECTORS, "")),
                refused("blanks alone", "body", post(SECTORS, " \n ")),
                invalid("an array for an object", "body", post(SECTORS, "[" + right + "]")),
                invalid("a text for an object", "body", post(SECTORS, "\"sector\"")),
                invalid("a number for an object", "body", post(SECTORS, "5")),
                invalid("an empty text for an object", "body", post(SECTORS, "\"\"")),
                refused("null for an object", "body", post(SECTORS, "null")));
    }

    private static List<Wrong> types() {
        var wrongs = new ArrayList<Wrong>();
        wrongs.add(invalid("an unknown property", "colour", post(SECTORS, with("\"colour\":\"red\""))));
        wrongs.add(invalid("a property in the wrong case", "Active", post(SECTORS, with("\"Active\":true"))));
        wrongs.add(invalid(
                "an unknown property inside",
                "name.fr",
                post(SECTORS, "{\"code\":\"strict-fr\",\"name\":{\"en\":\"x\",\"fr\":\"y\"}}")));
        for (var value : List.of("5", "1.5", "true", "[]", "[\"a\"]", "{}")) {
            wrongs.add(invalid(
                    value + " for a text",
                    "name.zh",
                    post(SECTORS, "{\"code\":\"strict-text\",\"name\":{\"en\":\"x\",\"zh\":" + value + "}}")));
        }
        for (var value : List.of("\"7.1\"", "\"\"", "true", "[7.1]", "{}")) {
            wrongs.add(invalid(value + " for a number", "rate", post(RATES, rate("\"2023-06-30\"", value))));
        }
        for (var value : List.of("1", "0", "\"true\"", "\"\"", "[true]", "{}")) {
            wrongs.add(invalid(value + " for true or false", "active", post(SECTORS, with("\"active\":" + value))));
        }
        for (var value : List.of("\"New\"", "\"\"", "[]", "5")) {
            wrongs.add(invalid(
                    value + " for an object inside",
                    "name",
                    post(SECTORS, "{\"code\":\"strict-object\",\"name\":" + value + "}")));
        }
        for (var value : List.of("{}", "\"\"", "5", "{\"code\":\"a\"}")) {
            wrongs.add(invalid(value + " for an array", "items", put(TIERS, "{\"items\":" + value + "}")));
        }
        wrongs.add(refused("a missing property", "name", post(SECTORS, "{\"code\":\"strict-missing\"}")));
        wrongs.add(refused("null for what must be", "code", post(SECTORS, "{\"code\":null,\"name\":{\"en\":\"x\"}}")));
        wrongs.add(refused("null in an array", "items[0]", put(TIERS, "{\"items\":[null]}")));
        return wrongs;
    }

    private static List<Wrong> days() {
        return Stream.of(
                        "\"\"",
                        "\" \"",
                        "20230630",
                        "\"20230630\"",
                        "[2023,6,30]",
                        "{}",
                        "true",
                        "\"2023-6-30\"",
                        "\"2023-02-29\"",
                        "\"2023-06-31\"",
                        "\"2023-06-30T00:00:00\"",
                        "\"2023-06-30Z\"",
                        "\"2023/06/30\"",
                        "\"2023-W26-5\"",
                        "\"+2023-06-30\"",
                        "\"02023-06-3\"",
                        "\"２０２３-06-30\"",
                        "\" 2023-06-30\"",
                        "\"1899-12-31\"",
                        "\"3000-01-01\"")
                .map(day -> invalid(day + " for a day", "on", post(RATES, rate(day, "7.1"))))
                .toList();
    }

    private static List<Wrong> texts() {
        return List.of(
                invalid("NUL in a text", "name.zh", post(SECTORS, name("a\\u0000b"))),
                invalid("half a surrogate pair", "name.zh", post(SECTORS, name("\\ud83d"))),
                invalid("the other half", "name.zh", post(SECTORS, name("\\ude00"))),
                invalid("a pair the wrong way round", "name.zh", post(SECTORS, name("\\ude00\\ud83d"))),
                invalid("a control character as it is", "body", post(SECTORS, name("\u0001"))),
                invalid("a text of 200,000 characters", "body", post(SECTORS, name("x".repeat(200_000)))),
                refused("a text of 101 characters", "name.zh", post(SECTORS, name("x".repeat(101)))),
                refused("an empty text", "name.zh", post(SECTORS, name(""))),
                refused("a code of 65 characters", "code", post(SECTORS, sector("x".repeat(65)))),
                new Wrong(
                        "a body of 17 MiB",
                        413,
                        "/problems/too-large",
                        null,
                        post(SECTORS, sector("large") + " ".repeat(17 * 1024 * 1024))));
    }

    private static List<Wrong> encodings() {
        return List.of(
                invalid("an overlong solidus", "body", post(SECTORS, bytes(0xC0, 0xAF))),
                invalid("an overlong NUL", "body", post(SECTORS, bytes(0xC0, 0x80))),
                invalid("a surrogate in UTF-8", "body", post(SECTORS, bytes(0xED, 0xA0, 0x80))),
                invalid("beyond Unicode", "body", post(SECTORS, bytes(0xF5, 0x80, 0x80, 0x80))),
                invalid("GBK", "body", post(SECTORS, bytes(0xD0, 0xC2))),
                invalid("Latin-1", "body", post(SECTORS, bytes(0xE9))),
                invalid("UTF-16", "body", post(SECTORS, sector("utf-16").getBytes(StandardCharsets.UTF_16))));
    }

    private static List<Wrong> mediaTypes() {
        var wrongs = new ArrayList<Wrong>();
        for (var type : List.of("text/plain", "application/xml", "application/octet-stream", "image/png")) {
            wrongs.add(new Wrong(
                    "a body of " + type,
                    415,
                    "/problems/unsupported-media-type",
                    null,
                    request -> request.header("Content-Type", type)
                            .body(sector("media").getBytes(StandardCharsets.UTF_8))
                            .post(SECTORS)));
        }
        for (var type : List.of("text/html", "application/xml", "text/csv")) {
            wrongs.add(new Wrong(
                    "an answer of " + type,
                    406,
                    "/problems/not-acceptable",
                    null,
                    request -> request.accept(type).get(SECTORS)));
        }
        return wrongs;
    }

    private static List<Wrong> addresses() {
        return List.of(
                new Wrong("no such address", 404, "/problems/not-found", null, get("/api/v1/nothing")),
                new Wrong("another version", 404, "/problems/not-found", null, get("/api/v9/sectors")),
                new Wrong("too far", 404, "/problems/not-found", null, get(SECTORS + "/other/more")),
                new Wrong("no such entry", 404, "/problems/not-found", null, get(SECTORS + "/no-such-sector")),
                new Wrong("a list deleted", 405, "/problems/method-not-allowed", null, r -> r.delete(SECTORS)),
                new Wrong(
                        "an entry patched",
                        405,
                        "/problems/method-not-allowed",
                        null,
                        r -> r.patch(SECTORS + "/other")),
                new Wrong("tiers posted", 405, "/problems/method-not-allowed", null, post(TIERS, "{}")));
    }

    static Stream<Arguments> inBothLanguages() {
        return Stream.of("en", "zh").flatMap(language -> wrongs().map(wrong -> Arguments.of(wrong, language)));
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("inBothLanguages")
    void isRefused(Wrong wrong, String language) {
        var before = last == null ? stored() : last;

        var answer = wrong.call().apply(given().header("Accept-Language", language));

        assertEquals(wrong.status(), answer.statusCode(), answer.asString());
        assertEquals("application/problem+json", answer.contentType().replaceAll(";.*", ""));
        Refusals.assertSays(wrong.type(), wrong.field(), language, answer);
        last = stored();
        assertEquals(before, last);
    }

    /** By the plain client: REST-assured always names a type. */
    @Test
    void aBodyWithoutATypeIsRefused() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + SECTORS))
                .header("Authorization", SignedIn.bearer())
                .POST(HttpRequest.BodyPublishers.ofString(sector("untyped")))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(415, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("/problems/unsupported-media-type"), answer.body());
        given().get(SECTORS + "/strict-untyped").then().statusCode(404);
    }

    /** Everything that these requests could have changed. */
    private static List<String> stored() {
        var pages = new ArrayList<String>();
        pages.add(given().get(TIERS).asString());
        for (var path : List.of(SECTORS, RATES)) {
            @Nullable String cursor = null;
            do {
                var request = given().queryParam("limit", 500);
                var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(path);
                pages.add(page.asString());
                cursor = Json.of(page).path("next").textValue();
            } while (cursor != null);
        }
        return pages;
    }

    private static Wrong invalid(String name, String field, Function<RequestSpecification, Response> call) {
        return new Wrong(name, 400, "/problems/invalid-request", field, call);
    }

    private static Wrong refused(String name, String field, Function<RequestSpecification, Response> call) {
        return new Wrong(name, 422, "/problems/refused", field, call);
    }

    private static Function<RequestSpecification, Response> get(String path) {
        return request -> request.get(path);
    }

    private static Function<RequestSpecification, Response> post(String path, String body) {
        return request -> request.contentType("application/json").body(body).post(path);
    }

    private static Function<RequestSpecification, Response> post(String path, byte[] body) {
        return request -> request.contentType("application/json").body(body).post(path);
    }

    private static Function<RequestSpecification, Response> put(String path, String body) {
        return request -> request.contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put(path);
    }

    private static String sector(String code) {
        return "{\"code\":\"strict-" + code + "\",\"name\":{\"en\":\"x\"}}";
    }

    private static String with(String property) {
        return "{" + property + "," + sector("with").substring(1);
    }

    private static String name(String zh) {
        return "{\"code\":\"strict-name\",\"name\":{\"zh\":\"" + zh + "\"}}";
    }

    private static String rate(String on, String rate) {
        return "{\"currency\":\"XPF\",\"on\":" + on + ",\"rate\":" + rate + "}";
    }

    private static String nested(int depth) {
        return "{\"code\":\"strict-deep\",\"name\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }

    /** A sector whose name holds these bytes. */
    private static byte[] bytes(int... inside) {
        var parts = name("|").split("\\|");
        var body = new ByteArrayOutputStream();
        body.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
        for (var each : inside) {
            body.write(each);
        }
        body.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
