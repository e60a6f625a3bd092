package org.investmentpipeline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
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
    @SuppressWarnings("try") // nothing is asked of the lock
    public static synchronized Path postgresql() throws IOException, InterruptedException {
        if (postgresql == null) {
            var edition = TARGET.resolve("postgresql-edition");
            var built = edition.resolve("built");
            try (var alone = OneProcess.of(TARGET.resolve("postgresql-edition.lock"))) {
                if (!isNewer(built, h2().resolve("quarkus-run.jar"))) {
                    Files.deleteIfExists(built);
                    packagePostgresql();
                    Files.createFile(built);
                }
            }
            postgresql = edition;
        }
        return postgresql;
    }

    /**
     * The command that starts a service for a short life, in its application directory: such a service spends most of its time on
     * compiling itself and loading classes. The archive of loaded classes (AppCDS) that the build makes serves only a start there.
     */
    static List<String> briefCommand(String... options) {
        var command = new ArrayList<String>();
        command.addAll(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=256m"));
        // DistributionIT starts services whose classes are verified.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));
        command.addAll(List.of(options));
        command.addAll(List.of("-XX:SharedArchiveFile=app-cds.jsa", "-Xshare:auto", "-Xlog:cds*=off"));
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean isNewer(Path file, Path source) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(source)) >= 0;
    }

    /** Settings as the environment of a service. */
    public static Map<String, String> environment(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), Map.Entry::getValue));
    }

    private static void packagePostgresql() throws IOException, InterruptedException {
        var log = TARGET.resolve("postgresql-edition.log").toFile();

        var build = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        assertTrue(build.waitFor(5, TimeUnit.MINUTES), () -> "still building, see " + log);
        assertEquals(0, build.exitValue(), () -> "see " + log);
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
