package org.investmentpipeline.support;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds a refusal to what every refusal promises: named, in the reader's language, without innards, and nothing stored. */
public final class Refusals {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    /** What no answer tells. */
    public static final Pattern INNARDS = Pattern.compile(
            "Exception|\\bjava\\.|\\bcom\\.|\\borg\\.|\\bio\\.|\\.java\\b|\\bat line|(?i)\\bselect |\\binsert into|\\bSQL");

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

            assertEquals(status, answer.statusCode(), answer.asString());
            assertSays(status == 400 ? "/problems/invalid-request" : "/problems/refused", field, language, answer);
        }

        assertEquals(before, stored());
    }

    /** Holds an answer to the type of its problem, to the field that is named first, or none, and to the reader's language. */
    public static void assertSays(String type, @Nullable String field, String language, Response answer) {
        var body = answer.asString();
        var problem = Json.of(answer);
        assertEquals(type, problem.path("type").asText(), body);
        assertEquals(field, problem.at("/violations/0/field").textValue(), body);
        assertEquals(language, answer.header("Content-Language"));
        var sentences = new ArrayList<String>(problem.path("violations").findValuesAsText("message"));
        sentences.add(problem.path("title").asText());
        sentences.add(problem.path("detail").asText());
        assertAll(sentences.stream().map(sentence -> () -> assertSpoken(language, sentence)));
        assertFalse(INNARDS.matcher(body).find(), body);
        assertTrue(body.length() < 2_000, body);
    }

    private static void assertSpoken(String language, String sentence) {
        assertEquals(language.equals("zh"), CHINESE.matcher(sentence).find(), sentence);
    }

    /** How many projects there are and when the ledger last changed. */
    public static String stored() {
        var totals = Json.of(Projects.totals("status=ACTIVE&status=SUSPENDED&status=WITHDRAWN")
                .extract());
        return totals.at("/total/count") + " known at " + totals.path("knownAt").asText();
    }
}
