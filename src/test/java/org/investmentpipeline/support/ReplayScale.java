package org.investmentpipeline.support;

import java.util.stream.LongStream;

/**
 * The size of suites that replay random histories: in each build an eighth with one seed, in {@code -Pnightly} all of it with five.
 * {@code -Dreplay.part=1} for one run at full size.
 */
public final class ReplayScale {
    private static final int PART = Integer.getInteger("replay.part", 8);
    private static final int SEEDS = PART == 1 ? 5 : 1;

    private ReplayScale() {}

    /** A number that is meant for the full size. */
    public static int of(int full) {
        return full / PART;
    }

    /** The same for a suite that sees too little of what is rare in an eighth: in each build twice as much. */
    public static int twice(int full) {
        return full / Math.max(1, PART / 2);
    }

    /** The same for a suite whose questions go to several services, each with a start of its own: in each build half as much. */
    public static int few(int full) {
        return isFull() ? full : full / (2 * PART);
    }

    /** Whether this is the full size: then cases are tried that are like others. */
    public static boolean isFull() {
        return PART == 1;
    }

    /** The first seed and those that follow it. */
    public static LongStream seeds(long first) {
        return LongStream.range(first, first + SEEDS);
    }
}
