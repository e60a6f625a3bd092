package org.investmentpipeline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Holds a refusal to what every refusal promises: named, in the reader's language, without innards, and nothing stored. */
public final class Refusals {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    /** What no answer tells. */
    public static final Pattern INNARDS = Pattern.compile(
            "Exception|\\bjava\\.|\\bcom\\.|\\borg\\.|\\bio\\.|\\.java\\b|(?i)\\bselect |\\binsert into|\\bSQL");

    private Refusals() {}

    /** A call by a reader of a language. */
    @FunctionalInterface
    public interface Call {
        Response by(String language);
    }

    /** Calls once in each language. */
    public static void assertRefused(int status, String field, Call call) {
        var before = stored();

        for (var language : List.of("en", "zh")) {
            var answer = call.by(language);

            var body = answer.asString();
            assertEquals(status, answer.statusCode(), body);
            assertEquals(status == 400 ? "/problems/invalid-request" : "/problems/refused", answer.path("type"), body);
            assertEquals(language, answer.header("Content-Language"));
            assertEquals(field, answer.path("violations[0].field"), body);
            assertSpoken(language, answer);
            assertFalse(INNARDS.matcher(body).find(), body);
            assertTrue(body.length() < 2_000, body);
        }

        assertEquals(before, stored());
    }

    private static void assertSpoken(String language, Response answer) {
        var sentences = new ArrayList<String>(answer.<List<String>>path("violations.message"));
        sentences.add(answer.path("title"));
        sentences.add(answer.path("detail"));
        for (var sentence : sentences) {
            assertEquals(language.equals("zh"), CHINESE.matcher(sentence).find(), sentence);
        }
    }

    /** How many projects there are and when the ledger last changed. */
    public static String stored() {
        var answer = Projects.totals("status=ACTIVE&status=SUSPENDED&status=WITHDRAWN")
                .extract();
        return answer.path("total.count") + " known at " + answer.path("knownAt");
    }
}
