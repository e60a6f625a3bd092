package org.investmentpipeline.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** What comes about in its own time, which is looked for again and again until a deadline. */
public final class Eventually {
    private static final Duration BREATH = Duration.ofMillis(50);

    private Eventually() {}

    /** Waits until it is so; fails with a sentence when it has not come about in time. */
    public static void within(Duration time, String sentence, Callable<Boolean> isSo) throws Exception {
        first(time, sentence, isSo, Boolean::booleanValue);
    }

    /** The first of several looks of which something is true; fails with a sentence and the last look. */
    public static <T> T first(Duration time, String sentence, Callable<T> look, Predicate<T> holds) throws Exception {
        var deadline = System.nanoTime() + time.toNanos();
        var seen = look.call();
        while (!holds.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within %s: %s, but %s".formatted(time, sentence, seen));
            }
            breathe();
            seen = look.call();
        }
        return seen;
    }

    /** A client does not ask again at once. */
    public static void breathe() {
        LockSupport.parkNanos(BREATH.toNanos());
    }
}
