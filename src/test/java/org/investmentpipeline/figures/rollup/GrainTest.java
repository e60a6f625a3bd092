package org.investmentpipeline.figures.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrainTest {

    @ParameterizedTest(name = "{0} to before {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-01-01|2024-01-01|YEAR 2023-01-01 2024-01-01",
                "2023-06-01|2023-07-01|MONTH 2023-06-01 2023-07-01",
                "2023-06-01|2023-06-02|DAY 2023-06-01 2023-06-02",
                "2023-06-05|2023-06-25|DAY 2023-06-05 2023-06-25",
                "2023-01-01|2023-06-30|MONTH 2023-01-01 2023-06-01, DAY 2023-06-01 2023-06-30",
                "2023-05-31|2023-07-02|DAY 2023-05-31 2023-06-01, MONTH 2023-06-01 2023-07-01, DAY 2023-07-01 2023-07-02",
                "2022-12-31|2024-02-02|DAY 2022-12-31 2023-01-01, YEAR 2023-01-01 2024-01-01, MONTH 2024-01-01 2024-02-01,"
                        + " DAY 2024-02-01 2024-02-02",
                "2024-02-21|2024-03-01|DAY 2024-02-21 2024-03-01",
                "2023-12-15|2024-01-15|DAY 2023-12-15 2024-01-15"
            })
    void days_are_held_by_as_few_ranges_as_will_do(LocalDate first, LocalDate end, String expected) {
        var told = Grain.ranges(first, end).stream()
                .map(range -> range.grain() + " " + range.first() + " " + range.end())
                .collect(Collectors.joining(", "));

        assertEquals(expected, told);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void ranges_tile_the_days_and_begin_and_end_where_their_grain_does(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++) {
            var first = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2000));
            var end = first.plusDays(1 + random.nextInt(1500));
            var day = first;

            for (var range : Grain.ranges(first, end)) {
                assertEquals(day, range.first());
                assertTrue(isWhole(range.grain(), range.first()) && isWhole(range.grain(), range.end()));
                assertTrue(range.first().isBefore(range.end()));
                day = range.end();
            }
            assertEquals(end, day);
        }
    }

    private static boolean isWhole(Grain grain, LocalDate day) {
        return switch (grain) {
            case DAY -> true;
            case MONTH -> day.getDayOfMonth() == 1;
            case YEAR -> day.getDayOfYear() == 1;
        };
    }
}
