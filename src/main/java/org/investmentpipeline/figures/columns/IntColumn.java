package org.investmentpipeline.figures.columns;

import java.util.Arrays;

/** A number of four bytes for each row; written by one thread, as {@link CodeColumn}. */
final class IntColumn {
    private volatile int[] values = new int[0];

    /** The numbers, at least of all rows of the snapshot that was read before. */
    int[] values() {
        return values;
    }

    void set(int row, int value) {
        values[row] = value;
    }

    void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
    }
}
