package org.investmentpipeline.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntervalTest {
    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2032, 12, 31);
    private static final int PERIODS = 200;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void every_day_lies_in_exactly_one_period(Interval interval) {
        var period = interval.holding(FIRST);
        for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (day.isAfter(period.last())) {
                assertEquals(period.last().plusDays(1), interval.holding(day).first());
                period = interval.holding(day);
            }
            assertEquals(period, interval.holding(day));
            assertTrue(period.contains(day), day + " in " + period);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void the_name_of_a_period_names_it(Interval interval) {
        for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            var period = interval.holding(day);
            assertEquals(period, Period.parse(period.name()));
            assertEquals(interval, period.interval());
        }
    }

    @ParameterizedTest(name = "the {0} of {1} is {2}, from {3} to {4}")
    @CsvSource({
        "WEEK, 2021-01-03, 2020-W53, 2020-12-28, 2021-01-03",
        "WEEK, 2021-01-04, 2021-W01, 2021-01-04, 2021-01-10",
        "WEEK, 2022-01-01, 2021-W52, 2021-12-27, 2022-01-02",
        "WEEK, 2024-12-31, 2025-W01, 2024-12-30, 2025-01-05",
        "XUN, 2023-02-10, 2023-02-X1, 2023-02-01, 2023-02-10",
        "XUN, 2023-02-11, 2023-02-X2, 2023-02-11, 2023-02-20",
        "XUN, 2023-02-21, 2023-02-X3, 2023-02-21, 2023-02-28",
        "XUN, 2024-02-29, 2024-02-X3, 2024-02-21, 2024-02-29",
        "XUN, 2023-07-31, 2023-07-X3, 2023-07-21, 2023-07-31",
        "MONTH, 2024-02-29, 2024-02, 2024-02-01, 2024-02-29",
        "MONTH, 2023-12-31, 2023-12, 2023-12-01, 2023-12-31",
        "QUARTER, 2023-03-31, 2023-Q1, 2023-01-01, 2023-03-31",
        "QUARTER, 2023-04-01, 2023-Q2, 2023-04-01, 2023-06-30",
        "QUARTER, 2023-12-31, 2023-Q4, 2023-10-01, 2023-12-31",
        "HALF, 2023-06-30, 2023-H1, 2023-01-01, 2023-06-30",
        "HALF, 2023-07-01, 2023-H2, 2023-07-01, 2023-12-31",
        "YEAR, 2023-12-31, 2023, 2023-01-01, 2023-12-31"
    })
    void the_edges_of_the_calendar(Interval interval, LocalDate day, String name, LocalDate first, LocalDate last) {
        assertEquals(new Period(name, first, last, interval), interval.holding(day));
    }

    static Stream<Arguments> seeds() {
        return Stream.of(Interval.values())
                .flatMap(interval -> LongStream.rangeClosed(1, 3).mapToObj(seed -> Arguments.of(interval, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void a_split_period_is_tiled_up_to_the_day_of_the_answer(Interval interval, long seed) {
        var random = new Random(seed);
        for (var i = 0; i < PERIODS; i++) {
            var period = period(random);
            var asOf = period.first().plusDays(random.nextInt(500) - 50L);

            var parts = period.split(interval, asOf);

            var next = period.first();
            for (var part : parts) {
                var clipped = part.clippedTo(period);
                assertEquals(next, clipped.first());
                assertEquals(interval, part.interval());
                assertTrue(part.contains(clipped.first()) && part.contains(clipped.last()));
                next = clipped.last().plusDays(1);
            }
            assertEquals(asOf.isBefore(period.first()), parts.isEmpty());
            assertTrue(parts.isEmpty() || next.isAfter(period.cut(asOf)), period + " until " + asOf);
            assertTrue(parts.isEmpty() || parts.get(parts.size() - 1).first().compareTo(period.cut(asOf)) <= 0);
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void a_period_within_another_stays_itself(Interval interval, long seed) {
        var random = new Random(seed);
        for (var i = 0; i < PERIODS; i++) {
            var period = period(random);
            for (var part : period.split(interval, period.last())) {
                var whole = period.contains(part.first()) && period.contains(part.last());
                var clipped = part.clippedTo(period);

                assertEquals(whole ? part.name() : clipped.first() + ".." + clipped.last(), clipped.name());
                assertEquals(whole ? interval : null, clipped.interval());
            }
        }
    }

    /** A named period or two dates, of up to some four years. */
    private static Period period(Random random) {
        var day = YearMonth.of(2000 + random.nextInt(30), 1 + random.nextInt(12))
                .atDay(1)
                .plusDays(random.nextInt(31));
        return random.nextBoolean()
                ? Interval.values()[random.nextInt(Interval.values().length)].holding(day)
                : Period.between(day, day.plusDays(random.nextInt(1500)));
    }
}
