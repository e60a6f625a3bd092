package org.investmentpipeline.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Builds the plain application of {@code src/test/plain-quarkus} with the wrapper and the service's version of Quarkus. */
final class PlainQuarkus {
    private PlainQuarkus() {}

    /** The directory of the packaged application. */
    static Path build() throws IOException, InterruptedException {
        var maven = new File(System.getProperty("os.name").startsWith("Windows") ? "mvnw.cmd" : "mvnw");
        var log = Path.of("target", "plain-quarkus.log").toFile();
        var build = new ProcessBuilder(
                        maven.getAbsolutePath(),
                        "-ntp",
                        "--offline",
                        "--quiet",
                        "--file=src/test/plain-quarkus/pom.xml",
                        "-Dquarkus.version=" + System.getProperty("platform.version"),
                        "-Dmaven.repo.local="
                                + System.getProperty(
                                        "maven.repo.local", System.getProperty("user.home") + "/.m2/repository"),
                        "compile",
                        "quarkus:build")
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        assertTrue(build.waitFor(5, TimeUnit.MINUTES), () -> "still building, see " + log);
        assertEquals(0, build.exitValue(), () -> "see " + log);
        return Path.of("target", "plain-quarkus", "quarkus-app").toAbsolutePath();
    }
}
