package org.investmentpipeline.http;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.Wire;

/** JSON as no client writes it, registered and as a patch. */
@QuarkusTest
class HostileBodyIT extends HostileRequests {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String SIGN_IN = "POST /api/v1/tokens HTTP/1.1";
    private static final String PATCH = "If-Match: *\r\nContent-Type: application/merge-patch+json\r\n";

    static Stream<Hostile> requests() {
        return Stream.of(
                        each(body -> send("POST " + Projects.PATH, JSON, Wire.bytes(body)), alike()),
                        each(
                                body -> send("PATCH " + Projects.PATH + "/" + project(), PATCH, Wire.bytes(body)),
                                alike()),
                        each(body -> send("POST " + Projects.PATH, JSON, Wire.bytes(named(body))), numbers()),
                        each(
                                body -> send(
                                        "PATCH " + Projects.PATH + "/" + project(),
                                        PATCH,
                                        Wire.bytes("{" + body + "}")),
                                numbers()),
                        each(body -> send("POST " + Projects.PATH, JSON, Wire.bytes(named(body))), days()),
                        each(
                                body -> send("PATCH " + Projects.PATH + "/" + project(), PATCH, Wire.bytes(body)),
                                nulls()),
                        encodings(),
                        lengths())
                .flatMap(all -> all);
    }

    private static String[] alike() {
        return new String[] {
            "422 ",
            "422  \r\n",
            "422 null",
            "422 {\"name\":null}",
            "422 {\"name\":\"\"}",
            "422 {\"name\":\"" + "x".repeat(201) + "\"}",
            "400 []",
            "400 [{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"x\"}]",
            "400 \"\"",
            "400 5",
            "400 true",
            "400 {",
            "400 }",
            "400 {\"name\":\"x\"}}",
            "400 {'name':'x'}",
            "400 {name:\"x\"}",
            "400 {\"name\":\"x\",}",
            "400 {\"name\":\"x\"/**/}",
            "400 {\"name\":\"x\",\"name\":\"y\"}",
            "400 {\"name\":\"x\",\"n\\u0061me\":\"y\"}",
            "400 {\"name\":5}",
            "400 {\"name\":[\"x\"]}",
            "400 {\"name\":{\"$ne\":1}}",
            "400 {\"name\":\"a\\u0000b\"}",
            "400 {\"name\":\"\\ud800\"}",
            "400 {\"name\":\"a\\u0001b\"}",
            "400 {\"name\":\"a\\u007fb\"}",
            "400 {\"name\":\"a\\u0085b\"}",
            "400 {\"name\":\"a\\nb\"}",
            "400 {\"name\":\"a\\u2028b\"}",
            "400 {\"name\":\"a\\u202egpj.b\"}",
            "400 {\"name\":\"a\\u2066b\"}",
            "400 {\"name\":\"a\\ufff9b\"}",
            "400 {\"name\":\"a\\uffffb\"}",
            "400 {\"name\":\"a\",\"summary\":\"\\u0007\"}",
            "400 {\"name\":\"a\",\"leader\":\"a\\tb\"}",
            "400 {\"name\":\"a\",\"code\":\"a\\u202eb\"}",
            "400 {\"investor\":{\"name\":\"a\\u0000\"},\"name\":\"a\"}",
            "422 {\"name\":\"\\u200b\"}",
            "422 {\"name\":\"\\ufeff \\u3000\"}",
            "422 {\"name\":\"\\u3164\"}",
            "422 {\"name\":\"\\u2800\\u200d\"}",
            "422 {\"name\":\"a\",\"leader\":\"\\u200b\"}",
            "422 {\"name\":\"a\",\"officer\":\"\\u115f\"}",
            "422 {\"name\":\"a\",\"code\":\"\\u200b\"}",
            "422 {\"name\":\"a\",\"investor\":{\"name\":\"\\u2060\"}}",
            "422 {\"name\":\"" + "\ud83d\ude00".repeat(201) + "\"}",
            "422 {\"name\":\"a\",\"code\":\"" + "\ud83d\ude00".repeat(65) + "\"}",
            "400 {\"name\":\"\\udc00\\ud800\"}",
            "400 {\"name\":\"\\x41\"}",
            "400 {\"name\":\"\\u00\"}",
            "400 {\"name\":\"a\nb\"}",
            "400 {\"\\ud800\":1}",
            "400 {\"na\\u0000me\":\"x\"}",
            "400 {\"__proto__\":{}}",
            "400 {\"constructor\":{}}",
            "400 {\"@class\":\"Runtime\"}",
            "400 {\"id\":5}",
            "400 {\"version\":9}",
            "400 {\"" + "k".repeat(60_000) + "\":1}",
            "400 {\"" + "k".repeat(1_000) + "\":1}",
            "400 {"
                    + IntStream.range(0, 3_000)
                            .mapToObj(i -> "\"k" + i + "\":1")
                            .collect(Collectors.joining(",")) + "}",
            "400 " + "{\"investor\":".repeat(25) + "1" + "}".repeat(25),
            "400 " + "[".repeat(100_000),
            "400 " + "{\"a\":".repeat(20_000)
        };
    }

    private static String[] numbers() {
        return new String[] {
            "400 \"jobs\":NaN",
            "400 \"jobs\":Infinity",
            "400 \"jobs\":1e400",
            "400 \"jobs\":3.0",
            "400 \"jobs\":\"3\"",
            "400 \"jobs\":2147483648",
            "400 \"jobs\":0x10",
            "400 \"jobs\":+1",
            "400 \"jobs\":１",
            "400 \"origin\":3",
            "400 \"origin\":\"\"",
            "422 \"landArea\":1e400",
            "422 \"landArea\":1e-400",
            "422 \"investment\":{\"amount\":1e400}",
            "422 \"investment\":{\"amount\":-1e400}",
            "422 \"investment\":{\"amount\":1e999999}",
            "400 \"investment\":{\"amount\":1e2147483647}",
            "400 \"investment\":{\"amount\":1e-2147483647}",
            "400 \"investment\":{\"amount\":1e99999999999}",
            "400 \"investment\":{\"amount\":-1e99999999999}",
            "400 \"investment\":{\"amount\":" + "9".repeat(1_000) + "}",
            "422 \"investment\":{\"amount\":1,\"currency\":\"XXX\",\"rate\":2}",
            "422 \"investment\":{\"amount\":1,\"currency\":\"XTS\",\"rate\":2}",
            "422 \"investment\":{\"amount\":1,\"currency\":\"XAU\",\"rate\":2}",
            "422 \"investment\":{\"amount\":1,\"currency\":\"DEM\",\"rate\":2}",
            "400 \"investment\":{\"amount\":1,\"rate\":1e2147483647}"
        };
    }

    private static String[] nulls() {
        return new String[] {
            "422 {\"key\":null}",
            "422 {\"code\":null}",
            "422 {\"investment\":{\"amount\":null}}",
            "422 {\"investment\":{\"currency\":null}}",
            "422 {\"investment\":{\"rate\":null}}",
            "422 {\"investment\":{\"amount\":5,\"rate\":null}}",
            "422 {\"investor\":{\"id\":null,\"name\":\"x\"}}",
            "422 {\"investor\":{\"name\":null}}",
            "422 {\"leader\":\"x\",\"investment\":{\"cny\":null}}"
        };
    }

    private static String[] days() {
        return new String[] {
            "400 \"stages\":{\"SIGNED\":\"\"}",
            "400 \"stages\":{\"SIGNED\":\"0000-00-00\"}",
            "400 \"stages\":{\"SIGNED\":\"9999-12-31\"}",
            "400 \"stages\":{\"SIGNED\":\"2023-02-30\"}",
            "400 \"stages\":{\"SIGNED\":\"+999999999-12-31\"}",
            "400 \"stages\":{\"SIGNED\":\"２０２３-06-30\"}",
            "400 \"stages\":{\"SIGNED\":1687996800}",
            "400 \"stages\":{\"0\":\"2023-06-30\"}",
            "400 \"stages\":{\"SIGNED\":\"2023-06-30\",\"SIGNED\":\"2023-06-30\"}"
        };
    }

    private static Stream<Hostile> encodings() {
        var draft = "{\"name\":\"敌意\"}";
        return Stream.of(
                of("UTF-16", draft.getBytes(StandardCharsets.UTF_16)),
                of("UTF-16LE", draft.getBytes(StandardCharsets.UTF_16LE)),
                of("GB18030", draft.getBytes(java.nio.charset.Charset.forName("GB18030"))),
                of("overlong", Wire.bytes("{\"name\":\"\u00c0\u00af\"}")),
                of("surrogates", Wire.bytes("{\"name\":\"\u00ed\u00a0\u0080\"}")),
                of("beyond Unicode", Wire.bytes("{\"name\":\"\u00f5\u0080\u0080\u0080\"}")),
                of("cut off", Wire.bytes("{\"name\":\"\u00e8")),
                of("NUL bytes", new byte[100]),
                of("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0}));
    }

    /** More than is read of who sends it. */
    private static Stream<Hostile> lengths() {
        var signIn = "Host: x\r\n" + JSON;
        var chunk = "5000\r\n" + " ".repeat(0x5000) + "\r\n";
        return Stream.of(
                new Hostile(
                        "a stranger's 20,000 bytes",
                        413,
                        () -> Wire.plain(
                                SIGN_IN, signIn + "Content-Length: 20000\r\n", Wire.bytes(" ".repeat(20_000)))),
                new Hostile(
                        "a stranger's 100 MB, of which one byte is sent",
                        413,
                        () -> Wire.plain(SIGN_IN, signIn + "Content-Length: 100000000\r\n", Wire.bytes("{"))),
                new Hostile(
                        "a stranger's chunks",
                        413,
                        () -> Wire.plain(SIGN_IN, signIn + "Transfer-Encoding: chunked\r\n", Wire.bytes(chunk))),
                new Hostile(
                        "17 MiB of JSON in chunks",
                        413,
                        () -> Wire.request(
                                "POST " + Projects.PATH + " HTTP/1.1",
                                JSON + "Transfer-Encoding: chunked\r\n",
                                Wire.bytes(("1000000\r\n" + " ".repeat(0x1000000) + "\r\n") + chunk))));
    }

    private static Hostile of(String encoding, byte[] body) {
        return new Hostile("in " + encoding, 400, () -> send("POST " + Projects.PATH, JSON, body));
    }

    private static String named(String property) {
        return "{\"name\":\"敌意\"," + property + "}";
    }

    private static byte[] send(String line, String headers, byte[] body) {
        var request = new ByteArrayOutputStream();
        request.writeBytes(
                Wire.request(line + " HTTP/1.1", headers + "Content-Length: " + body.length + "\r\n", NOTHING));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
