package org.investmentpipeline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Both editions as they are packaged: directories with an application that can be started. */
public final class Packages {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static @Nullable Path postgresql;

    private Packages() {}

    /** What the build made. */
    public static Path h2() {
        return TARGET.resolve("quarkus-app");
    }

    /** Built once, beside the other, from the same classes and with the build's own settings. */
    public static synchronized Path postgresql() throws IOException, InterruptedException {
        if (postgresql == null) {
            postgresql = packagePostgresql();
        }
        return postgresql;
    }

    /** Settings as the environment of a service. */
    public static Map<String, String> environment(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), Map.Entry::getValue));
    }

    private static Path packagePostgresql() throws IOException, InterruptedException {
        var log = TARGET.resolve("postgresql-edition.log").toFile();

        var build = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        assertTrue(build.waitFor(5, TimeUnit.MINUTES), () -> "still building, see " + log);
        assertEquals(0, build.exitValue(), () -> "see " + log);
        return TARGET.resolve("postgresql-edition");
    }

    private static List<String> command() {
        var maven = new File(System.getProperty("os.name").startsWith("Windows") ? "mvnw.cmd" : "mvnw");
        var command = new ArrayList<>(List.of(
                maven.getAbsolutePath(),
                "-ntp",
                "--offline",
                "--quiet",
                "--activate-profiles=postgresql",
                "-Dquarkus.package.output-directory=postgresql-edition",
                "-Dquarkus.smallrye-openapi.store-schema-directory=target/postgresql-edition",
                "quarkus:build@default"));
        var repository = System.getProperty("maven.repo.local", "");
        if (!repository.isEmpty()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        return command;
    }
}
