package org.investmentpipeline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** The options of Java that use the archive of loaded classes, as the start script gives them. */
    public static List<String> sharingClasses(Path application) throws IOException, InterruptedException {
        return List.of("-XX:SharedArchiveFile=" + archive(application), "-Xshare:auto", "-Xlog:cds*=off");
    }

    /**
     * The archive of loaded classes (AppCDS) of an application directory, as the start script makes it: once for all services that are
     * started from it. A service starts without it, too, so a failure to make it is none of the tests.
     */
    @SuppressWarnings("try") // nothing is asked of the lock
    private static synchronized Path archive(Path application) throws IOException, InterruptedException {
        var jar = application.resolve("quarkus-run.jar");
        var archive = application.resolve("service.jsa");
        try (var alone = OneProcess.of(TARGET.resolve("archive.lock"))) {
            if (!isNewer(archive, jar)) {
                makeArchive(jar, archive);
            }
        }
        return archive;
    }

    private static void makeArchive(Path jar, Path archive) throws IOException, InterruptedException {
        var made = archive.resolveSibling("service.jsa.new");
        var making = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ArchiveClassesAtExit=" + made,
                        "-Dquarkus.appcds.generate=true",
                        "-jar",
                        jar.toString())
                .directory(TestDatabase.newDirectory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(TARGET.resolve("archive.log").toFile())
                .start();
        if (!making.waitFor(2, TimeUnit.MINUTES)) {
            making.destroyForcibly();
        } else if (making.exitValue() == 0 && Files.exists(made)) {
            Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
        }
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

        var builder = new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log);
        builder.environment()
                .merge("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1", (given, brief) -> given + " " + brief);
        var build = builder.start();

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
