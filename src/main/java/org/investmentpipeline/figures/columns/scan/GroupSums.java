package org.investmentpipeline.figures.columns.scan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.Measures;
import org.jspecify.annotations.Nullable;

/**
 * Counts, and exact sums of measures, by the keys of groups: in slots by key when there are few possible keys, else in slots of those
 * that occur. A sum is kept in two halves of its addends, neither of which can overflow: 2^31 rows of 10^17 fen are more than one long.
 */
public final class GroupSums {
    private static final int MOST_DIRECT = 1 << 16;
    private static final int FIRST_LENGTH = 512;
    private static final long LOWER_HALF = 0xFFFF_FFFFL;
    /** Halves below these numbers make a sum of one long. */
    private static final long SMALL_HIGH = 1L << 30;

    private static final long SMALL_LOW = 1L << 62;

    private final @Nullable KeySlots slots;
    private final Measures measures;
    private final int[] batch = new int[RowScan.BATCH];
    private final long[][] low;
    private final long[][] high;
    private long[] counts;

    /** Takes the count and the sums of a key. */
    @FunctionalInterface
    public interface Taker {
        void take(long key, CountAndSum cell);
    }

    /** Of investments. */
    public GroupSums(long size) {
        this(size, Measures.DEFAULT);
    }

    /** @param size one more than the largest key */
    public GroupSums(long size, Measures measures) {
        this.measures = measures;
        this.slots = size <= MOST_DIRECT ? null : new KeySlots();
        var length = slots == null ? (int) size : FIRST_LENGTH;
        counts = new long[length];
        low = new long[measures.all().size()][length];
        high = new long[measures.all().size()][length];
    }

    /** Adds one row for each key, with its values of each measure. */
    public void add(long[] of, int[] rows, int count, long[][] values) {
        for (var i = 0; i < count; i++) {
            var slot = slot(of[i]);
            batch[i] = slot;
            counts[slot]++;
        }
        for (var measure = 0; measure < low.length; measure++) {
            add(rows, count, values[measure], low[measure], high[measure]);
        }
    }

    private void add(int[] rows, int count, long[] values, long[] low, long[] high) {
        for (var i = 0; i < count; i++) {
            var value = values[rows[i]];
            low[batch[i]] += value & LOWER_HALF;
            high[batch[i]] += value >> Integer.SIZE;
        }
    }

    /** Adds a row with its value of the only measure. */
    public void add(long key, long value) {
        var slot = slot(key);
        counts[slot]++;
        low[0][slot] += value & LOWER_HALF;
        high[0][slot] += value >> Integer.SIZE;
    }

    private int slot(long key) {
        if (slots == null) {
            return (int) key;
        }
        var slot = slots.of(key);
        if (slot >= counts.length) {
            grow();
        }
        return slot;
    }

    private void grow() {
        var length = counts.length * 4;
        counts = Arrays.copyOf(counts, length);
        for (var measure = 0; measure < low.length; measure++) {
            low[measure] = Arrays.copyOf(low[measure], length);
            high[measure] = Arrays.copyOf(high[measure], length);
        }
    }

    /** The number of keys that occur. */
    public int occurring() {
        return slots == null
                ? (int) Arrays.stream(counts).filter(count -> count > 0).count()
                : slots.size();
    }

    /** Hands over all keys that occur. */
    public void each(Taker taker) {
        var most = slots == null ? counts.length : slots.size();
        for (var slot = 0; slot < most; slot++) {
            if (counts[slot] > 0) {
                taker.take(slots == null ? slot : slots.key(slot), cell(slot));
            }
        }
    }

    private CountAndSum cell(int slot) {
        if (low.length == 1) {
            return new CountAndSum(counts[slot], sum(0, slot));
        }
        var further = new BigDecimal[low.length - 1];
        Arrays.setAll(further, i -> sum(i + 1, slot));
        return new CountAndSum(counts[slot], sum(0, slot), List.of(further));
    }

    private BigDecimal sum(int measure, int slot) {
        var decimals = measures.all().get(measure).decimals();
        var above = high[measure][slot];
        var below = low[measure][slot];
        if (Math.abs(above) < SMALL_HIGH && below < SMALL_LOW) {
            return BigDecimal.valueOf((above << Integer.SIZE) + below, decimals);
        }
        var sum = BigInteger.valueOf(above).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(below));
        return new BigDecimal(sum, decimals);
    }
}
