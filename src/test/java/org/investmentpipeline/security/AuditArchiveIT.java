package org.investmentpipeline.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.TestDatabase;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example for archives of the audit trail, {@code deploy/audit-archive.sh}, run as its timer runs it. */
@QuarkusTest
class AuditArchiveIT {
    private static final Path SCRIPT = Path.of("deploy/audit-archive.sh").toAbsolutePath();

    private final Clock clock;

    AuditArchiveIT(Clock clock) {
        this.clock = clock;
    }

    @BeforeAll
    static void toolsAreNeeded() {
        var system = System.getProperty("os.name");
        Assumptions.assumeTrue(system.contains("Linux"), "the script needs the tools of Linux");
        for (var tool : List.of("curl", "gzip", "sha256sum")) {
            assertTrue(isInstalled(tool), tool + " is missing");
        }
    }

    @Test
    void aDayIsArchivedWholeAndOldArchivesGo() throws Exception {
        var archive = TestDatabase.newDirectory();
        var old = Files.writeString(archive.resolve("audit-2009-01-01.ndjson.gz"), "old");
        var sectors = List.of(Fixtures.sector(), Fixtures.sector());
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString();

        run(archive, today);

        var archived = archived(archive.resolve("audit-" + today + ".ndjson.gz"));
        sectors.forEach(sector -> assertTrue(archived.contains("\"id\":\"" + sector + "\""), sector));
        assertTrue(Files.readString(archive.resolve("audit-" + today + ".verification.json"))
                .contains("\"intact\":true"));
        assertFalse(Files.exists(old));
        assertTrue(Files.readString(archive.resolve("SHA256SUMS")).contains(today));
        try (var files = Files.list(archive)) {
            assertEquals(4, files.count(), "no unfinished file is left");
        }
    }

    private static void run(Path archive, String day) throws IOException, InterruptedException {
        var token = Users.bearer(Users.user(List.of("AUDITOR"))).substring("Bearer ".length());
        var output = TestDatabase.newDirectory().resolve("output");
        var builder = new ProcessBuilder("sh", SCRIPT.toString(), day)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PIPELINE_URL", "http://127.0.0.1:" + RestAssured.port);
        builder.environment()
                .put(
                        "TOKEN_FILE",
                        Files.writeString(archive.resolve("token"), token).toString());
        builder.environment().put("ARCHIVE", archive.toString());
        var process = builder.start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "still running");
        assertEquals(0, process.exitValue(), Files.readString(output));
    }

    private static String archived(Path file) throws IOException {
        try (InputStream pages = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(pages.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isInstalled(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
    }
}
