package org.investmentpipeline.support;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk that is full, for some processes, and without an administrator's rights: none of their files may grow beyond a size, and
 * a write that would is refused by the operating system.
 */
public final class FullDisk {

    private FullDisk() {}

    /** Only Linux can change the limits of a process that runs; elsewhere a test is reported as skipped, with this reason. */
    public static void isNeeded() {
        var system = System.getProperty("os.name");
        Assumptions.assumeTrue(
                system.toLowerCase(Locale.ROOT).contains("linux"),
                "no limit of a running process can be set on " + system);
    }

    /** From now on no file of the processes grows beyond so many bytes. */
    public static void of(Stream<ProcessHandle> processes, long bytes) {
        set(processes, Long.toString(bytes));
    }

    /** There is room again. */
    public static void hasRoom(Stream<ProcessHandle> processes) {
        set(processes, "unlimited");
    }

    /** The soft limit, which the owner of a process may raise again. A server's workers come and go meanwhile. */
    private static void set(Stream<ProcessHandle> processes, String size) {
        processes.forEach(process -> {
            try {
                Commands.run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + size + ":");
            } catch (AssertionError failed) {
                if (process.isAlive()) {
                    throw failed;
                }
            }
        });
    }
}
