package org.investmentpipeline.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.investmentpipeline.documentation.Walk.Part;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The walks of README and of the pages that continue it, copied literally into bash, one block after the other, in an empty directory
 * where a new service keeps its data. Each shown answer is compared with the real one. The blocks that build and start the service
 * are replaced by the packaged service, and its address by the one it really has; nothing else is changed.
 *
 * <p>PowerShell is not run: {@link PowerShellTest} compares its text with that of bash.
 */
@Tag("packaged")
class ReadmeIT {
    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<List<String>> WALKS = List.of(
            List.of("README.md", "docs/projects.md", "docs/figures.md", "docs/backup.md"), List.of("README.zh-CN.md"));

    private static final String BETWEEN = "---- the next block ----";
    private static final String PROBLEM = "\"type\":\"/problems/";

    @ParameterizedTest
    @FieldSource("WALKS")
    void everyCommandRunsAndAnswersAsShown(List<String> pages) throws Exception {
        var parts = new ArrayList<Part>();
        for (var page : pages) {
            parts.addAll(Walk.of(page).requests());
        }

        var answers = run(
                List.of("bash", "-eu"),
                parts.stream()
                        .map(part -> part.bash().text() + "echo '%s'\n".formatted(BETWEEN))
                        .toList(),
                "walk.sh");

        assertAsShown(parts, answers);
    }

    /** All of the block for the zip but its last command, which DistributionIT runs. */
    @Test
    void theZipIsUnpackedAsShown() throws Exception {
        var directory = TestDatabase.newDirectory();
        try (var archives = Files.newDirectoryStream(Path.of("target"), "investment-pipeline-*.zip")) {
            var archive = archives.iterator().next();
            Files.copy(archive, directory.resolve(archive.getFileName()));
        }
        var block = Walk.of("README.md").parts().stream()
                .map(part -> part.bash().text())
                .filter(text -> text.startsWith("unzip "))
                .findFirst()
                .orElseThrow();
        Files.writeString(directory.resolve("unpack.sh"), block.replace("\nbin/", "\ntest -x bin/"));

        output(directory, List.of("bash", "-eu", "unpack.sh"));
    }

    /** Runs a script of these parts beside a new service, and returns the output of each. */
    private static List<String> run(List<String> shell, List<String> script, String name) throws Exception {
        var directory = TestDatabase.newDirectory();
        var settings = Map.of("PIPELINE_DATA_DIR", directory.resolve("data").toString(), "PIPELINE_ADMIN_PASSWORD", "");
        try (var service = PackagedService.start(Packages.h2(), settings)) {
            var address = "http://127.0.0.1:" + service.port();
            Files.writeString(directory.resolve(name), String.join("", script).replace(Walk.ADDRESS, address));
            var command = new ArrayList<>(shell);
            command.add(name);
            var output = output(directory, command);
            return List.of(output.split(BETWEEN, -1));
        }
    }

    private static String output(Path directory, List<String> command) throws IOException, InterruptedException {
        var log = directory.resolve("output.txt");
        var running = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!running.waitFor(2, TimeUnit.MINUTES)) {
            running.destroyForcibly();
            throw new AssertionError("does not end:\n" + Files.readString(log));
        }
        assertEquals(0, running.exitValue(), () -> "see " + log);
        return Files.readString(log);
    }

    private static void assertAsShown(List<Part> parts, List<String> answers) {
        assertTrue(parts.stream().filter(part -> part.answer() != null).count() > 3, "answers are shown");
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var real = answers.get(i);
            var shown = part.answer() == null ? "…" : part.answer().text();
            var place = part.bash().text() + "answered\n" + real;
            assertTrue(shown.contains(PROBLEM) || !real.contains(PROBLEM), place);
            var difference = new ShownAnswer(shown).difference(real);
            assertTrue(difference.isEmpty(), () -> place + "which has not " + difference.orElse(""));
        }
    }
}
