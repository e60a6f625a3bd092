package org.investmentpipeline.project;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.draft;
import static org.investmentpipeline.support.Projects.money;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patchFrom;
import static org.investmentpipeline.support.Projects.post;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who invests, and how much. Each test has a currency of its own, because rates are the whole suite's. */
@QuarkusTest
class InvestmentIT {

    @Test
    void anInvestorIsFoundOrRegisteredByName() {
        var name = code("海阔控股");

        var first = registered("investor", Map.of("name", name));
        var second = registered("investor", Map.of("name", " " + name + " "));
        var third = registered("investor", Map.of("id", first.getLong("investor.id")));

        assertEquals(first.getLong("investor.id"), second.getLong("investor.id"));
        assertEquals(name, third.getString("investor.name"));
    }

    @Test
    void anUnknownInvestorIsRefused() {
        post(draft("investor", Map.of("id", 999_999_999)))
                .statusCode(422)
                .body("violations.field", contains("investor.id"));
    }

    @Test
    void anInvestorIsNamedByOneOfNameAndId() {
        var known = registered("investor", Map.of("name", code("海阔控股"))).getLong("investor.id");

        post(draft("investor", Map.of("id", known, "name", "海阔控股")))
                .statusCode(422)
                .body("violations.field", contains("investor"));
        post(draft("investor", Map.of())).statusCode(422).body("violations.field", contains("investor"));
        post(draft("investor", Map.of("name", "  ")))
                .statusCode(422)
                .body("violations.field", contains("investor.name"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, under-100m",
        "99999999.99, under-100m",
        "100000000, 100m-500m",
        "499999999.99, 100m-500m",
        "500000000, 500m-1b",
        "999999999.99, 500m-1b",
        "1000000000, 1b-5b",
        "5000000000, 5b-10b",
        "9999999999.99, 5b-10b",
        "10000000000, 10b-up",
        "9999999999999.99, 10b-up"
    })
    void aTierHoldsItsLowerEdge(String amount, String size) {
        post(draft("investment", cny(amount)))
                .statusCode(201)
                .body("investment.amount", amount(amount))
                .body("investment.cny", amount(amount))
                .body("size", equalTo(size));
    }

    @Test
    void foreignMoneyIsConvertedAtTheRateInForceOnTheFirstDayOfLife() {
        rate("MKD", "2022-01-01", "0.11");
        rate("MKD", "2023-01-01", "0.12345678");
        rate("MKD", "2024-01-01", "0.13");

        var id = register(
                "stage",
                "SIGNED",
                "stages",
                Map.of("UNDER_NEGOTIATION", "2023-05-01", "SIGNED", "2024-02-01"),
                "agreement",
                "FRAMEWORK",
                "investment",
                money("1000000.05", "MKD"));

        project(id)
                .body("investment.amount", amount("1000000.05"))
                .body("investment.currency", equalTo("MKD"))
                .body("investment.rate", amount("0.12345678"))
                .body("investment.cny", amount("123456.79"));
    }

    @Test
    void aRateThatIsMissingIsNamedWithItsDay() {
        rate("BWP", "2023-07-01", "0.53");

        post(draft("investment", money("5", "BWP"), "stages", Map.of("UNDER_NEGOTIATION", "2023-06-30")))
                .statusCode(422)
                .body("type", equalTo("/problems/exchange-rate-missing"))
                .body("violations.field", contains("investment"))
                .body("violations[0].message", allOf(containsString("BWP"), containsString("2023-06-30")));
        post(draft("investment", money("5", "BWP"), "stages", Map.of("UNDER_NEGOTIATION", "2023-07-01")))
                .statusCode(201)
                .body("investment.cny", amount("2.65"));
    }

    @Test
    void aStatedRateNeedsNoRateInForce() {
        var investment = money("2000000", "LSL");
        investment.put("rate", new BigDecimal("0.39125"));

        post(draft("investment", investment))
                .statusCode(201)
                .body("investment.rate", amount("0.39125"))
                .body("investment.cny", amount("782500"));
    }

    @Test
    void aLaterRateRevaluesNothing() {
        rate("SZL", "2023-01-01", "0.4");
        var id = register("investment", money("100", "SZL"), "stages", Map.of("UNDER_NEGOTIATION", "2023-02-01"));

        rate("SZL", "2023-02-01", "0.5");
        patchFrom("2023-03-01", id, object("investment", money("100", "SZL"))).statusCode(200);

        project(id).body("investment.rate", amount("0.4")).body("investment.cny", amount("40"));
    }

    @Test
    void aChangedAmountTakesTheRateOfItsDay() {
        rate("NAD", "2023-01-01", "0.4");
        rate("NAD", "2023-06-01", "0.5");
        var id = register("investment", money("100", "NAD"), "stages", Map.of("UNDER_NEGOTIATION", "2023-02-01"));

        patchFrom("2023-06-01", id, object("investment", object("amount", 200))).statusCode(200);

        project(id)
                .body("investment.currency", equalTo("NAD"))
                .body("investment.rate", amount("0.5"))
                .body("investment.cny", amount("100"));
    }

    @Test
    void aWrongRateIsCorrectedByStatingIt() {
        rate("MUR", "2023-01-01", "0.4");
        var id = register("investment", money("100", "MUR"), "stages", Map.of("UNDER_NEGOTIATION", "2023-02-01"));

        patchFrom("2023-02-01", id, object("investment", object("rate", new BigDecimal("0.45"))))
                .statusCode(200);

        project(id)
                .body("investment.amount", amount("100"))
                .body("investment.currency", equalTo("MUR"))
                .body("investment.cny", amount("45"));
    }

    @Test
    void aPatchKeepsEveryDigit() {
        var id = register("investment", cny("1"));

        patchFrom(
                        project(id).extract().path("stageSince"),
                        id,
                        "{\"investment\":{\"amount\":9999999999999.99,\"currency\":\"MZN\",\"rate\":1.00000001}}")
                .statusCode(200)
                .body("investment.amount", amount("9999999999999.99"))
                .body("investment.rate", amount("1.00000001"));
        patchFrom(
                        project(id).extract().path("stageSince"),
                        id,
                        "{\"investment\":{\"amount\":0.01,\"rate\":1234567890.12345678}}")
                .statusCode(200)
                .body("investment.rate", amount("1234567890.12345678"))
                .body("investment.cny", amount("12345678.90"))
                .body("key", is(false));
    }

    /** Each part is within its limit; what they come to is not. */
    @Test
    void whatIsWorthTooMuchIsRefused() {
        post(draft("investment", object("amount", new BigDecimal("999999999999.99"), "currency", "LYD", "rate", 1000)))
                .statusCode(201)
                .body("investment.cny", amount("999999999999990"));

        Refusals.assertRefused(
                422,
                "investment",
                language -> json(draft(
                                "investment",
                                object("amount", new BigDecimal("1500000000"), "currency", "USD", "rate", 1200000000)))
                        .header("Accept-Language", language)
                        .post(Projects.PATH));
    }

    private static void rate(String currency, String on, String rate) {
        json(Map.of("currency", currency, "on", on, "rate", new BigDecimal(rate)))
                .post("/api/v1/exchange-rates")
                .then()
                .statusCode(201);
    }
}
