package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.investmentpipeline.support.Distribution;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The archive for people without the source: unpacked, one command runs the service. */
@Tag("packaged")
class DistributionIT {
    private static final Pattern READY =
            Pattern.compile("Ready: (http://127\\.0\\.0\\.1:\\d+)/ – sign in as admin with the password in (.+)");

    private static final String BRIEF = "-Xmx512m -XX:TieredStopAtLevel=1";

    private static Path home;

    @BeforeAll
    static void unpack() throws IOException {
        home = Distribution.unpacked();
    }

    /** Each start is made by the script, with the data in a directory of a relative name. */
    @Test
    void oneCommandRunsItAndItsFirstStartMakesAnArchiveOfClassesForTheNext() throws Exception {
        var archive = home.resolve("quarkus-app/service.jsa");
        var command = List.of(Distribution.script(home));
        var classes = TestDatabase.newDirectory().resolve("classes.log");
        var settings = new HashMap<>(Map.of(
                "JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", BRIEF, "PIPELINE_ADMIN_PASSWORD", ""));
        try (var first = PackagedService.start(command, settings)) {
            tellsWhereItIsAndWhereItsPasswordIs(first);
            Eventually.within(
                    Duration.ofMinutes(2), "an archive is made by " + first.pid(), () -> Files.exists(archive));
        }

        settings.put("JAVA_OPTS", BRIEF + " -Xlog:class+load:file=" + classes);
        settings.put("PIPELINE_DATA_DIR", "register");
        try (var second = PackagedService.start(command, settings)) {
            assertTrue(second.isReady());
            var options = ProcessHandle.of(second.pid())
                    .flatMap(process -> process.info().arguments())
                    .map(List::of)
                    .orElseThrow();
            assertTrue(
                    options.containsAll(List.of(
                            "-XX:MaxDirectMemorySize=128m",
                            "-XX:ReservedCodeCacheSize=128m",
                            "-XX:MaxMetaspaceSize=256m",
                            "-XX:Tier4InvocationThreshold=25000")),
                    options::toString);
        }

        try (var lines = Files.lines(classes)) {
            var shared = lines.filter(line -> line.contains("shared objects file (top)"))
                    .count();
            assertTrue(shared > 5_000, "classes of the archive: " + shared);
        }
    }

    private static void tellsWhereItIsAndWhereItsPasswordIs(PackagedService service) throws Exception {
        var line = Eventually.first(
                Duration.ofSeconds(10), "says that it is ready", () -> READY.matcher(service.log()), Matcher::find);

        assertEquals("http://127.0.0.1:" + service.port(), line.group(1));
        var password = Files.readString(Path.of(line.group(2).strip())).strip();
        assertTrue(SignedIn.token(service.port(), "admin", password).startsWith("pipeline_"));
    }

    @Test
    void itHasScriptsDocumentationAndLicence() throws IOException {
        assertAll(List.of(
                        "README.md",
                        "LICENSE",
                        "CHANGELOG.md",
                        "docs/security.md",
                        "openapi/openapi.yaml",
                        "deploy/README.md")
                .stream()
                .map(file -> () -> assertTrue(Files.isRegularFile(home.resolve(file)), file)));
        var unix = Files.readString(home.resolve("bin/investment-pipeline"));
        assertTrue(unix.startsWith("#!/bin/sh\n") && !unix.contains("\r"), unix);
        var windows = Files.readString(home.resolve("bin/investment-pipeline.cmd"), StandardCharsets.US_ASCII);
        assertTrue(
                windows.lines().allMatch(line -> windows.contains(line + "\r\n")),
                "cmd needs lines that end with CR and LF");
        assertTrue(windows.contains("..\\quarkus-app\\quarkus-run.jar"), windows);
    }

    /** Each library in the package is in the list of parts, with its version. */
    @Test
    void theListOfPartsIsComplete() throws IOException {
        var parts = new TreeSet<String>();
        for (var part : new ObjectMapper()
                .readTree(home.resolve("sbom.cdx.json").toFile())
                .at("/components")) {
            parts.add("%s.%s-%s"
                    .formatted(
                            part.at("/group").asText(),
                            part.at("/name").asText(),
                            part.at("/version").asText()));
        }

        try (var libraries = Files.list(home.resolve("quarkus-app/lib/main"))) {
            var missing = libraries
                    .map(library -> library.getFileName().toString().replaceFirst("\\.jar$", ""))
                    .filter(library -> parts.stream().noneMatch(library::startsWith))
                    .sorted()
                    .toList();
            assertEquals(List.of(), missing);
        }
    }
}
