package org.investmentpipeline.figures.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {

    @ParameterizedTest(name = "of {0} the median is {1}, 90 of 100 are done in {2}")
    @CsvSource({
        "0, 0, 0",
        "5, 5, 5",
        "1 2, 1.5, 2",
        "2 1 3, 2, 3",
        "1 1 1 9, 1, 9",
        "0 0 1 1, 0.5, 1",
        "1 2 3 4 5 6 7 8 9 10, 5.5, 9",
        "1 2 3 4 5 6 7 8 9 10 11, 6, 10",
        "1 2 3 4 5 6 7 8 9, 5, 9",
        "10 20 30 40 50 60 70 80 90 100 110 120 130 140 150 160 170 180 190 200, 105, 180"
    })
    void the_median_is_the_middle_and_the_percentile_a_number_that_occurs(
            String numbers, BigDecimal median, long percentile90) {
        var spread = of(Arrays.stream(numbers.split(" ")).map(Long::valueOf).toList());

        assertEquals(0, median.compareTo(Objects.requireNonNull(spread.median())));
        assertEquals(percentile90, spread.percentile(90));
    }

    @Test
    void of_no_numbers_there_is_neither() {
        assertNull(new Distribution().median());
        assertNull(new Distribution().percentile(90));
        assertEquals(0, new Distribution().count());
    }

    @Test
    void one_number_may_occur_millions_of_times() {
        var spread = new Distribution();
        spread.add(1, 3_000_000_000L);
        spread.add(2, 3_000_000_000L);

        assertEquals(new BigDecimal("1.5"), spread.median());
        assertEquals(2, spread.percentile(90));
        assertEquals(1, spread.percentile(50));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_spread_is_that_of_the_sorted_numbers(long seed) {
        var random = new Random(seed);
        var numbers = new ArrayList<Long>();
        for (var i = 0; i < 1 + random.nextInt(200); i++) {
            numbers.add((long) random.nextInt(1 + random.nextInt(500)));
        }

        var spread = of(numbers);

        var sorted = numbers.stream().sorted().toList();
        var count = sorted.size();
        var median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2.0;
        assertEquals(count, spread.count());
        assertEquals(median, Objects.requireNonNull(spread.median()).doubleValue());
        for (var percent = 1; percent <= 100; percent++) {
            var rank = (int) Math.ceil(count * percent / 100.0 - 1e-9);
            assertEquals(sorted.get(rank - 1), spread.percentile(percent), percent + " of " + sorted);
        }
    }

    private static Distribution of(List<Long> numbers) {
        var spread = new Distribution();
        numbers.forEach(number -> spread.add(number, 1));
        return spread;
    }
}
