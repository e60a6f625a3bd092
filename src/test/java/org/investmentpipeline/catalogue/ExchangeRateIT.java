package org.investmentpipeline.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rates here are of Iceland's krona, which no other test uses, each on a day of its own. */
@QuarkusTest
class ExchangeRateIT {
    private static final String PATH = "/api/v1/exchange-rates";
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Test
    void aRateIsGivenFromADayOn() {
        var on = day();

        var location = json(draft("ISK", on, "0.05321234"))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Location", startsWith(PATH + "/"))
                .header("ETag", "\"0\"")
                .extract()
                .header("Location");

        given().get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("currency", equalTo("ISK"))
                .body("on", equalTo(on))
                .body("rate", amount("0.05321234"));
    }

    @Test
    void aCurrencyHasOneRateADay() {
        var on = day();
        json(draft("ISK", on, "0.05")).post(PATH).then().statusCode(201);

        json(draft("ISK", on, "0.06")).post(PATH).then().statusCode(409).body("type", equalTo("/problems/duplicate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CNY", "usd", "US", "USDX", "ZZZ", "", "人民币"})
    void aRateIsOfAForeignCurrencyOfIso4217(String currency) {
        json(draft(currency, day(), "1"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("currency"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1", "0.000000001", "100000000000", "1e30", "1e999999999", "1e-999999999"})
    void aRateIsPositiveAndExact(String rate) {
        json(draft("ISK", day(), rate)).post(PATH).then().statusCode(422).body("violations[0].field", equalTo("rate"));
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01, 201", "2999-12-31, 201", "2024-02-29, 201", "1899-12-31, 400", "3000-01-01, 400"})
    void aRateIsOfADayFrom1900To2999(String on, int status) {
        json(draft("SEK", on, "0.7")).post(PATH).then().statusCode(status);
    }

    @Test
    void aRateIsPutRight() {
        var path = rateOf("0.05");

        json(Map.of("rate", 1)).put(path).then().statusCode(428);
        json(Map.of("rate", 1)).header("If-Match", "\"3\"").put(path).then().statusCode(412);
        json(Map.of("rate", new BigDecimal("0.055")))
                .header("If-Match", "\"0\"")
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("rate", amount("0.055"));

        given().get(path).then().header("ETag", "\"1\"").body("rate", amount("0.055"));
    }

    @Test
    void aRateIsDeleted() {
        var path = rateOf("0.05");

        given().delete(path).then().statusCode(428);
        given().header("If-Match", "\"0\"").delete(path).then().statusCode(204);

        given().get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"0, 404", "-1, 404", "999999999999999999, 404", "9999999999999999999, 400", "abc, 400", "１, 400"})
    void aRateThatIsNotThereIsNotFound(String id, int status) {
        given().get(PATH + "/{id}", id).then().statusCode(status);
    }

    @Test
    void pagesGoByCurrencyAndDay() {
        for (var i = 0; i < 4; i++) {
            rateOf("0.05");
        }

        var keys = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var request = given().queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get(PATH).then().statusCode(200).extract().jsonPath();
            keys.addAll(page.<Map<String, Object>>getList("items").stream()
                    .map(rate -> rate.get("currency") + " " + rate.get("on"))
                    .toList());
            cursor = page.getString("next");
        } while (cursor != null);

        assertTrue(keys.size() >= 4);
        assertEquals(keys.stream().distinct().sorted().toList(), keys);
    }

    @Test
    void aCursorThatNoPageGaveIsRefused() {
        for (var text : List.of("ISK", "ISK\n", "ISK\n2023-02-30", "ISK\n2023-01-01\n", "\0\n2023-01-01")) {
            var cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            given().queryParam("cursor", cursor)
                    .get(PATH)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("cursor"));
        }
    }

    private static String rateOf(String rate) {
        return json(draft("ISK", day(), rate))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static String day() {
        return LocalDate.of(1950, 1, 1).plusDays(DAYS.incrementAndGet()).toString();
    }

    private static Map<String, Object> draft(String currency, String on, String rate) {
        return Map.of("currency", currency, "on", on, "rate", new BigDecimal(rate));
    }
}
