package org.investmentpipeline.figures.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.investmentpipeline.period.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrefixSumsTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);
    private static final int DAYS = 120;
    private static final int SPANS = 300;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_span_is_the_sum_of_its_days(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<PrefixSums.Dated>();
        for (var i = 0; i < random.nextInt(150); i++) {
            var cents = BigDecimal.valueOf(random.nextLong(100_000_000_000L), 2);
            all.add(new PrefixSums.Dated(day(random), values(random), new CountAndSum(1 + random.nextInt(3), cents)));
        }
        var running = new PrefixSums(all);

        for (var i = 0; i < SPANS; i++) {
            var first = day(random);
            var span = Period.between(first, first.plusDays(random.nextInt(DAYS)));

            assertEquals(summed(all, span), running.over(span), span::name);
        }
    }

    @Test
    void what_counts_nothing_in_a_span_does_not_occur_in_it() {
        var running =
                new PrefixSums(List.of(new PrefixSums.Dated(FIRST, List.of("A"), new CountAndSum(1, BigDecimal.TEN))));

        assertEquals(new Aggregates(), running.over(Period.between(FIRST.plusDays(1), FIRST.plusDays(9))));
        assertEquals(new Aggregates(), running.over(Period.between(FIRST.minusDays(9), FIRST.minusDays(1))));
        assertEquals(
                new CountAndSum(1, BigDecimal.TEN),
                running.over(Period.between(FIRST, FIRST)).total());
    }

    @Test
    void of_nothing_there_is_nothing() {
        assertEquals(new Aggregates(), new PrefixSums(List.of()).over(Period.parse("2023")));
    }

    private static Aggregates summed(List<PrefixSums.Dated> all, Period span) {
        var cells = new Aggregates();
        all.stream().filter(one -> span.contains(one.day())).forEach(one -> cells.add(one.values(), one.cell()));
        return cells;
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private static List<String> values(Random random) {
        return List.of("S" + random.nextInt(3), "Z" + random.nextInt(2));
    }
}
