package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.OwnZone.assertCounted;
import static org.investmentpipeline.figures.OwnZone.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.investmentpipeline.support.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flows as series: no interval is missing, each counts its own days, and all together are the whole. */
@QuarkusTest
@Tag("portable")
class SeriesIT {
    private OwnZone zone;

    @BeforeEach
    void aZone() {
        zone = new OwnZone();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "2023, half, 2, 2023-H1, 2023-H2",
        "2023, quarter, 4, 2023-Q1, 2023-Q4",
        "2023, month, 12, 2023-01, 2023-12",
        "2023, year, 1, 2023, 2023",
        "2023-Q1, xun, 9, 2023-01-X1, 2023-03-X3",
        "2023-02, xun, 3, 2023-02-X1, 2023-02-X3",
        "2023-W26, month, 2, 2023-06, 2023-07",
        "2022-12-30..2023-01-02, week, 2, 2022-W52, 2023-W01",
        "2022-12-30..2023-01-02, year, 2, 2022, 2023",
        "2023-06-15..2023-06-15, week, 1, 2023-W24, 2023-W24"
    })
    void aSeriesHasEveryIntervalWhetherAnythingIsInItOrNot(
            String period, String interval, int count, String first, String last) {
        var flow = zone.flows(period, "interval", interval, "by", "stage", "asOf", "2023-12-31")
                .body();

        var series = flow.get("series");
        assertEquals(count, series.size());
        assertEquals(first, series.at("/0/interval").asText());
        assertEquals(last, series.get(count - 1).get("interval").asText());
        for (var step : series) {
            assertEquals(values(flow.get("rows"), "stage"), values(step.get("rows"), "stage"));
            assertCounted(0, "0", step.get("total"));
            assertCounted(0, "0", step.at("/total/cumulative"));
            assertFalse(step.at("/total").has("change"), step::toString);
        }
    }

    @Test
    void aSeriesSumsToTheWholeAndCumulatesToIt() {
        zone.since("2023-01-31", "1");
        zone.since("2023-02-01", "20");
        zone.since("2023-06-30", "300");
        zone.since("2023-07-01", "4000");

        var flow = zone.flows("2023-H1", "interval", "month").body();

        assertCounted(3, "321", flow.get("total"));
        assertEquals(List.of(1, 1, 0, 0, 0, 1), counts(flow, "/total/count"));
        assertEquals(List.of(1, 21, 21, 21, 21, 321), counts(flow, "/total/cumulative/investment"));
        flow.get("series").forEach(step -> {
            assertEquals(step.get("to").asText(), endOf(step.at("/total/cumulative/projects")));
            assertCutThere(step);
        });
    }

    /** What is cumulated is what the figure itself says of the period as cut on that day. */
    private void assertCutThere(JsonNode step) {
        var cut = zone.flows("2023-H1", "asOf", step.get("to").asText()).at("/total");
        var cumulative = step.at("/total/cumulative");
        assertEquals(cut.get("count"), cumulative.get("count"));
        assertEquals(cut.get("investment"), cumulative.get("investment"));
    }

    @Test
    void theDayOfTheAnswerEndsTheSeries() {
        var before = zone.since("2023-03-15", "1");
        zone.since("2023-03-16", "2");
        zone.since("2023-04-01", "4");

        var flow = zone.flows("2023", "interval", "month", "asOf", "2023-03-15").body();

        assertEquals(List.of("2023-01", "2023-02", "2023-03"), values(flow.get("series"), "interval"));
        assertEquals("2023-03-31", flow.at("/series/2/to").asText());
        zone.assertCounts(flow.at("/series/2/total"), before);
        zone.assertCounts(flow.at("/series/2/total/cumulative"), before);
        zone.assertCounts(flow.get("total"), before);
    }

    @Test
    void aSeriesOfAPeriodThatHasNotBegunIsEmpty() {
        var flow = zone.flows("2023-H2", "interval", "week", "compare", "previous-year", "asOf", "2023-06-30")
                .body();

        assertEquals(0, flow.get("series").size());
        assertCounted(0, "0", flow.get("total"));
        assertTrue(flow.at("/total/change/count").isNull());
        assertFalse(flow.get("total").has("previous"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2023, 2022-W52, 2023-01-01, 2023-01-01, 2023-W52, 2023-12-25, 2023-12-31",
        "2020, 2020-W01, 2020-01-01, 2020-01-05, 2020-W53, 2020-12-28, 2020-12-31",
        "2021, 2020-W53, 2021-01-01, 2021-01-03, 2021-W52, 2021-12-27, 2021-12-31"
    })
    void weeksAtTheEndsOfAYearAreClippedToItAndSoAreTheirLinks(
            int year, String firstWeek, String from, String to, String lastWeek, String lastFrom, String lastTo) {
        zone.since(year - 1 + "-12-31", "1");
        var first = zone.since(year + "-01-01", "10");
        var last = zone.since(year + "-12-31", "100");
        zone.since(year + 1 + "-01-01", "1000");

        var series = zone.flows(String.valueOf(year), "interval", "week").at("/series");

        assertStep(series.get(0), firstWeek, from, to);
        assertStep(series.get(series.size() - 1), lastWeek, lastFrom, lastTo);
        zone.assertCounts(series.at("/0/total"), first);
        zone.assertCounts(series.get(series.size() - 1).get("total"), last);
        zone.assertCounts(series.get(series.size() - 1).at("/total/cumulative"), first, last);
    }

    private static void assertStep(JsonNode step, String interval, String from, String to) {
        assertEquals(interval, step.get("interval").asText());
        assertEquals(from, step.get("from").asText());
        assertEquals(to, step.get("to").asText());
    }

    @Test
    void theThirdTenDaysOfFebruaryAreEightOrNine() {
        var leap = zone.since("2024-02-29", "1");

        var series = zone.flows("2024-02", "interval", "xun", "compare", "previous-year")
                .at("/series");

        assertStep(series.get(2), "2024-02-X3", "2024-02-21", "2024-02-29");
        assertEquals("2023-02-X3", series.at("/2/comparedWith/period").asText());
        assertEquals("2023-02-28", series.at("/2/comparedWith/to").asText());
        zone.assertCounts(series.at("/2/total"), leap);
    }

    @Test
    void fourHundredIntervalsAreAsManyAsASeriesHas() {
        var most = zone.flows("2010-01-04..2017-09-03", "interval", "week", "asOf", "2017-12-31");
        var refused = new Client().get(zone.address("flows", "period", "2010-01-04..2017-09-04", "interval", "week"));

        assertEquals(400, most.at("/series").size());
        assertEquals(400, refused.status());
        assertEquals("interval", refused.at("/violations/0/field").asText());
    }

    @Test
    void aSeriesOfTooManyRowsIsRefused() {
        IntStream.range(0, 11)
                .forEach(number -> zone.since("2010-01-0" + (4 + number % 5), "1", "leader", "L" + number));

        var refused = new Client()
                .get(zone.address(
                        "flows", "period", "2010-01-04..2017-09-03", "interval", "week", "by", "stage,size,leader"));

        assertEquals(400, refused.status());
        assertEquals("interval", refused.at("/violations/0/field").asText());
    }

    private static List<Integer> counts(JsonNode flow, String pointer) {
        return IntStream.range(0, flow.get("series").size())
                .mapToObj(step -> flow.get("series").get(step).at(pointer).asInt())
                .toList();
    }

    /** The last day of the period that a link is of. */
    private static String endOf(JsonNode link) {
        var period = link.asText().replaceAll(".*period=([^&]*).*", "$1");
        return period.equals("2023-H1") ? "2023-06-30" : period.substring(period.indexOf("..") + 2);
    }
}
