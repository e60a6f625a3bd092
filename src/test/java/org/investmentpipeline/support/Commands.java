package org.investmentpipeline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

/** Commands of the operating system. */
final class Commands {

    private Commands() {}

    /** Runs one, which must succeed. */
    static void run(String... command) {
        try {
            var running = new ProcessBuilder(command).inheritIO().start();
            assertEquals(0, running.waitFor(), () -> String.join(" ", command));
        } catch (IOException unknown) {
            throw new AssertionError(command[0] + " is needed", unknown);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
