package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.PostgresServer;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The files of the service: nobody else may read them, and no upload outlives its request, whatever happens to the process. */
@Tag("packaged")
class DataDirectoryIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @BeforeAll
    static void permissionsAreNeeded() {
        Assumptions.assumeTrue(
                TestDatabase.newDirectory()
                        .getFileSystem()
                        .supportedFileAttributeViews()
                        .contains("posix"),
                "the file system has no permissions");
    }

    @Test
    void everythingIsForItsOwnerAloneAlsoWhatWasThereBefore() throws Exception {
        var data = TestDatabase.newDirectory().resolve("data");
        var settings = Map.of("PIPELINE_DATA_DIR", data.toString(), "PIPELINE_ADMIN_PASSWORD", "");
        try (var service = PackagedService.start(withoutMask(Packages.h2()), settings)) {
            var password = Files.readString(data.resolve("admin-password.txt")).strip();
            SignedIn.token(service.port(), "admin", password);
            assertPrivate(data);
        }
        var backups = Files.createDirectories(data.resolve("backups"));
        Files.writeString(backups.resolve("pipeline-20260101T000000.000Z.mv.db"), "old");
        var foreign = Files.writeString(data.resolve("notes.txt"), "of somebody else");
        open(data, "rwxrwxrwx");
        open(backups, "rwxr-xr-x");
        open(data.resolve("pipeline.mv.db"), "rw-rw-rw-");
        open(data.resolve("admin-password.txt"), "rw-r--r--");
        open(backups.resolve("pipeline-20260101T000000.000Z.mv.db"), "rw-r--r--");
        open(foreign, "rw-r--r--");

        try (var service = PackagedService.start(Packages.h2(), settings)) {
            assertTrue(service.isReady());
            assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(foreign)));
            Files.delete(foreign);
            assertPrivate(data);
        }
    }

    @Test
    void anUploadIsGoneWithItsRequestOrAfterACrashAtTheNextStart() throws Exception {
        var data = TestDatabase.newDirectory();
        var settings = Map.of("PIPELINE_DATA_DIR", data.toString());
        var service = PackagedService.start(Packages.h2(), settings);
        service.post("/api/v1/admin/restore", "{}");
        try (var half = upload(service.port(), "/api/v1/admin/restore", "application/x-ndjson")) {
            Eventually.within(SOON, "no upload is under way", () -> uploads(data) == 1);
            assertPrivate(data);
            half.getOutputStream().flush();
            service.kill();
        }
        assertEquals(1, uploads(data));
        var foreign = Files.createDirectory(data.resolve("uploads/of-somebody-else"));

        try (var next = PackagedService.start(Packages.h2(), settings)) {
            assertEquals(0, uploads(data));
            var answer = next.post("/api/v1/admin/restore", "{}");
            assertTrue(answer.statusCode() >= 400, answer.body());
        }
        Files.delete(foreign);
        assertEquals(0, entries(data.resolve("uploads")), "a stop leaves something");
    }

    /** Two instances of the other edition may share a directory, as by default when they are started in the same place. */
    @Test
    void anInstanceLeavesTheUploadsOfAnotherAlone() throws Exception {
        var data = TestDatabase.newDirectory();
        var settings = new HashMap<>(Packages.environment(PostgresServer.newDatabase()));
        settings.put("PIPELINE_DATA_DIR", data.toString());
        try (var first = PackagedService.start(Packages.postgresql(), settings);
                var half = upload(first.port(), "/api/v1/admin/restore", "application/x-ndjson")) {
            Eventually.within(SOON, "no upload is under way", () -> uploads(data) == 1);

            try (var second = PackagedService.start(Packages.postgresql(), settings)) {
                assertTrue(second.isReady());
                assertEquals(1, uploads(data));
                half.getOutputStream().flush();
            }
            assertEquals(1, uploads(data));
        }
    }

    /** A command that starts a service whose files everybody may read and write, if it does nothing about it. */
    private static List<String> withoutMask(Path application) {
        return List.of(
                "sh",
                "-c",
                "umask 0; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                application.resolve("quarkus-run.jar").toString());
    }

    /** Begins an upload whose body does not end. */
    private static Socket upload(int port, String path, String type) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        OutputStream out = socket.getOutputStream();
        out.write("""
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Content-Type: %s\r
                Content-Length: 4000000\r
                \r
                """.formatted(path, SignedIn.bearer(port), type).getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[100_000]);
        out.flush();
        return socket;
    }

    private static long uploads(Path data) throws IOException {
        try (var paths = Files.walk(data.resolve("uploads"))) {
            return paths.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .count();
        }
    }

    private static long entries(Path directory) throws IOException {
        try (var paths = Files.list(directory)) {
            return paths.count();
        }
    }

    private static void open(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static void assertPrivate(Path data) throws IOException {
        try (var paths = Files.walk(data)) {
            for (var path : paths.toList()) {
                var expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
                assertEquals(
                        expected, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), path::toString);
            }
        }
    }
}
