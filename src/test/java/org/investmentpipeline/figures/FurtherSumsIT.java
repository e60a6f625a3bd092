package org.investmentpipeline.figures;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.figures.OwnZone.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.investmentpipeline.support.Projects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Land areas and jobs, summed by stocks and flows beside the investment when they are asked for. */
@QuarkusTest
@Tag("portable")
class FurtherSumsIT {
    private static final String ALL = "investment,landArea,jobs";

    private OwnZone zone;

    @BeforeEach
    void threeProjects() {
        zone = new OwnZone();
        zone.since("2022-06-01", "100", "landArea", new BigDecimal("1200.5"), "jobs", 30);
        zone.since("2023-02-01", "200", "landArea", new BigDecimal("0.25"));
        zone.since("2023-03-01", "700000000", "jobs", 500);
    }

    @Test
    void aStockSumsThemInEachRowInTheTotalAndOnTheOtherDay() {
        var stock = zone.totals("asOf", "2023-06-30", "compare", "2022-12-31", "by", "size", "sums", ALL)
                .body();

        assertSums("1200.75", "530", stock.get("total"));
        assertSums("1200.5", "30", stock.at("/total/previous"));
        assertSums("0", "500", row(stock.get("rows"), "size", "500m-1b"));
        assertSums("0", "500", row(stock.get("atLeast"), "size", "500m-1b"));
        assertEquals(3, stock.at("/total/count").asInt());
    }

    @Test
    void aFlowSumsThemInEachIntervalSinceItsFirstDayAndInThePeriodBefore() {
        var flow = zone.flows("2023-H1", "asOf", "2023-06-30", "interval", "month", "compare", "2022-H1", "sums", ALL)
                .body();

        assertSums("0.25", "500", flow.get("total"));
        assertSums("1200.5", "30", flow.at("/total/previous"));
        assertSums("0.25", "0", flow.at("/series/1/total"));
        assertSums("0.25", "500", flow.at("/series/2/total/cumulative"));
    }

    @Test
    void theyAreThoseOfTheDayOfTheAnswer() {
        var id = zone.since("2022-01-01", "1", "jobs", 7);
        Projects.patchFrom("2023-04-01", id, Map.of("jobs", 1_000)).statusCode(200);

        assertSums(
                null, "537", zone.totals("asOf", "2023-03-31", "sums", "jobs").at("/total"));
        assertSums(
                null, "1530", zone.totals("asOf", "2023-04-01", "sums", "jobs").at("/total"));
    }

    @Test
    void theyAreLeftOutUnlessTheyAreAskedFor() {
        var plain = zone.totals("asOf", "2023-06-30");

        assertSums(null, null, plain.at("/total"));
        assertEquals(
                plain.text(),
                zone.totals("asOf", "2023-06-30", "sums", "investment").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"land", "jobs,jobs", "jobs,", "investment;jobs", "JOBS"})
    void anUnknownOrRepeatedSumIsRefused(String sums) {
        for (var path : new String[] {"totals", "flows?period=2023"}) {
            given().queryParam("sums", sums)
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("sums"))
                    .body("violations[0].message", containsString("investment, landArea, jobs"));
        }
    }

    @ParameterizedTest
    @CsvSource({"conversion?signedIn=2023", "bridge?period=2023", "lead-times?from=SIGNED&to=COMPLETED&period=2023"})
    void otherFiguresKnowNoSums(String figure) {
        given().get("/api/v1/" + figure + "&sums=jobs").then().statusCode(400);
    }

    @Test
    void theTagOfAnAnswerTellsItsSumsApart() {
        assertNotEquals(tag(""), tag("&sums=jobs"));
        assertEquals(tag(""), tag("&sums=investment"));
    }

    private static String tag(String sums) {
        return given().get("/api/v1/totals?asOf=2023-06-30&knownAt=2023-01-01T00:00:00Z" + sums)
                .header("ETag");
    }

    private static void assertSums(@Nullable String landArea, @Nullable String jobs, JsonNode counted) {
        assertSum(landArea, "landArea", counted);
        assertSum(jobs, "jobs", counted);
    }

    private static void assertSum(@Nullable String expected, String name, JsonNode counted) {
        if (expected == null) {
            assertFalse(counted.has(name), counted::toString);
        } else {
            assertEquals(
                    0, new BigDecimal(expected).compareTo(counted.at("/" + name).decimalValue()), counted::toString);
        }
    }
}
