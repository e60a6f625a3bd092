package org.investmentpipeline.figures.columns.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeColumnTest {
    private final CodeColumn column = new CodeColumn();

    @ParameterizedTest
    @CsvSource({"0, 1", "255, 1", "256, 2", "65535, 2", "65536, 4", "2000000, 4"})
    void aRowTakesNoMoreBytesThanTheLargestCodeNeeds(int code, int bytes) {
        column.grow(2);

        column.set(1, code);

        assertEquals(bytes, column.width());
        assertEquals(code, column.get(1));
    }

    @Test
    void codesStayWhenRowsGetWiderOrMore() {
        var codes = new int[] {0, 7, 255, 256, 65_535, 65_536, 3};
        for (var row = 0; row < codes.length; row++) {
            column.grow(row + 1);
            column.set(row, codes[row]);
        }

        for (var row = 0; row < codes.length; row++) {
            assertEquals(codes[row], column.get(row));
        }
    }

    @ParameterizedTest
    @CsvSource({"3", "300", "70000"})
    void rowsAreTestedAndToldApartInEachWidth(int largest) {
        column.grow(4);
        column.set(0, 1);
        column.set(1, largest);
        column.set(3, 2);
        var wanted = new boolean[largest + 1];
        wanted[largest] = true;
        wanted[0] = true;
        var passed = new boolean[] {true, true, false, true};
        var keys = new long[] {1, 0, 5, 0};

        column.test(new int[] {0, 1, 1, 2}, 4, wanted, passed);
        column.mix(new int[] {0, 1, 1, 3}, 4, 100_000, keys);

        assertArrayEquals(new boolean[] {false, true, false, true}, passed);
        assertArrayEquals(new long[] {100_001, largest, 500_000 + largest, 2}, keys);
    }
}
