package org.investmentpipeline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * The CPU time of each test class, with that of the processes it started and ended: {@code target/cpu-times.tsv} has a line of seconds
 * of CPU, seconds of the clock and class for each. A report of time by the clock says little on a machine that other work shares. Linux
 * alone tells it; elsewhere the file is not written.
 */
public final class CpuTimes implements TestExecutionListener {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path REPORT = Path.of("target", "cpu-times.tsv");

    /** In the usual configuration of Linux. */
    private static final double TICKS_PER_SECOND = 100;

    private final Deque<Begun> begun = new ArrayDeque<>();

    private record Begun(double cpu, long at) {}

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isClass(test)) {
            begun.push(new Begun(cpuSeconds(), System.nanoTime()));
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!isClass(test)) {
            return;
        }
        var start = begun.pop();
        var line = String.format(
                Locale.ROOT,
                "%.2f\t%.2f\t%s\t%s%n",
                cpuSeconds() - start.cpu(),
                Duration.ofNanos(System.nanoTime() - start.at()).toMillis() / 1e3,
                System.getProperty("quarkus.datasource.db-kind", "-"),
                test.getLegacyReportingName());
        try {
            Files.writeString(REPORT, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static boolean isClass(TestIdentifier test) {
        return Files.isReadable(STAT)
                && test.getSource().filter(ClassSource.class::isInstance).isPresent();
    }

    /** Of this process and of those that it started and that have ended. */
    private static double cpuSeconds() {
        try {
            var fields = Files.readString(STAT).replaceFirst("^.*\\) ", "").split(" ");
            var ticks = 0L;
            for (var field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
