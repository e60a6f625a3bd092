package org.investmentpipeline.figures.columns.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.Measures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupSumsTest {
    private static final long MOST_FEN = 99_999_999_999_999_999L;

    @ParameterizedTest(name = "{0} keys")
    @ValueSource(longs = {1, 40, 65_536, 65_537, 5_000_000_000L, Long.MAX_VALUE})
    void eachKeyHasItsCountAndItsExactSum(long size) {
        var random = new Random(size);
        var sums = new GroupSums(size);
        var expected = new HashMap<Long, CountAndSum>();
        for (var i = 0; i < 20_000; i++) {
            var key = Math.floorMod(random.nextLong(), Math.min(size, i % 2 == 0 ? 3_000 : size));
            var value = random.nextInt(5) == 0 ? -random.nextInt(1000) : MOST_FEN - random.nextInt(1000);
            sums.add(key, value);
            expected.merge(key, new CountAndSum(1, BigDecimal.valueOf(value, 2)), CountAndSum::plus);
        }

        assertEquals(expected, found(sums));
    }

    @ParameterizedTest(name = "{0} keys")
    @ValueSource(longs = {10, 65_536, 65_537})
    void allMeasuresAreSummedInOnePass(long size) {
        var random = new Random(size);
        var measures = Measures.parse("landArea,jobs");
        var sums = new GroupSums(size, measures);
        var expected = new HashMap<Long, CountAndSum>();
        var keys = new long[RowScan.BATCH];
        var rows = new int[RowScan.BATCH];
        var values = new long[3][RowScan.BATCH];
        for (var batch = 0; batch < 10; batch++) {
            for (var i = 0; i < rows.length; i++) {
                rows[i] = rows.length - 1 - i;
                keys[i] = Math.floorMod(random.nextLong(), size);
                var row = rows[i];
                values[0][row] = MOST_FEN - random.nextInt(100);
                values[1][row] = random.nextInt(100);
                values[2][row] = random.nextInt(100);
                var further = List.of(BigDecimal.valueOf(values[1][row], 2), BigDecimal.valueOf(values[2][row]));
                var cell = new CountAndSum(1, BigDecimal.valueOf(values[0][row], 2), further);
                expected.merge(keys[i], cell, CountAndSum::plus);
            }
            sums.add(keys, rows, rows.length, values);
        }

        assertEquals(expected, found(sums));
        assertEquals(expected.size(), sums.occurring());
    }

    private static Map<Long, CountAndSum> found(GroupSums sums) {
        var found = new HashMap<Long, CountAndSum>();
        sums.each((key, cell) -> assertEquals(null, found.put(key, cell)));
        return found;
    }
}
