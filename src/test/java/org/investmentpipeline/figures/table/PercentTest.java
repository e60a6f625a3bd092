package org.investmentpipeline.figures.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PercentTest {

    @ParameterizedTest(name = "{0} of {1} is {2} %")
    @CsvSource({
        "43, 46, 93.5",
        "39, 52, 75.0",
        "42, 59, 71.2",
        "1, 3, 33.3",
        "2, 3, 66.7",
        "1, 8, 12.5",
        "0, 5, 0.0",
        "5, 5, 100.0",
        "7, 5, 140.0",
        "1, 2000, 0.1",
        "49, 100000, 0.0",
        "0.01, 9999999999999.99, 0.0",
        "9999999999999.98, 9999999999999.99, 100.0",
        "0, 0,",
        "5, 0,",
        "0, 0.00,"
    })
    void a_share_has_one_decimal_half_up(BigDecimal part, BigDecimal whole, @Nullable BigDecimal percent) {
        assertEquals(percent, Percent.DEFAULT.share(part, whole));
    }

    @ParameterizedTest(name = "{0} of {1} with {2} decimals is {3} %")
    @CsvSource({
        "1, 3, 0, 33",
        "1, 3, 1, 33.3",
        "1, 3, 2, 33.33",
        "2, 3, 0, 67",
        "2, 3, 2, 66.67",
        "1, 200, 0, 1",
        "-1, 200, 0, -1",
        "1, 2000, 1, 0.1",
        "1, 20000, 2, 0.01",
        "49, 10000, 0, 0",
        "0, 5, 2, 0.00",
        "5, 0, 2,"
    })
    void percentagesHaveAsManyDecimalsAsAsked(
            BigDecimal part, BigDecimal whole, int decimals, @Nullable BigDecimal percent) {
        assertEquals(percent, new Percent(decimals).share(part, whole));
    }

    @ParameterizedTest(name = "{1} over {0} is {2} on average")
    @CsvSource({"3, 10, 3.33", "3, 20, 6.67", "8, 0.04, 0.01", "2, 5000000000, 2500000000", "0, 0,", "4, 0, 0"})
    void anAverageHasTwoDecimalsHalfUp(long count, BigDecimal investment, @Nullable BigDecimal average) {
        var found = new CountAndSum(count, investment).average();

        assertEquals(average == null, found == null);
        assertTrue(average == null || average.compareTo(Objects.requireNonNull(found)) == 0);
    }

    @ParameterizedTest(name = "from {1} to {0} is {2} %")
    @CsvSource({
        "120.8, 100, 20.8", "100, 100, 0.0", "95, 100, -5.0", "0, 100, -100.0", "145, 100, 45.0",
        "100.05, 100, 0.1", "100.04, 100, 0.0", "99.95, 100, -0.1", "99.96, 100, 0.0", "300, 0.01, 2999900.0",
        "0, 0,", "5, 0,"
    })
    void growth_is_of_what_was_and_from_zero_not_computable(
            BigDecimal now, BigDecimal before, @Nullable BigDecimal percent) {
        assertEquals(percent, Percent.DEFAULT.growth(now, before));
    }

    @ParameterizedTest(name = "{0} after {1} is {4} points above {2} after {3}")
    @CsvSource({
        "160, 125, 120, 100, 8.0",
        "23610, 20000, 11004, 10000, 8.0",
        "11004, 10000, 23610, 20000, -8.0",
        "110, 100, 110, 100, 0.0",
        "1, 3, 1, 3, 0.0",
        "0, 5, 5, 5, -100.0",
        "100.05, 100, 100, 100, 0.1",
        "100, 100, 100.05, 100, -0.1",
        "5, 0, 5, 5,",
        "5, 5, 5, 0,",
        "0, 0, 0, 0,"
    })
    void points_are_subtracted_before_they_are_rounded(
            BigDecimal now,
            BigDecimal before,
            BigDecimal otherNow,
            BigDecimal otherBefore,
            @Nullable BigDecimal points) {
        assertEquals(points, Percent.DEFAULT.points(now, before, otherNow, otherBefore));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void points_are_at_most_a_tenth_off_the_difference_of_the_rounded_growths(long seed) {
        var random = new Random(seed);
        var differs = 0;
        for (var i = 0; i < 1000; i++) {
            var numbers = random.longs(4, 1, 1_000_000_00L)
                    .mapToObj(cents -> BigDecimal.valueOf(cents, 2))
                    .toList();

            var points = Percent.DEFAULT.points(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));

            var rounded = Objects.requireNonNull(Percent.DEFAULT.growth(numbers.get(0), numbers.get(1)))
                    .subtract(Objects.requireNonNull(Percent.DEFAULT.growth(numbers.get(2), numbers.get(3))));
            var error = Objects.requireNonNull(points).subtract(rounded).abs();
            assertEquals(-1, error.compareTo(new BigDecimal("0.11")), numbers::toString);
            differs += error.signum();
        }
        assertNotEquals(0, differs);
    }
}
