package org.investmentpipeline.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.Refusals;
import org.investmentpipeline.support.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables of hostile requests, each of which is refused as a problem: with its status, without innards, in few words, with the
 * headers of every answer, and nothing is stored.
 */
@Tag("edge")
abstract class HostileRequests {
    static final byte[] NOTHING = {};
    private static final int LONGEST = 4_000;

    /** What was stored after the request before; nothing else writes while these tests run. */
    private static @Nullable String last;

    private static long project;

    /** One request, and the status it is refused with. */
    record Hostile(String name, int status, Supplier<byte[]> request) {
        @Override
        public String toString() {
            var shown = name.length() <= 70 ? name : name.substring(0, 70) + "… (" + name.length() + ")";
            return status + " " + shown.replaceAll("[^\\x20-\\x7e\\p{IsHan}]", "·");
        }
    }

    /** A request for each line, which is a status, a blank, and what the request is made of. */
    static Stream<Hostile> each(Function<String, byte[]> request, String... lines) {
        return Arrays.stream(lines)
                .map(line -> new Hostile(
                        line.substring(4),
                        Integer.parseInt(line.substring(0, 3)),
                        () -> request.apply(line.substring(4))));
    }

    /** A project to be changed; requests are made while the service runs. */
    static long project() {
        if (project == 0) {
            project = Projects.register("name", "敌意");
            last = null;
        }
        return project;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isRefused(Hostile hostile) {
        var request = hostile.request.get();
        var before = last == null ? Refusals.stored() : last;

        var reply = Wire.send(request);

        assertAll(
                reply.toString(),
                () -> assertEquals(hostile.status, reply.status()),
                () -> assertTrue(reply.has("Content-Type", "application/problem+json")),
                () -> assertTrue(reply.has("X-Content-Type-Options", "nosniff")),
                () -> assertTrue(reply.has("X-Frame-Options", "DENY")),
                () -> assertTrue(reply.has("Content-Security-Policy", "default-src 'none'") || !isOfApi(request)),
                () -> assertTrue(reply.body().startsWith("{\"type\":\"/problems/")),
                () -> assertTrue(reply.body().contains("\"title\":\"")),
                () -> assertTrue(reply.body().contains("\"status\":" + hostile.status)),
                () -> assertTrue(reply.body().contains("\"detail\":\"")));
        assertFalse(reply.has("Access-Control-Allow-Origin", ""));
        assertFalse(Refusals.INNARDS.matcher(reply.body()).find(), reply.body());
        assertTrue(reply.body().length() < LONGEST, reply.body());
        last = Refusals.stored();
        assertEquals(before, last);
    }

    /** Whether the address can be read as one of the API. */
    private static boolean isOfApi(byte[] request) {
        var line = new String(request, 0, Math.min(40, request.length), StandardCharsets.ISO_8859_1);
        return line.contains(" /api/v1/");
    }
}
