package org.investmentpipeline.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of size tiers is one for all tests, so each leaves the usual one behind. */
@QuarkusTest
class SizeTierIT {
    private static final String PATH = "/api/v1/size-tiers";
    private static final Map<String, Object> USUAL = draft(
            tier("under-100m", "0"),
            tier("100m-500m", "100000000"),
            tier("500m-1b", "500000000"),
            tier("1b-5b", "1000000000"),
            tier("5b-10b", "5000000000"),
            tier("10b-up", "10000000000"));

    private final Clock clock;

    SizeTierIT(Clock clock) {
        this.clock = clock;
    }

    @AfterEach
    void restoreTheUsualList() {
        replace(USUAL);
    }

    @Test
    void theUsualTiersRiseAndTouch() {
        given().get(PATH)
                .then()
                .statusCode(200)
                .body("items.code", contains("under-100m", "100m-500m", "500m-1b", "1b-5b", "5b-10b", "10b-up"))
                .body("items[0].lower", amount("0"))
                .body("items[2].upper", amount("1000000000"))
                .body("items[3].lower", amount("1000000000"))
                .body("items[5].lower", amount("10000000000"))
                .body("items[5].upper", nullValue());
    }

    @Test
    void theListIsReplacedWhole() {
        replace(draft(tier("small", "0"), tier("large", "99999999.99")));

        given().get(PATH)
                .then()
                .body("items.code", contains("small", "large"))
                .body("items[0].upper", amount("99999999.99"))
                .body("items[1].upper", nullValue());
    }

    @Test
    void oneTierMayHoldEverything() {
        replace(draft(tier("all", "0")));

        given().get(PATH).then().body("items.code", contains("all")).body("items[0].upper", nullValue());
    }

    @Test
    void aListKnownOnceIsKnownForEver() {
        var before = list();

        replace(draft(tier("small", "0"), tier("large", "7")));
        var between = list();
        replace(draft(tier("only", "0")));

        assertEquals(before.getList("items"), known(before).getList("items"));
        assertEquals(List.of("small", "large"), known(between).getList("items.code"));
        assertEquals(List.of("only"), list().getList("items.code"));
    }

    @Test
    void theSameListStatedAgainDoesNotMoveTheClock() {
        var first = replace(draft(tier("small", "0"), tier("large", "7")));

        var second = replace(draft(tier("small", "0"), tier("large", "7")));

        assertEquals(first.getList("items"), second.getList("items"));
        assertEquals(moment(first), moment(second));
    }

    @Test
    void codesMayChangePlaces() {
        replace(draft(tier("one", "0"), tier("two", "5")));

        var swapped = replace(draft(tier("two", "0"), tier("one", "5")));

        assertEquals(List.of("two", "one"), swapped.getList("items.code"));
    }

    @Test
    void aMomentAfterTheLastChangeMovesTheClockThere() {
        var asked = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);

        given().queryParam("knownAt", asked.toString())
                .get(PATH)
                .then()
                .statusCode(200)
                .body("knownAt", equalTo(asked.toString()));

        assertTrue(moment(replace(draft(tier("only", "0")))).isAfter(asked));
    }

    @Test
    void nobodyKnowsTheFuture() {
        given().queryParam("knownAt", clock.instant().plus(Duration.ofHours(1)).toString())
                .get(PATH)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("knownAt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12-31T23:59:59.999Z",
                "0001-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "2023-06-30",
                "2023-06-30T08:00:00",
                "yesterday",
                ""
            })
    void aMomentOutsideTheLedgerIsRefused(String knownAt) {
        given().queryParam("knownAt", knownAt)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("knownAt"));
    }

    @Test
    void theLedgerKnewTheUsualListFromItsFirstMoment() {
        given().queryParam("knownAt", "2000-01-01T00:00:00Z")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.code", hasItem("10b-up"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, items[0].lower",
        "0, 0, items[1].lower",
        "0, -1, items[1].lower",
        "0, 0.00, items[1].lower",
        "0, 0.001, items[1].lower",
        "0, 10000000000000, items[1].lower",
        "0, 1e30, items[1].lower",
        "0, 1e999999999, items[1].lower"
    })
    void edgesRiseFromZero(String first, String second, String field) {
        var before = list();

        json(draft(tier("first", first), tier("second", second)))
                .header("If-Match", "*")
                .put(PATH)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem(field));

        assertEquals(before.getList("items"), list().getList("items"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "first", "", "with space"})
    void everyTierHasACodeOfItsOwn(String code) {
        json(draft(tier("first", "0"), tier(code, "5")))
                .header("If-Match", "*")
                .put(PATH)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("items[1].code"));
    }

    @Test
    void aListHasOneTierAtLeast() {
        json(draft())
                .header("If-Match", "*")
                .put(PATH)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("items"));
    }

    @Test
    void replacingNeedsTheRevisionThatWasRead() {
        var read = given().get(PATH).header("ETag");

        json(USUAL).put(PATH).then().statusCode(428);
        json(USUAL).header("If-Match", "\"1\"").put(PATH).then().statusCode(412);
        json(draft(tier("only", "0"))).header("If-Match", read).put(PATH).then().statusCode(200);
        json(USUAL).header("If-Match", read).put(PATH).then().statusCode(412);

        assertNotEquals(read, given().get(PATH).header("ETag"));
    }

    private static JsonPath list() {
        return given().get(PATH).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath known(JsonPath list) {
        return given().queryParam("knownAt", list.getString("knownAt"))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("knownAt", equalTo(list.getString("knownAt")))
                .extract()
                .jsonPath();
    }

    private static JsonPath replace(Map<String, Object> draft) {
        return json(draft)
                .header("If-Match", "*")
                .put(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Instant moment(JsonPath list) {
        return Instant.parse(list.getString("knownAt"));
    }

    @SafeVarargs
    private static Map<String, Object> draft(Map<String, Object>... tiers) {
        return Map.of("items", Arrays.asList(tiers));
    }

    private static Map<String, Object> tier(String code, String lower) {
        return Map.of("code", code, "name", Map.of("en", "Tier " + code), "lower", new BigDecimal(lower));
    }
}
