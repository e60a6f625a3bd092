package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.OwnZone.assertCounted;
import static org.investmentpipeline.figures.OwnZone.row;
import static org.investmentpipeline.figures.OwnZone.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flows beside what they are compared with: growth in percent, and how it changes in percentage points. */
@QuarkusTest
@Tag("portable")
class ComparedFlowIT {
    private OwnZone zone;

    @BeforeEach
    void aZone() {
        zone = new OwnZone();
    }

    /** 增幅环比1-6月提升8个百分点 */
    @Test
    void growthUntilJulyIsEightPointsAboveGrowthUntilJune() {
        zone.since("2022-03-10", "100");
        zone.since("2022-07-31", "25");
        zone.since("2023-01-01", "50");
        zone.since("2023-06-30", "70");
        zone.since("2023-07-01", "40");
        zone.since("2022-08-01", "9999");

        var series = series("2023", "2023-07-31");

        assertEquals(7, series.size());
        var june = series.at("/5/total/cumulative");
        var july = series.at("/6/total/cumulative");
        assertCounted(2, "120", june);
        assertCounted(1, "100", june.get("previous"));
        assertPercent("100.0", "20.0", june.get("change"));
        assertCounted(3, "160", july);
        assertCounted(2, "125", july.get("previous"));
        assertPercent("50.0", "28.0", july.get("change"));
        assertPercent("-50.0", "8.0", july.get("points"));
        assertPercent(null, null, series.at("/0/total/cumulative/points"));
    }

    @ParameterizedTest(name = "{0} until {1}")
    @CsvSource({"2023-H1, 2023-12-31", "2023, 2023-06-30", "2023-01-01..2023-06-30, 2023-12-31"})
    void januaryToJuneGrowsAlikeHoweverItIsAsked(String period, String asOf) {
        zone.since("2022-06-30", "100");
        zone.since("2022-07-01", "1000");
        zone.since("2023-06-30", "120.8");
        zone.since("2023-07-01", "5000");

        var total = zone.flows(period, "compare", "previous-year", "asOf", asOf).at("/total");

        assertCounted(1, "120.8", total);
        assertCounted(1, "100", total.get("previous"));
        assertPercent("0.0", "20.8", total.get("change"));
    }

    /** 10.04 % and 18.05 % are 8.01 points apart; their rounded selves, 10.0 and 18.1, would be 8.1. */
    @Test
    void growthIsSubtractedBeforeItIsRounded() {
        zone.since("2022-06-30", "10000");
        zone.since("2022-07-31", "10000");
        zone.since("2023-06-30", "11004");
        zone.since("2023-07-31", "12606");

        var series = series("2023-06-01..2023-07-31", "2023-12-31");

        assertPercent("0.0", "10.0", series.at("/0/total/cumulative/change"));
        assertPercent("0.0", "18.1", series.at("/1/total/cumulative/change"));
        assertPercent("0.0", "8.0", series.at("/1/total/cumulative/points"));
    }

    @ParameterizedTest(name = "{0} until {1}")
    @CsvSource({
        "2024-02, 2024-12-31, 2, 1",
        "2024-02, 2024-02-29, 2, 1",
        "2024-02, 2024-02-28, 1, 1",
        "2024-Q1, 2024-02-29, 2, 1",
        "2024-02-X3, 2024-12-31, 2, 1",
        "2024-02-29..2024-02-29, 2024-12-31, 1, 1",
        "2024-02-01..2024-02-29, 2024-12-31, 2, 1",
        "2025-02, 2025-12-31, 0, 2",
        "2025-02-X3, 2025-12-31, 0, 2",
        "2025-Q1, 2025-02-28, 0, 1",
        "2025-02-01..2025-02-28, 2025-12-31, 0, 1",
        "2025-02-28..2025-03-01, 2025-12-31, 0, 2",
    })
    void theLeapDayIsComparedWithTheTwentyEighthAndCountsInAWholeFebruary(
            String period, String asOf, int count, int previous) {
        zone.since("2023-02-28", "1");
        zone.since("2024-02-28", "1");
        zone.since("2024-02-29", "1");

        var total = zone.flows(period, "compare", "previous-year", "asOf", asOf).at("/total");

        assertCounted(count, String.valueOf(count), total);
        assertCounted(previous, String.valueOf(previous), total.get("previous"));
    }

    @Test
    void aWholeWeekFiftyThreeHasNothingToBeComparedWith() {
        var project = zone.since("2020-12-31", "1");

        var series = zone.flows("2020-12-28..2021-01-10", "interval", "week", "compare", "previous-year", "by", "stage")
                .at("/series");

        var week53 = series.get(0);
        assertEquals(List.of("2020-W53", "2021-W01"), values(series, "interval"));
        zone.assertCounts(week53.get("total"), project);
        assertFalse(week53.has("comparedWith"), week53::toString);
        for (var counted : List.of(week53.get("total"), row(week53.get("rows"), "stage", "UNDER_NEGOTIATION"))) {
            assertFalse(counted.has("previous"), counted::toString);
            assertPercent(null, null, counted.get("change"));
        }
        assertEquals("2020-W01", series.at("/1/comparedWith/period").asText());
    }

    @Test
    void aWeekFiftyThreeThatIsCutIsComparedDayByDay() {
        zone.since("2019-12-30", "2");
        zone.since("2020-12-30", "3");

        var flow = zone.flows("2020-W53", "compare", "previous-year", "asOf", "2020-12-30")
                .body();

        assertEquals("2019-12-28..2019-12-30", flow.at("/comparedWith/period").asText());
        assertPercent("0.0", "50.0", flow.at("/total/change"));
    }

    @ParameterizedTest(name = "{0} until {1} after {2}")
    @CsvSource({
        "2024, 2025-12-31, 2023",
        "2024-H1, 2025-12-31, 2023-H2",
        "2024-Q1, 2025-12-31, 2023-Q4",
        "2024-03, 2025-12-31, 2024-02",
        "2024-03-X1, 2025-12-31, 2024-02-X3",
        "2021-W01, 2025-12-31, 2020-W53",
        "2024-03, 2024-03-10, 2024-02-01..2024-02-10",
        "2023-03, 2023-03-30, 2023-02-01..2023-02-28",
        "2024-W10, 2024-03-06, 2024-02-26..2024-02-28",
        "2024-03-01..2024-03-10, 2025-12-31, 2024-02-20..2024-02-29",
        "2024-03-01..2024-03-10, 2024-03-02, 2024-02-28..2024-02-29"
    })
    void thePeriodBeforeIsTheNamedOneOrAsManyDays(String period, String asOf, String before) {
        var span = before.contains("..") ? Span.between(day(before, 0), day(before, 1)) : null;
        var last = zone.since(span == null ? "2024-02-10" : span.last().toString(), "1");

        var flow =
                zone.flows(period, "compare", "previous-period", "asOf", asOf).body();

        assertEquals(before, flow.at("/comparedWith/period").asText());
        if (span != null) {
            assertEquals(span.first().toString(), flow.at("/comparedWith/from").asText());
            assertEquals(span.last().toString(), flow.at("/comparedWith/to").asText());
            zone.assertCounts(flow.at("/total/previous"), last);
        }
    }

    private static LocalDate day(String dates, int number) {
        return LocalDate.parse(dates.split("\\.\\.")[number]);
    }

    @Test
    void growthFromNothingCannotBeComputedAndToNothingIsMinusAHundred() {
        var sector = Fixtures.sector();
        var other = Fixtures.sector();
        zone.since("2022-05-05", "7", "sector", sector);
        zone.since("2023-05-05", "7", "sector", other);
        zone.register("stages", Map.of("UNDER_NEGOTIATION", "2023-05-06"), "sector", sector);

        var flow =
                zone.flows("2023", "compare", "previous-year", "by", "sector").body();

        assertPercent("0.0", "-100.0", row(flow.get("rows"), "sector", sector).get("change"));
        assertPercent(null, null, row(flow.get("rows"), "sector", other).get("change"));
        assertPercent("100.0", "0.0", flow.at("/total/change"));
    }

    @Test
    void whatWasCountedOnlyBeforeHasItsRowAndLinksTellBoth() {
        var sector = Fixtures.sector();
        var before = zone.since("2022-05-05", "200000000", "sector", sector);
        var now = zone.since("2023-05-05", "300000000");

        var flow = zone.flows("2023-05", "compare", "previous-year", "by", "sector,size")
                .body();

        var gone = row(flow.get("rows"), "sector", sector, "size", "100m-500m");
        zone.assertCounts(gone);
        zone.assertCounts(gone.get("previous"), before);
        var come = row(flow.get("rows"), "sector", "unknown", "size", "100m-500m");
        zone.assertCounts(come, now);
        zone.assertCounts(come.get("previous"));
        var atLeast = row(flow.get("atLeast"), "sector", sector, "size", "under-100m");
        zone.assertCounts(atLeast.get("previous"), before);
        zone.assertCounts(flow.at("/total/previous"), before);
    }

    private JsonNode series(String period, String asOf) {
        return zone.flows(period, "interval", "month", "compare", "previous-year", "asOf", asOf)
                .at("/series");
    }

    private static void assertPercent(@Nullable String count, @Nullable String investment, JsonNode percent) {
        assertNumber(count, percent.get("count"));
        assertNumber(investment, percent.get("investment"));
    }

    private static void assertNumber(@Nullable String expected, JsonNode number) {
        if (expected == null) {
            assertTrue(number.isNull(), number::toString);
        } else {
            assertEquals(0, new BigDecimal(expected).compareTo(number.decimalValue()), number + " for " + expected);
        }
    }
}
