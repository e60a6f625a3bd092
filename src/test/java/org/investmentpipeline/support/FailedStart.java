package org.investmentpipeline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A start of the packaged service that is expected to fail: its exit code, its output and its duration. */
public record FailedStart(int exitCode, String output, Duration duration) {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Starts an application directory with these environment variables, and waits until the process has ended. */
    public static FailedStart of(Path application, Map<String, String> settings, String... prefix)
            throws IOException, InterruptedException {
        var directory = TestDatabase.newDirectory();
        var log = directory.resolve("service.log");
        var command = new ArrayList<>(List.of(prefix));
        command.addAll(Packages.briefCommand("-Xmx512m", "-XX:-UsePerfData"));
        var builder = new ProcessBuilder(command)
                .directory(application.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("PIPELINE_ADMIN_PASSWORD", SignedIn.PASSWORD);
        builder.environment().put("PIPELINE_DATA_DIR", directory.resolve("data").toString());
        builder.environment().putAll(settings);
        var begun = System.nanoTime();
        var process = builder.start();
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("did not end:\n" + Files.readString(log));
        }
        return new FailedStart(process.exitValue(), Files.readString(log), Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Fails unless it ended without retries, with exit code 1 and one line, without a trace, that has these words in both languages. */
    public void saysInOneLine(String english, String chinese) {
        assertEquals(1, exitCode, output);
        var lines = output.lines().filter(line -> line.contains(english)).toList();
        assertEquals(1, lines.size(), output);
        assertTrue(lines.get(0).contains(chinese), output);
        assertFalse(output.contains("\tat "), output);
        assertFalse(output.contains("Retrying"), output);
    }
}
