package org.investmentpipeline.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SizeTiersTest {
    private static final SizeTiers TIERS = SizeTiers.of(List.of(
            edge("lt-1", "0"),
            edge("1-5", "100000000"),
            edge("5-10", "500000000"),
            edge("10-50", "1000000000"),
            edge("50-100", "5000000000"),
            edge("ge-100", "10000000000")));

    @ParameterizedTest(name = "{0} yuan is {1}")
    @CsvSource({
        "0, lt-1",
        "0.01, lt-1",
        "99999999.99, lt-1",
        "100000000, 1-5",
        "100000000.00, 1-5",
        "499999999.99, 1-5",
        "500000000, 5-10",
        "999999999.99, 5-10",
        "1000000000, 10-50",
        "1000000000.01, 10-50",
        "4999999999.99, 10-50",
        "5000000000, 50-100",
        "9999999999.99, 50-100",
        "10000000000, ge-100",
        "9999999999999.99, ge-100"
    })
    void an_edge_belongs_to_the_tier_above_it(BigDecimal cny, String code) {
        assertEquals(code, TIERS.of(cny).code());
    }

    @Test
    void no_tier_holds_less_than_nothing() {
        assertThrows(IllegalArgumentException.class, () -> TIERS.of(new BigDecimal("-0.01")));
    }

    @Test
    void a_single_edge_makes_a_tier_that_holds_everything() {
        var tiers = SizeTiers.of(List.of(edge("all", "0")));

        assertEquals("all", tiers.of(BigDecimal.ZERO).code());
        assertEquals("all", tiers.of(new BigDecimal("9999999999999.99")).code());
    }

    @Test
    void tiers_are_found_by_their_codes_in_rising_order() {
        assertEquals(List.of("lt-1", "1-5", "5-10", "10-50", "50-100", "ge-100"), TIERS.codes());
        assertEquals(
                new BigDecimal("1000000000"), TIERS.named("10-50").orElseThrow().lower());
        assertTrue(TIERS.named("10").isEmpty());
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_amount_belongs_to_exactly_one_tier(long seed) {
        var random = new Random(seed);
        var lowers = new TreeSet<BigDecimal>(List.of(BigDecimal.ZERO));
        for (var i = random.nextInt(8); i > 0; i--) {
            lowers.add(amount(random));
        }
        var tiers = SizeTiers.of(lowers.stream()
                .map(lower -> edge("from-" + lower, lower.toString()))
                .toList());

        for (var i = 0; i < 200; i++) {
            var near = lowers.stream()
                    .skip(random.nextInt(lowers.size()))
                    .findFirst()
                    .orElseThrow();
            var cny = random.nextBoolean()
                    ? amount(random)
                    : near.add(BigDecimal.valueOf(random.nextInt(3) - 1, 2)).max(BigDecimal.ZERO);

            var holding =
                    tiers.tiers().stream().filter(tier -> tier.contains(cny)).toList();

            assertEquals(List.of(tiers.of(cny)), holding);
            assertEquals(lowers.floor(cny), tiers.of(cny).lower());
        }
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 2);
    }

    private static SizeTiers.Edge edge(String code, String lower) {
        return new SizeTiers.Edge(code, new BigDecimal(lower));
    }
}
