package org.investmentpipeline.input.text;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patch;
import static org.investmentpipeline.support.Projects.post;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Json;
import org.investmentpipeline.support.Projects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths are in characters, a text that shows nothing is blank, and some characters are in no text; on both databases. */
@QuarkusTest
class TextRulesIT {
    private static final String EMOJI = "😀";
    private static final String SECTORS = "/api/v1/sectors";

    @ParameterizedTest(name = "{0} of {1} emoji")
    @CsvSource({"name, 200", "summary, 4000", "leader, 100", "officer, 100", "investor, 200"})
    void aTextHasAsManyCharactersAsItsBoundSays(String field, int bound) {
        var zone = Fixtures.zone();

        post(draft(field, EMOJI.repeat(bound), zone)).statusCode(201);
        post(draft(field, EMOJI.repeat(bound + 1), zone))
                .statusCode(422)
                .body("violations[0].field", equalTo(field.equals("investor") ? "investor.name" : field));

        var id = Projects.register("name", "长度");
        patch(id, object(field, value(field, EMOJI.repeat(bound)))).statusCode(200);
        patch(id, object(field, value(field, EMOJI.repeat(bound + 1)))).statusCode(422);
        patch(id, object(field, value(field, "𠮷".repeat(bound)))).statusCode(200);
    }

    @Test
    void aCodeOf64EmojiIsACode() {
        var code = (EMOJI.repeat(28) + UUID.randomUUID());
        assertEquals(64, Text.length(code));

        var id = register("code", code);
        patch(id, object("code", "𠮷" + code.substring(2))).statusCode(200);
        post(Projects.draft("code", code + EMOJI)).statusCode(422).body("violations[0].field", equalTo("code"));
    }

    @Test
    void aListOfLongNamesIsPaged() {
        var mark = Fixtures.code("m");
        Stream.of("a", "b").forEach(each -> register("name", EMOJI.repeat(185) + mark + each));

        var first = given().queryParam("q", mark)
                .queryParam("sort", "name,code")
                .queryParam("limit", 1)
                .get(Projects.PATH)
                .then()
                .statusCode(200)
                .extract();
        given().queryParam("q", mark)
                .queryParam("sort", "name,code")
                .queryParam("cursor", Json.of(first).path("next").asText())
                .get(Projects.PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));

        given().queryParam("q", EMOJI.repeat(200)).get(Projects.PATH).then().statusCode(200);
        given().queryParam("q", EMOJI.repeat(201)).get(Projects.PATH).then().statusCode(400);
    }

    @Test
    void aCatalogueCountsCharacters() {
        var code = "𠮷".repeat(28) + UUID.randomUUID();
        var name = Map.of("zh", EMOJI.repeat(100), "en", EMOJI.repeat(100));

        json(Map.of("code", code, "name", name)).post(SECTORS).then().statusCode(201);
        register("sector", code);
        json(Map.of("code", Fixtures.code("s"), "name", Map.of("zh", EMOJI.repeat(101))))
                .post(SECTORS)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("name.zh"));
        json(Map.of("code", "𠮷" + code, "name", name)).post(SECTORS).then().statusCode(422);
    }

    @Test
    void aReasonAndANoteCountCharacters() {
        var id = register();
        var path = Projects.PATH + "/" + id + "/status";

        for (var status : List.of("SUSPENDED", "WITHDRAWN")) {
            json(Map.of("status", status, "reason", EMOJI.repeat(500)))
                    .put(path)
                    .then()
                    .statusCode(200);
        }
        json(Map.of("status", "SUSPENDED", "reason", EMOJI.repeat(501)))
                .put(path)
                .then()
                .statusCode(422);
        var move = Projects.PATH + "/" + id + "/moves/1?reason=";
        given().delete(move + EMOJI.repeat(500)).then().statusCode(404);
        given().delete(move + "x".repeat(501)).then().statusCode(422).body("violations[0].field", equalTo("reason"));
        given().delete(move + "\u200B").then().statusCode(422).body("violations[0].field", equalTo("reason"));
    }

    static Stream<Arguments> nothings() {
        return Stream.of("\u200B", "\uFEFF", "\u3164", "\u2800", "\u00A0\u3000", "\u200D\u2060\u00AD", "\uFE0F")
                .flatMap(text -> Stream.of("name", "leader", "officer", "investor", "code")
                        .map(field -> Arguments.of(
                                field,
                                text,
                                text.codePoints().mapToObj("U+%04X"::formatted).toList())));
    }

    @ParameterizedTest(name = "{0} of {2}")
    @MethodSource("nothings")
    void aTextThatShowsNothingIsBlank(String field, String text, List<String> shown) {
        var named = field.equals("investor") ? "investor.name" : field;
        var id = register();

        assertRefused(
                422,
                named,
                language -> json(draft(field, text, null))
                        .header("Accept-Language", language)
                        .post(Projects.PATH));
        assertRefused(
                422,
                named,
                language -> given().header("If-Match", "*")
                        .header("Accept-Language", language)
                        .contentType("application/merge-patch+json")
                        .body(object(field, value(field, text)))
                        .patch(Projects.PATH + "/" + id));
    }

    @Test
    void ofACatalogueAndATokenToo() {
        for (var text : List.of("\u200B", "\uFEFF", "\u3164", "\u2800")) {
            json(Map.of("code", Fixtures.code("s"), "name", Map.of("zh", text)))
                    .post(SECTORS)
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("name.zh"));
            json(Map.of("code", text, "name", Map.of("zh", "名")))
                    .post(SECTORS)
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("code"));
            json(Map.of("status", "SUSPENDED", "reason", text))
                    .put(Projects.PATH + "/" + register() + "/status")
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("reason"));
        }
    }

    @Test
    void whatShowsNothingAtTheEndsOfANameIsLeftOut() {
        post(draft("name", "\uFEFF 滨江\u200B园 \u200B", null)).statusCode(201).body("name", equalTo("滨江\u200B园"));
        post(draft("name", "红心❤\uFE0F", null)).statusCode(201).body("name", equalTo("红心❤\uFE0F"));
        post(draft("leader", "\u200B王力\u3000", null)).statusCode(201).body("leader", equalTo("王力"));
        post(draft("leader", "\u200Bunknown", null)).statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0007", "\\u001b", "\\u007f", "\\u0085", "\\u202e", "\\u2066", "\\ufff9", "\\u2028", "\\uffff", "\\n"
            })
    void aCharacterThatMisleadsIsInNoText(String escape) {
        for (var field : List.of("name", "nameEn", "code", "leader", "officer", "summary")) {
            if (field.equals("summary") && List.of("\\n", "\\u2028").contains(escape)) {
                continue;
            }
            var body = "{\"name\":\"工程\",\"%s\":\"a%sb\"}".formatted(field, escape);
            assertRefused(
                    400,
                    field,
                    language -> json(field.equals("name") ? body.replace("\"name\":\"工程\",", "") : body)
                            .header("Accept-Language", language)
                            .post(Projects.PATH));
        }
        assertRefused(
                400,
                "name.zh",
                language -> json("{\"code\":\"%s\",\"name\":{\"zh\":\"a%sb\"}}".formatted(Fixtures.code("s"), escape))
                        .header("Accept-Language", language)
                        .post(SECTORS));
    }

    @Test
    void aSummaryHasLines() {
        var lines = "第一期\n\t第二期\r\n第三期\u2028第四期\u2029";

        post(draft("summary", lines, null)).statusCode(201).body("summary", equalTo(lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u202E", "\u0085", "\uFFFF"})
    void aQueryHasNoneEither(String character) {
        given().queryParam("q", "a" + character)
                .get(Projects.PATH)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("q"));
    }

    private static Map<String, @Nullable Object> draft(String field, String text, @Nullable String zone) {
        return Projects.draft(field, value(field, text), "zone", zone);
    }

    private static Object value(String field, String text) {
        return field.equals("investor") ? Map.of("name", text) : text;
    }
}
