package org.investmentpipeline.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private static final int PERIODS = 500;

    @ParameterizedTest(name = "all of {0} is compared with {1} of the year before and with {2} before it")
    @CsvSource({
        "2023, 2022, 2022",
        "2023-H1, 2022-H1, 2022-H2",
        "2023-H2, 2022-H2, 2023-H1",
        "2023-Q1, 2022-Q1, 2022-Q4",
        "2023-Q3, 2022-Q3, 2023-Q2",
        "2023-01, 2022-01, 2022-12",
        "2024-02, 2023-02, 2024-01",
        "2025-02, 2024-02, 2025-01",
        "2024-03, 2023-03, 2024-02",
        "2024-02-X3, 2023-02-X3, 2024-02-X2",
        "2025-02-X3, 2024-02-X3, 2025-02-X2",
        "2025-03-X1, 2024-03-X1, 2025-02-X3",
        "2023-01-X1, 2022-01-X1, 2022-12-X3",
        "2021-W01, 2020-W01, 2020-W53",
        "2020-W53, , 2020-W52",
        "2021-W52, 2020-W52, 2021-W51",
        "2022-W01, 2021-W01, 2021-W52",
        "2023-01-01..2023-01-08, 2022-01-01..2022-01-08, 2022-12-24..2022-12-31",
        "2023-01-01..2023-01-31, 2022-01-01..2022-01-31, 2022-12-01..2022-12-31",
        "2024-02-01..2024-02-29, 2023-02-01..2023-02-28, 2024-01-03..2024-01-31",
        "2025-02-01..2025-02-28, 2024-02-01..2024-02-28, 2025-01-04..2025-01-31",
        "2024-02-29..2024-02-29, 2023-02-28..2023-02-28, 2024-02-28..2024-02-28",
        "2024-02-29..2024-03-01, 2023-02-28..2023-03-01, 2024-02-27..2024-02-28",
        "2023-02-28..2024-02-29, 2022-02-28..2023-02-28, 2022-02-26..2023-02-27"
    })
    void a_whole_period_has_its_namesake_and_its_predecessor(
            String name, @Nullable String yearBefore, String periodBefore) {
        var period = Period.parse(name);

        assertNamed(yearBefore, Comparison.PREVIOUS_YEAR.of(period, period.first(), period.last()));
        assertNamed(periodBefore, Comparison.PREVIOUS_PERIOD.of(period, period.first(), period.last()));
    }

    @ParameterizedTest(name = "{0} from {1} to {2} is compared with {3} and {4}")
    @CsvSource({
        "2024-02, 2024-02-01, 2024-02-28, 2023-02-01..2023-02-28, 2024-01-01..2024-01-28",
        "2024, 2024-01-01, 2024-02-29, 2023-01-01..2023-02-28, 2023-01-01..2023-03-01",
        "2025, 2025-01-01, 2025-02-28, 2024-01-01..2024-02-28, 2024-01-01..2024-02-28",
        "2023-03, 2023-03-01, 2023-03-30, 2022-03-01..2022-03-30, 2023-02-01..2023-02-28",
        "2023-07, 2023-07-01, 2023-07-30, 2022-07-01..2022-07-30, 2023-06-01..2023-06-30",
        "2023-02-X3, 2023-02-21, 2023-02-27, 2022-02-21..2022-02-27, 2023-02-11..2023-02-17",
        "2023-01-X3, 2023-01-21, 2023-01-30, 2022-01-21..2022-01-30, 2023-01-11..2023-01-20",
        "2020-W53, 2020-12-28, 2020-12-30, 2019-12-28..2019-12-30, 2020-12-21..2020-12-23",
        "2020-W53, 2020-12-28, 2020-12-31, 2019-12-28..2019-12-31, 2020-12-21..2020-12-24",
        "2020-W53, 2021-01-01, 2021-01-03, 2020-01-01..2020-01-03, 2020-12-29..2020-12-31",
        "2023-H2, 2023-07-01, 2023-07-01, 2022-07-01..2022-07-01, 2023-01-01..2023-01-01",
        "2023-Q2, 2023-04-01, 2023-06-29, 2022-04-01..2022-06-29, 2023-01-01..2023-03-31",
        "2024-03-01..2024-03-10, 2024-03-01, 2024-03-01, 2023-03-01..2023-03-01, 2024-02-29..2024-02-29"
    })
    void part_of_a_period_is_compared_day_by_day(
            String name, LocalDate first, LocalDate last, String yearBefore, String periodBefore) {
        var period = Period.parse(name);

        assertNamed(yearBefore, Comparison.PREVIOUS_YEAR.of(period, first, last));
        assertNamed(periodBefore, Comparison.PREVIOUS_PERIOD.of(period, first, last));
    }

    @ParameterizedTest(name = "{0} from {1} to {2} is compared with {4} of {3}")
    @CsvSource({
        "2023-H1, 2023-01-01, 2023-06-30, 2019-H1, 2019-H1",
        "2023-H1, 2023-01-01, 2023-06-30, 2019, 2019",
        "2023-H1, 2023-01-01, 2023-03-31, 2019-H1, 2019-01-01..2019-03-31",
        "2023-H1, 2023-06-01, 2023-06-30, 2019, 2019-06-01..2019-06-30",
        "2023-H1, 2023-06-01, 2023-06-30, 2019-Q1,",
        "2023-H1, 2023-01-01, 2023-06-30, 2019, 2019",
        "2023-H1, 2023-01-01, 2023-05-15, 2019-H2, 2019-07-01..2019-11-15",
        "2024, 2024-01-01, 2024-02-29, 2019, 2019-01-01..2019-02-28",
        "2023, 2023-01-01, 2023-08-31, 2019-H1, 2019-H1",
        "2023-02, 2023-02-01, 2023-02-28, 2020-02, 2020-02",
        "2023, 2023-01-01, 2023-02-28, 2020, 2020-01-01..2020-02-29",
        "2023, 2023-09-01, 2023-09-30, 2019-H1,",
        "2023, 2023-06-01, 2023-06-30, 2019-H1, 2019-06-01..2019-06-30",
        "2023-01-01..2023-01-08, 2023-01-01, 2023-01-03, 2019-W02, 2019-01-07..2019-01-09",
        "2023, 2023-01-01, 2022-12-31, 2019,"
    })
    void anyPeriodIsComparedWithTheDaysAsFarFromItsFirst(
            String asked, LocalDate first, LocalDate last, String other, @Nullable String expected) {
        assertNamed(expected, Comparison.parse(other).of(Period.parse(asked), first, last));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "last-year", "2019-H3", "2019-06-30", "PREVIOUS_YEAR", "2019-02-01..2019-01-01"})
    void aComparisonIsAWordOrAPeriod(String text) {
        assertThrows(DateTimeException.class, () -> Comparison.parse(text));
    }

    @ParameterizedTest(name = "{0} compared by {1}: {2}")
    @CsvSource({
        "2023-06-30, previous-year, 2022-06-30",
        "2024-02-29, previous-year, 2023-02-28",
        "2023-06-30, 2022-12-31, 2022-12-31",
        "2023-06-30, 2024-12-31, 2024-12-31"
    })
    void aStockIsComparedWithADay(LocalDate asOf, String comparison, LocalDate other) {
        assertEquals(other, DayComparison.parse(comparison).of(asOf));
        assertEquals(comparison, DayComparison.parse(comparison).toString());
    }

    @ParameterizedTest(name = "before {0} there is nothing")
    @ValueSource(strings = {"1900", "1900-H1", "1900-01", "1900-01-X1", "1900-W01", "1900-01-01..1900-01-02"})
    void before_the_first_year_there_is_nothing_to_compare_with(String name) {
        var period = Period.parse(name);

        assertNull(Comparison.PREVIOUS_YEAR.of(period, period.first(), period.last()));
        assertNull(Comparison.PREVIOUS_PERIOD.of(period, period.first(), period.last()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2023", "2023-06", "2023-W26", "2023-01-01..2023-01-08"})
    void of_no_days_there_is_nothing_to_compare(String name) {
        var period = Period.parse(name);

        assertNull(Comparison.PREVIOUS_YEAR.of(
                period, period.first(), period.first().minusDays(1)));
        assertNull(Comparison.PREVIOUS_PERIOD.of(
                period, period.first(), period.first().minusDays(1)));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_compared_with_lies_before_and_is_as_long_but_for_leap_days_and_ends_of_months(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < PERIODS; i++) {
            var interval = Interval.values()[random.nextInt(Interval.values().length)];
            var period = interval.holding(LocalDate.of(2000, 1, 1).plusDays(random.nextInt(11_000)));
            var last = period.first().plusDays(random.nextInt((int) days(period.first(), period.last())));
            var cut = !last.equals(period.last());

            var year = Comparison.PREVIOUS_YEAR.of(period, period.first(), last);
            var before = Objects.requireNonNull(Comparison.PREVIOUS_PERIOD.of(period, period.first(), last));

            assertTrue(before.last().isBefore(period.first()));
            assertTrue(cut || before.last().plusDays(1).equals(period.first()), period + " after " + before);
            assertTrue(before.first().equals(interval.holding(before.first()).first()));
            assertTrue(!cut || days(before.first(), before.last()) <= days(period.first(), last));
            assertTrue(year != null || period.name().endsWith("-W53") && !cut, period::name);
            if (year != null) {
                assertTrue(Math.abs(days(year.first(), year.last()) - days(period.first(), last)) <= 1, year::name);
                assertTrue(year.last().isBefore(last));
            }
        }
    }

    private static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    private static void assertNamed(@Nullable String name, @Nullable Period found) {
        if (name == null) {
            assertNull(found);
        } else {
            assertNotNull(found);
            assertEquals(Period.parse(name), found);
        }
    }
}
