package org.investmentpipeline.figures.columns.scan;

import java.util.Arrays;
import java.util.List;

/** A filter of projects, compiled to conditions on rows; all of them must be met. */
public record RowFilter(List<RowTest> tests) {
    public static final RowFilter NONE = new RowFilter(List.of());

    /** Whether each of the first rows is left by the filter. */
    public void test(int[] rows, int count, boolean[] passed) {
        Arrays.fill(passed, 0, count, true);
        for (var test : tests) {
            test.test(rows, count, passed);
        }
    }

    /** Moves the rows that the filter leaves to the front, in their order; says how many. */
    public int keep(int[] rows, int count, boolean[] passed) {
        if (tests.isEmpty() || count == 0) {
            return count;
        }
        test(rows, count, passed);
        var kept = 0;
        for (var i = 0; i < count; i++) {
            rows[kept] = rows[i];
            kept += passed[i] ? 1 : 0;
        }
        return kept;
    }
}
