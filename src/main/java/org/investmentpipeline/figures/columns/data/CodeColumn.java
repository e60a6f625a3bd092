package org.investmentpipeline.figures.columns.data;

import java.util.Arrays;

/**
 * A small number from 0 up for each row, in one, two or four bytes as the largest of them needs. One thread writes; readers see at
 * least all rows of the snapshot that they have read before.
 */
public final class CodeColumn {
    private static final int MOST_IN_A_BYTE = 0xFF;
    private static final int MOST_IN_TWO = 0xFFFF;

    /** {@code byte[]}, {@code char[]} or {@code int[]}; volatile, since a longer or wider array takes its place. */
    private volatile Object values = new byte[0];

    public int get(int row) {
        var all = values;
        if (all instanceof byte[] bytes) {
            return bytes[row] & MOST_IN_A_BYTE;
        }
        return all instanceof char[] chars ? chars[row] : ((int[]) all)[row];
    }

    public void set(int row, int code) {
        if (code > mostNow()) {
            widen(code);
        }
        var all = values;
        if (all instanceof byte[] bytes) {
            bytes[row] = (byte) code;
        } else if (all instanceof char[] chars) {
            chars[row] = (char) code;
        } else {
            ((int[]) all)[row] = code;
        }
    }

    /** The bytes of one row. */
    public int width() {
        var all = values;
        return all instanceof byte[] ? Byte.BYTES : all instanceof char[] ? Character.BYTES : Integer.BYTES;
    }

    public void grow(int capacity) {
        var all = values;
        if (all instanceof byte[] bytes) {
            values = Arrays.copyOf(bytes, capacity);
        } else if (all instanceof char[] chars) {
            values = Arrays.copyOf(chars, capacity);
        } else {
            values = Arrays.copyOf((int[]) all, capacity);
        }
    }

    private int mostNow() {
        return switch (width()) {
            case Byte.BYTES -> MOST_IN_A_BYTE;
            case Character.BYTES -> MOST_IN_TWO;
            default -> Integer.MAX_VALUE;
        };
    }

    private void widen(int code) {
        var length = length();
        if (code <= MOST_IN_TWO) {
            var wider = new char[length];
            for (var row = 0; row < length; row++) {
                wider[row] = (char) get(row);
            }
            values = wider;
        } else {
            var wider = new int[length];
            for (var row = 0; row < length; row++) {
                wider[row] = get(row);
            }
            values = wider;
        }
    }

    private int length() {
        var all = values;
        return all instanceof byte[] bytes
                ? bytes.length
                : all instanceof char[] chars ? chars.length : ((int[]) all).length;
    }

    /** Clears what has a code that is not wanted. */
    public void test(int[] rows, int count, boolean[] wanted, boolean[] passed) {
        var all = values;
        if (all instanceof byte[] bytes) {
            for (var i = 0; i < count; i++) {
                passed[i] &= wanted[bytes[rows[i]] & MOST_IN_A_BYTE];
            }
        } else if (all instanceof char[] chars) {
            for (var i = 0; i < count; i++) {
                passed[i] &= wanted[chars[rows[i]]];
            }
        } else {
            var ints = (int[]) all;
            for (var i = 0; i < count; i++) {
                passed[i] &= wanted[ints[rows[i]]];
            }
        }
    }

    /** Makes the code the last digit of each key. */
    public void mix(int[] rows, int count, long radix, long[] keys) {
        var all = values;
        if (all instanceof byte[] bytes) {
            for (var i = 0; i < count; i++) {
                keys[i] = keys[i] * radix + (bytes[rows[i]] & MOST_IN_A_BYTE);
            }
        } else if (all instanceof char[] chars) {
            for (var i = 0; i < count; i++) {
                keys[i] = keys[i] * radix + chars[rows[i]];
            }
        } else {
            var ints = (int[]) all;
            for (var i = 0; i < count; i++) {
                keys[i] = keys[i] * radix + ints[rows[i]];
            }
        }
    }
}
