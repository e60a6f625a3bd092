package org.investmentpipeline.figures.columns.data;

import java.util.Arrays;

/** A number of four bytes for each row; written by one thread, as {@link CodeColumn}. */
public final class IntColumn {
    private volatile int[] values = new int[0];

    /** The numbers, at least of all rows of the snapshot that was read before. */
    public int[] values() {
        return values;
    }

    public void set(int row, int value) {
        values[row] = value;
    }

    public void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
    }
}
