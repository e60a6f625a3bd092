package org.investmentpipeline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long answers took, in nanoseconds, rising. */
record Latency(List<Long> nanoseconds) {
    private static final int MOST = 15;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
    private static final int WARMING = 5;
    private static final long LONGEST_WARMING = TimeUnit.SECONDS.toNanos(2);

    /** One of several askings, and how long it took in nanoseconds. */
    @FunctionalInterface
    interface Asking {
        long ask(int number) throws Exception;
    }

    /** One after the other, at most 15 or for 10 seconds, numbered from 0. */
    static Latency of(Asking asking) throws Exception {
        return of(asking, 0, MOST, LONGEST);
    }

    /** Before it counts: what a virtual machine or a database needs to find its pace. */
    static void warm(Asking asking) throws Exception {
        of(asking, MOST, WARMING, LONGEST_WARMING);
    }

    private static Latency of(Asking asking, int first, int most, long longest) throws Exception {
        var taken = new ArrayList<Long>();
        var start = System.nanoTime();
        for (var number = first; taken.size() < most && System.nanoTime() - start < longest; number++) {
            taken.add(asking.ask(number));
        }
        return new Latency(taken.stream().sorted().toList());
    }

    /** In milliseconds. */
    double median() {
        var middle = nanoseconds.size() / 2;
        var upper = nanoseconds.get(middle);
        var lower = nanoseconds.size() % 2 == 1 ? upper : nanoseconds.get(middle - 1);
        return (lower + upper) / 2e6;
    }

    /** The 95th percentile by nearest rank, in milliseconds. */
    double slow() {
        return nanoseconds.get((int) Math.ceil(nanoseconds.size() * 0.95) - 1) / 1e6;
    }
}
