package org.investmentpipeline.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** What comes about in its own time, which is looked for again and again until a deadline. */
public final class Eventually {
    private static final Duration BREATH = Duration.ofMillis(50);

    private Eventually() {}

    /** Waits until it is so; fails with a sentence when it has not come about in time. */
    public static void within(Duration time, String sentence, Callable<Boolean> isSo) throws Exception {
        var deadline = System.nanoTime() + time.toNanos();
        while (!isSo.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within %s: %s".formatted(time, sentence));
            }
            breathe();
        }
    }

    /** A client does not ask again at once. */
    public static void breathe() {
        LockSupport.parkNanos(BREATH.toNanos());
    }
}
