package org.investmentpipeline.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.department;
import static org.investmentpipeline.support.Fixtures.departmentBelow;
import static org.investmentpipeline.support.Fixtures.draft;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.sector;
import static org.investmentpipeline.support.Fixtures.sectorBelow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.investmentpipeline.support.Projects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CatalogueIT {
    private static final String SECTORS = "/api/v1/sectors";
    private static final String DEPARTMENTS = "/api/v1/departments";

    @ParameterizedTest
    @ValueSource(strings = {SECTORS, "/api/v1/zones", DEPARTMENTS})
    void aNewEntryIsFoundWhereItsLocationSays(String path) {
        var code = code("新能源");

        var location = json(draft(code))
                .post(path)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("code", equalTo(code))
                .body("name.zh", equalTo("名称" + code))
                .body("active", is(true))
                .extract()
                .header("Location");

        assertTrue(location.startsWith(path + "/"), location);
        given().urlEncodingEnabled(false)
                .get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/sectors, en, There is no sector 999999999.",
        "/api/v1/sectors, zh, 没有产业 999999999。",
        "/api/v1/zones, zh, 没有片区 999999999。",
        "/api/v1/departments, zh, 没有责任单位 999999999。",
        "/api/v1/exchange-rates, en, There is no exchange rate 999999999.",
        "/api/v1/exchange-rates, zh, 没有汇率 999999999。"
    })
    void anUnknownEntryIsAProblemInTheLanguageOfTheReader(String path, String language, String detail) {
        given().header("Accept-Language", language)
                .get(path + "/999999999")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"))
                .body("detail", equalTo(detail));
    }

    @Test
    void aNewInstallationKnowsTheUsualSectors() {
        given().get(SECTORS + "/semiconductors").then().statusCode(200).body("name.zh", equalTo("集成电路"));
    }

    @Test
    void oneLanguageIsEnoughForAName() {
        var chinese = Map.of("code", code("only-zh"), "name", Map.of("zh", "低空经济"));
        var english = Map.of("code", code("only-en"), "name", Map.of("en", "Low-altitude economy"));

        json(chinese).post(SECTORS).then().statusCode(201).body("name.en", equalTo("低空经济"));
        json(english).post(SECTORS).then().statusCode(201).body("name.zh", equalTo("Low-altitude economy"));
    }

    @Test
    void aNameWithoutEitherLanguageIsRefused() {
        json(Map.of("code", code("nameless"), "name", Map.of()))
                .post(SECTORS)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SECTORS, "/api/v1/zones", DEPARTMENTS})
    void theWordForAbsenceNamesNoEntry(String path) {
        json(draft("unknown"))
                .post(path)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/refused"))
                .body("violations[0].field", equalTo("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", ".a", "a b", "a/b", "a%b", "a?b", "😀"})
    void aCodeIsMadeOfLettersAndDigits(String code) {
        json(draft(code)).post(SECTORS).then().statusCode(422).body("violations[0].field", equalTo("code"));
    }

    @ParameterizedTest
    @CsvSource({"en, 'letters, digits,'", "zh, 字母、汉字、数字"})
    void theRuleOfACodeIsSaidInWords(String language, String rule) {
        json(draft("a b"))
                .header("Accept-Language", language)
                .post(SECTORS)
                .then()
                .statusCode(422)
                .body("violations[0].message", allOf(containsString("'a b'"), containsString(rule)));
    }

    @Test
    void aCodeHasAtMost64Characters() {
        var longest = code("x".repeat(55));

        json(draft(longest)).post(SECTORS).then().statusCode(201).body("code", equalTo(longest));
        json(draft(longest + "x")).post(SECTORS).then().statusCode(422).body("violations[0].field", equalTo("code"));
    }

    /** A letter outside of the basic plane is one character, though Java and the embedded database have two units for it. */
    @ParameterizedTest
    @CsvSource({"64, 201", "65, 422"})
    void aRareLetterCountsOnce(int letters, int status) {
        json(draft("𠀀".repeat(letters))).post(SECTORS).then().statusCode(status);
    }

    @Test
    void aCodeHasNoControlCharacters() {
        json(draft("a\tb")).post(SECTORS).then().statusCode(400).body("violations[0].field", equalTo("code"));
    }

    @Test
    void aCodeIsTakenOnlyOnce() {
        var sector = sector();

        json(draft(sector)).post(SECTORS).then().statusCode(409).body("type", equalTo("/problems/duplicate"));
    }

    @Test
    void anEntryIsRenamedAndDeactivatedButItsCodeStays() {
        var path = SECTORS + "/" + sector();
        var change = Map.of("name", Map.of("zh", "新名", "en", "New name"), "active", false);

        json(change)
                .header("If-Match", "\"0\"")
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name.zh", equalTo("新名"))
                .body("active", is(false));

        given().get(path).then().header("ETag", "\"1\"").body("name.en", equalTo("New name"));
        json(Map.of("code", "other", "name", Map.of("en", "x"), "active", true))
                .header("If-Match", "\"1\"")
                .put(path)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("code"));
    }

    @Test
    void aChangeNeedsTheRevisionThatWasRead() {
        var path = SECTORS + "/" + sector();
        var change = Map.of("name", Map.of("en", "Changed"), "active", true);

        json(change).put(path).then().statusCode(428).body("type", equalTo("/problems/version-required"));
        json(change)
                .header("If-Match", "\"7\"")
                .put(path)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-version"));
        given().delete(path).then().statusCode(428);
        given().header("If-Match", "\"7\"").delete(path).then().statusCode(412);

        given().get(path).then().statusCode(200).header("ETag", "\"0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "*", "\"5\", \"0\""})
    void anUnusedEntryIsDeleted(String ifMatch) {
        var path = SECTORS + "/" + sector();

        given().header("If-Match", ifMatch).delete(path).then().statusCode(204);

        given().get(path).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        given().header("If-Match", "\"0\"").delete(path).then().statusCode(404);
    }

    @Test
    void departmentsStandBelowOneAnother() {
        var bureau = department();
        var section = departmentBelow(bureau);

        given().get(DEPARTMENTS + "/" + bureau).then().body("parent", nullValue());
        given().get(DEPARTMENTS + "/" + section).then().body("parent", equalTo(bureau));
    }

    @Test
    void aDepartmentMovesWhileNothingUsesIt() {
        var bureau = department();
        var section = department();

        moved(section, bureau).then().statusCode(200).body("parent", equalTo(bureau));

        given().header("If-Match", "*")
                .delete(DEPARTMENTS + "/" + bureau)
                .then()
                .statusCode(409);
    }

    @Test
    void departmentsFormNoCycle() {
        var top = department();
        var middle = departmentBelow(top);
        var bottom = departmentBelow(middle);

        for (var below : List.of(top, middle, bottom)) {
            moved(top, below).then().statusCode(422).body("violations[0].field", equalTo("parent"));
        }

        given().get(DEPARTMENTS + "/" + top).then().body("parent", nullValue());
    }

    @Test
    void aDepartmentNeedsAParentThatExists() {
        var draft = draft(code("orphan"));
        draft.put("parent", "nobody-of-this-name");

        json(draft).post(DEPARTMENTS).then().statusCode(422).body("violations[0].field", equalTo("parent"));
    }

    @Test
    void aDepartmentIsNotItsOwnParentFromTheStart() {
        var draft = draft(code("self"));
        draft.put("parent", draft.get("code"));

        json(draft).post(DEPARTMENTS).then().statusCode(422).body("violations[0].field", equalTo("parent"));
    }

    @Test
    void sectorsFormATreeWithoutCycles() {
        var industry = sector();
        var below = sectorBelow(industry);
        var lowest = sectorBelow(below);
        given().get(SECTORS + "/" + industry).then().body("parent", nullValue());
        given().get(SECTORS + "/" + below).then().body("parent", equalTo(industry));

        for (var each : List.of(industry, below, lowest, "no-such-sector")) {
            moved(SECTORS, industry, each).then().statusCode(422).body("violations[0].field", equalTo("parent"));
        }

        given().header("If-Match", "*").delete(SECTORS + "/" + below).then().statusCode(409);
        moved(SECTORS, lowest, industry).then().statusCode(200).body("parent", equalTo(industry));
        given().header("If-Match", "*").delete(SECTORS + "/" + below).then().statusCode(204);
    }

    @Test
    void theParentOfASectorInUseIsFixed() {
        var industry = sector();
        var middle = sectorBelow(industry);
        var lowest = sectorBelow(middle);
        Projects.registered("sector", lowest);

        for (var used : List.of(lowest, middle)) {
            moved(SECTORS, used, null).then().statusCode(409).body("type", equalTo("/problems/in-use"));
        }

        moved(SECTORS, lowest, middle).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500})
    void pagesTogetherHoldEveryEntryOnceInOrder(int limit) {
        var mine = Stream.generate(() -> sector()).limit(5).sorted().toList();

        var codes = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var request = given().queryParam("limit", limit);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get(SECTORS).then().statusCode(200).extract().jsonPath();
            List<String> found = page.getList("items.code");
            assertTrue(found.size() <= limit, () -> found.size() + " of at most " + limit);
            codes.addAll(found);
            cursor = page.getString("next");
        } while (cursor != null);

        assertEquals(codes.stream().distinct().sorted().toList(), codes);
        assertTrue(codes.containsAll(mine));
    }

    @ParameterizedTest
    @MethodSource("wrongCursors")
    void aCursorThatNoPageGaveIsRefused(String cursor) {
        given().queryParam("cursor", cursor)
                .get(SECTORS)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("violations[0].field", equalTo("cursor"));
    }

    static List<String> wrongCursors() {
        return List.of("%%%", "ä", "a b", "A", base64("one\0two"), base64("nul\0"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static io.restassured.response.Response moved(String department, @Nullable String parent) {
        return moved(DEPARTMENTS, department, parent);
    }

    private static io.restassured.response.Response moved(String path, String code, @Nullable String parent) {
        var change = new HashMap<String, Object>(Map.of("name", Map.of("en", "Moved"), "active", true));
        change.put("parent", parent);
        return given().contentType(ContentType.JSON)
                .body(change)
                .header("If-Match", "*")
                .put(path + "/" + code);
    }
}
