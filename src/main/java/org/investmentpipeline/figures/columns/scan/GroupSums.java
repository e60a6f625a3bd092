package org.investmentpipeline.figures.columns.scan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.Measure;

/**
 * Counts, and exact sums, by the keys of groups: one array when there are few possible keys, else a table of those that occur. A sum
 * is kept in two halves of its addends, neither of which can overflow: 2^31 rows of 10^17 fen are more than one long.
 */
public final class GroupSums {
    private static final int MOST_DIRECT = 1 << 16;
    private static final long LOWER_HALF = 0xFFFF_FFFFL;
    private static final long FREE = -1;

    private final boolean direct;
    private final int decimals;
    private long[] keys = new long[0];
    private int[] slots = new int[0];
    private int used;
    private long[] counts;
    private long[] low;
    private long[] high;

    /** Takes what was found of a key. */
    @FunctionalInterface
    public interface Taker {
        void take(long key, CountAndSum cell);
    }

    /** Of investments. */
    public GroupSums(long size) {
        this(size, Measure.INVESTMENT);
    }

    /** @param size one more than the largest key */
    public GroupSums(long size, Measure measure) {
        decimals = measure.decimals();
        direct = size <= MOST_DIRECT;
        var length = direct ? (int) size : 64;
        counts = new long[length];
        low = new long[length];
        high = new long[length];
        if (!direct) {
            clear(256);
        }
    }

    /** Adds one row for each key, with its value. */
    public void add(long[] of, int[] rows, int count, long[] values) {
        for (var i = 0; i < count; i++) {
            add(of[i], values[rows[i]]);
        }
    }

    public void add(long key, long value) {
        var at = direct ? (int) key : slot(key);
        counts[at]++;
        low[at] += value & LOWER_HALF;
        high[at] += value >> Integer.SIZE;
    }

    /** Hands over all keys that occur. */
    public void each(Taker taker) {
        for (var i = 0; i < (direct ? counts.length : keys.length); i++) {
            var key = direct ? i : keys[i];
            var at = direct ? i : slots[i];
            if (key != FREE && counts[at] > 0) {
                taker.take(key, new CountAndSum(counts[at], sum(at)));
            }
        }
    }

    private BigDecimal sum(int at) {
        var sum = BigInteger.valueOf(high[at]).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(low[at]));
        return new BigDecimal(sum, decimals);
    }

    private int slot(long key) {
        var mask = keys.length - 1;
        var at = place(key, mask);
        while (keys[at] != FREE) {
            if (keys[at] == key) {
                return slots[at];
            }
            at = (at + 1) & mask;
        }
        return insert(at, key);
    }

    private static int place(long key, int mask) {
        var mixed = key * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32) & mask;
    }

    private int insert(int at, long key) {
        keys[at] = key;
        slots[at] = used;
        if (used == counts.length) {
            counts = Arrays.copyOf(counts, used * 2);
            low = Arrays.copyOf(low, used * 2);
            high = Arrays.copyOf(high, used * 2);
        }
        var slot = used++;
        if (used * 2 > keys.length) {
            rehash();
        }
        return slot;
    }

    private void rehash() {
        var oldKeys = keys;
        var oldSlots = slots;
        clear(oldKeys.length * 2);
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                var at = place(oldKeys[i], keys.length - 1);
                while (keys[at] != FREE) {
                    at = (at + 1) & (keys.length - 1);
                }
                keys[at] = oldKeys[i];
                slots[at] = oldSlots[i];
            }
        }
    }

    private void clear(int length) {
        keys = new long[length];
        Arrays.fill(keys, FREE);
        slots = new int[length];
    }
}
