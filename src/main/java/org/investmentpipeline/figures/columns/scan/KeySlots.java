package org.investmentpipeline.figures.columns.scan;

import java.util.Arrays;

/**
 * Numbers the keys of groups from 0 up, without gaps, in the order in which they come: a table with open addressing, which is half
 * full at most.
 */
final class KeySlots {
    private static final long FREE = -1;
    private static final int FIRST_LENGTH = 1024;

    private long[] keys = new long[FIRST_LENGTH];
    private int[] slots = new int[FIRST_LENGTH];
    private long[] bySlot = new long[FIRST_LENGTH / 2];
    private int size;

    KeySlots() {
        Arrays.fill(keys, FREE);
    }

    /** The number of keys. */
    int size() {
        return size;
    }

    /** The key of a slot. */
    long key(int slot) {
        return bySlot[slot];
    }

    /** The slot of a key, a new one for a key that is new. */
    int of(long key) {
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
        return (int) (mixed >>> Integer.SIZE) & mask;
    }

    private int insert(int at, long key) {
        if (size == bySlot.length) {
            grow();
            return of(key);
        }
        keys[at] = key;
        slots[at] = size;
        bySlot[size] = key;
        return size++;
    }

    /** Four times the length, for few tables are built on the way to a large one. */
    private void grow() {
        var length = Math.multiplyExact(keys.length, 4);
        keys = new long[length];
        Arrays.fill(keys, FREE);
        slots = new int[length];
        bySlot = Arrays.copyOf(bySlot, length / 2);
        for (var slot = 0; slot < size; slot++) {
            var at = place(bySlot[slot], length - 1);
            while (keys[at] != FREE) {
                at = (at + 1) & (length - 1);
            }
            keys[at] = bySlot[slot];
            slots[at] = slot;
        }
    }
}
