package org.investmentpipeline.figures.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private final Random random = new Random(27);

    @Test
    void eachCombinationHasItsCell() {
        var cells = new Aggregates();
        var expected = new HashMap<List<String>, CountAndSum>();
        for (var i = 0; i < 20_000; i++) {
            var row = List.of("zone-" + random.nextInt(20), "领导" + random.nextInt(63), "sector-" + random.nextInt(22));
            var cell = new CountAndSum(1 + random.nextInt(3), BigDecimal.valueOf(random.nextInt(1000), 2));
            cells.add(row, cell);
            expected.merge(row, cell, CountAndSum::plus);
        }

        assertEquals(
                expected.size(),
                StreamSupport.stream(cells.occurring().spliterator(), false).count());
        expected.forEach((row, cell) -> assertEquals(cell, cells.of(row)));
        assertEquals(CountAndSum.NONE, cells.of(List.of("zone-1", "领导1", "nowhere")));
        assertEquals(expected.values().stream().reduce(CountAndSum.NONE, CountAndSum::plus), cells.total());
    }

    @Test
    void theOrderOfAdditionDoesNotCount() {
        var some = new Aggregates(1);
        var others = new Aggregates(100);
        for (var i = 0; i < 50; i++) {
            some.add(List.of("a" + i), new CountAndSum(i, BigDecimal.ONE));
            others.add(List.of("a" + (49 - i)), new CountAndSum(49 - i, BigDecimal.ONE));
        }

        assertEquals(some, others);
        assertEquals(some.hashCode(), others.hashCode());
        others.add(List.of("a1"), new CountAndSum(1, BigDecimal.ONE));
        assertNotEquals(some, others);
    }
}
