package org.investmentpipeline.figures.columns.data;

import java.util.Arrays;

/** A number of eight bytes for each row; written by one thread, as {@link CodeColumn}. */
public final class LongColumn {
    private volatile long[] values = new long[0];

    /** The numbers, at least of all rows of the snapshot that was read before. */
    public long[] values() {
        return values;
    }

    public void set(int row, long value) {
        values[row] = value;
    }

    public void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
    }
}
