package org.investmentpipeline.figures.columns;

import java.util.Arrays;

/** A number of eight bytes for each row; written by one thread, as {@link CodeColumn}. */
final class LongColumn {
    private volatile long[] values = new long[0];

    /** The numbers, at least of all rows of the snapshot that was read before. */
    long[] values() {
        return values;
    }

    void set(int row, long value) {
        values[row] = value;
    }

    void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
    }
}
