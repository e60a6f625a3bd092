package org.investmentpipeline.figures;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.figures.OwnZone.assertCounted;
import static org.investmentpipeline.figures.OwnZone.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures as they are published: compared with any day or period, with shares, averages, and decimals as asked. */
@QuarkusTest
@Tag("portable")
class ComparedStockIT {
    private OwnZone zone;

    @BeforeEach
    void aZone() {
        zone = new OwnZone();
    }

    @Test
    void aStockIsComparedWithThatOfAnotherDay() {
        var first = zone.since("2022-06-01", "100000000");
        var second = zone.since("2022-09-01", "200000000");
        var third = zone.since("2023-02-01", "600000000");

        var stock = zone.totals("asOf", "2023-06-30", "compare", "2022-12-31", "by", "size")
                .body();

        assertEquals("2022-12-31", stock.get("comparedWith").asText());
        zone.assertCounts(stock.get("total"), first, second, third);
        zone.assertCounts(stock.at("/total/previous"), first, second);
        assertPercent("50.0", "200.0", stock.at("/total/change"));
        var larger = row(stock.get("rows"), "size", "500m-1b");
        zone.assertCounts(larger, third);
        assertCounted(0, "0", larger.get("previous"));
        assertPercent("null", "null", larger.get("change"));
        zone.assertCounts(row(stock.get("atLeast"), "size", "100m-500m").get("previous"), first, second);
    }

    @Test
    void aStockIsComparedWithTheSameDayOfTheYearBefore() {
        zone.since("2022-06-30", "4");
        zone.since("2022-07-01", "4");

        var stock =
                zone.totals("asOf", "2023-06-30", "compare", "previous-year").body();

        assertEquals("2022-06-30", stock.get("comparedWith").asText());
        assertCounted(1, "4", stock.at("/total/previous"));
        assertFalse(zone.totals().body().at("/total").has("previous"));
    }

    @Test
    void aFlowIsComparedWithAnyPeriodAndARunningOneWithAsManyDays() {
        zone.since("2019-03-31", "100");
        var late = zone.since("2019-06-30", "300");
        zone.since("2023-02-01", "150");

        var whole = zone.flows("2023-H1", "compare", "2019-H1", "asOf", "2023-12-31")
                .body();
        var running = zone.flows("2023-H1", "compare", "2019-H1", "asOf", "2023-03-31")
                .body();
        var other = zone.flows("2023-H1", "compare", "2019-Q2", "asOf", "2023-12-31")
                .body();

        assertEquals("2019-H1", whole.at("/comparedWith/period").asText());
        assertCounted(2, "400", whole.at("/total/previous"));
        assertPercent("-50.0", "-62.5", whole.at("/total/change"));
        assertEquals("2019-03-31", running.at("/comparedWith/to").asText());
        assertCounted(1, "100", running.at("/total/previous"));
        assertEquals("2019-Q2", other.at("/comparedWith/period").asText());
        zone.assertCounts(other.at("/total/previous"), late);
    }

    @Test
    void rowsHaveTheirShareOfTheTotalAndTheirAverage() {
        zone.since("2023-02-01", "100000000");
        zone.since("2023-02-01", "600000000");
        zone.since("2023-02-01", "800000000.01");
        zone.register();

        for (var figure : new JsonNode[] {
            zone.totals("by", "size", "asOf", "2023-06-30").body(),
            zone.flows("2023", "by", "size").body()
        }) {
            var larger = row(figure.get("rows"), "size", "500m-1b");
            assertPercent("50.0", "93.3", larger.get("share"));
            assertEquals("700000000.01", larger.get("average").decimalValue().toPlainString());
            assertPercent(
                    "25.0", "0.0", row(figure.get("rows"), "size", "unknown").get("share"));
            assertPercent("0.0", "0.0", row(figure.get("rows"), "size", "1b-5b").get("share"));
            assertTrue(row(figure.get("rows"), "size", "1b-5b").get("average").isNull());
            assertPercent(
                    "75.0",
                    "100.0",
                    row(figure.get("atLeast"), "size", "100m-500m").get("share"));
            assertEquals("375000000", figure.at("/total/average").decimalValue().toPlainString());
        }
    }

    @Test
    void thereIsNoShareOfNothing() {
        var figure = zone.totals("by", "stage").body();

        assertPercent("null", "null", row(figure.get("rows"), "stage", "SIGNED").get("share"));
    }

    @Test
    void percentagesHaveTheDecimalsThatAreAsked() {
        zone.since("2022-02-01", "3");
        zone.since("2023-02-01", "1");
        zone.since("2023-02-01", "1");
        zone.register(
                "stage",
                "SIGNED",
                "stages",
                Map.of("SIGNED", "2023-03-01"),
                "agreement",
                "FORMAL",
                "investment",
                OwnZone.cny("1"));

        assertPercent("25", "17", shareOfSigned("0"));
        assertPercent("25.0", "16.7", shareOfSigned("1"));
        assertPercent("25.00", "16.67", shareOfSigned("2"));
        for (var share : Map.of(
                        "0", "25,\"investment\":17", "1", "25.0,\"investment\":16.7", "2", "25.00,\"investment\":16.67")
                .entrySet()) {
            var text = zone.totals("by", "stage", "asOf", "2023-06-30", "decimals", share.getKey())
                    .text();
            assertTrue(text.contains("\"share\":{\"count\":" + share.getValue() + "}"), text);
        }
        var flow = zone.flows("2023", "compare", "2022", "decimals", "2", "stage", "UNDER_NEGOTIATION");
        assertPercent("100.00", "-33.33", flow.body().at("/total/change"));
        var conversion =
                zone.figure("conversion", "signedIn", "2023", "decimals", "0").body();
        assertPercent("0", "0", conversion.at("/total/completed/rate"));
    }

    @Test
    void anAnswerWithOtherDecimalsOrAnotherDayHasAnotherETag() {
        var plain = etag();

        assertEquals(plain, etag("decimals", "1"));
        assertNotEquals(plain, etag("decimals", "2"));
        assertNotEquals(plain, etag("compare", "2022-12-31"));
        assertNotEquals(etag("compare", "2022-12-30"), etag("compare", "2022-12-31"));
    }

    private JsonNode shareOfSigned(String decimals) {
        var figure = zone.totals("by", "stage", "asOf", "2023-06-30", "decimals", decimals);
        return row(figure.body().get("rows"), "stage", "SIGNED").get("share");
    }

    private String etag(Object... parameters) {
        return given().get(zone.address("totals", parameters)).header("ETag");
    }

    private static void assertPercent(String count, String investment, JsonNode percent) {
        assertEquals(
                count.equals("null") ? count : plain(new BigDecimal(count)),
                text(percent.get("count")),
                percent::toString);
        assertEquals(
                investment.equals("null") ? investment : plain(new BigDecimal(investment)),
                text(percent.get("investment")),
                percent::toString);
    }

    /** As a number: the reader of JSON drops zeros at the end. */
    private static String text(JsonNode number) {
        return number.isNull() ? "null" : plain(number.decimalValue());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
