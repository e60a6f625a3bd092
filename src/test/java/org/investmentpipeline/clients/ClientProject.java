package org.investmentpipeline.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.TestDatabase;

/** A program that knows the service by its contract alone, in a directory of its own in which it is generated and built. */
record ClientProject(Path source, Path target) {
    private static final Path GENERATOR = Path.of("target/clients/openapi-generator-cli.jar");

    /** The files of {@code src/test/clients/<name>}, copied into a new directory. */
    static ClientProject of(String name) throws IOException {
        var project = new ClientProject(Path.of("src/test/clients", name), Path.of("target/clients", name));
        if (Files.exists(project.target)) {
            try (var old = Files.walk(project.target)) {
                old.sorted(Comparator.reverseOrder()).forEach(ClientProject::delete);
            }
        }
        Files.createDirectories(project.target);
        try (var files = Files.list(project.source)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, project.target.resolve(file.getFileName()));
            }
        }
        return project;
    }

    /** What of these words or signs a source file has, such as those that silence a compiler. */
    List<String> found(String file, Pattern words) throws IOException {
        return words.matcher(Files.readString(source.resolve(file)))
                .results()
                .map(found -> found.group())
                .toList();
    }

    /** Runs openapi-generator as a configuration file of the project says, from the directory of the repository. */
    void generate(String configuration) throws IOException, InterruptedException {
        assertTrue(Files.exists(GENERATOR), () -> GENERATOR + " is missing: use the profile clients");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        run(
                Path.of("."),
                Map.of(),
                List.of(
                        java,
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "-c",
                        source.resolve(configuration).toString(),
                        "-o",
                        target.toString()));
    }

    String run(String... command) throws IOException, InterruptedException {
        return run(target, Map.of(), List.of(command));
    }

    /** Starts the packaged service, and runs a program that finds it by SERVICE and its first user's PASSWORD. */
    String walk(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var settings = Map.of("PIPELINE_DATA_DIR", TestDatabase.newDirectory().toString());
        try (var service = PackagedService.start(Packages.h2(), settings)) {
            var variables = new TreeMap<>(environment);
            variables.put("SERVICE", "http://127.0.0.1:" + service.port());
            variables.put("PASSWORD", SignedIn.PASSWORD);
            return run(target, variables, List.of(command));
        }
    }

    private static String run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var line = new ArrayList<>(windows ? List.of("cmd", "/c") : List.of());
        line.addAll(command);
        var builder = new ProcessBuilder(line).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var log = Files.createTempFile(TestDatabase.newDirectory(), "program", ".log");
        var process = builder.redirectOutput(log.toFile()).start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + line + "\n" + Files.readString(log));
        }
        var printed = Files.readString(log);
        assertEquals(0, process.exitValue(), () -> line + "\n" + printed);
        return printed;
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
