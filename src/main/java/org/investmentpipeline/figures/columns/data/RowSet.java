package org.investmentpipeline.figures.columns.data;

import java.util.Arrays;

/** A set of rows, one bit for each. One thread changes it; readers get copies that nobody changes. */
public final class RowSet {
    private long[] words;

    RowSet() {
        this(new long[0]);
    }

    private RowSet(long[] words) {
        this.words = words;
    }

    RowSet copy() {
        return new RowSet(words.clone());
    }

    void grow(int rows) {
        words = Arrays.copyOf(words, rows / Long.SIZE + 1);
    }

    void add(int row) {
        words[row / Long.SIZE] |= 1L << row;
    }

    void remove(int row) {
        words[row / Long.SIZE] &= ~(1L << row);
    }

    static long bytes(int rows) {
        return (rows / Long.SIZE + 1L) * Long.BYTES;
    }

    /**
     * Writes the rows of a range in their order.
     *
     * @param begin a multiple of 64
     * @return how many there are
     */
    public int select(int begin, int end, int[] rows) {
        var found = 0;
        for (var first = begin; first < end; first += Long.SIZE) {
            for (var rest = words[first / Long.SIZE]; rest != 0; rest &= rest - 1) {
                rows[found++] = first + Long.numberOfTrailingZeros(rest);
            }
        }
        return found;
    }
}
