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
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Administered;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.SharedService;
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

    /** Everybody may read and write the files of a command, if it does nothing about it. */
    private static final List<String> WITHOUT_MASK = List.of("sh", "-c", "umask 0; exec \"$@\"", "sh");

    @BeforeAll
    static void permissionsAreNeeded() {
        Assumptions.assumeTrue(
                TestDatabase.newDirectory()
                        .getFileSystem()
                        .supportedFileAttributeViews()
                        .contains("posix"),
                "the file system has no permissions");
    }

    /** One history: files that everybody could read but for the service, a crash amid an upload, files opened to everybody. */
    @Test
    void everythingIsForItsOwnerAloneAlsoWhatWasThereBeforeAndNoUploadOutlivesACrash() throws Exception {
        var data = TestDatabase.newDirectory().resolve("data");
        var settings = Map.of("PIPELINE_DATA_DIR", data.toString(), "PIPELINE_ADMIN_PASSWORD", "");
        var service = PackagedService.start(WITHOUT_MASK, Packages.h2(), settings);
        var bearer = "Bearer " + firstToken(service, data);
        try (var half = upload(service.port(), bearer)) {
            Eventually.within(SOON, "no upload is under way", () -> uploads(data) == 1);
            assertPrivate(data);
            half.getOutputStream().flush();
            service.kill();
        }
        assertEquals(1, uploads(data));
        var foreignUpload = Files.createDirectory(data.resolve("uploads/of-somebody-else"));
        var foreign = Files.writeString(data.resolve("notes.txt"), "of somebody else");
        openToEverybody(data, foreign);

        try (var next = PackagedService.start(Packages.h2(), settings)) {
            assertEquals(0, uploads(data));
            assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(foreign)));
            Files.delete(foreign);
            open(foreignUpload, "rwx------");
            assertPrivate(data);
            var answer = new Administered(next.port(), firstToken(next, data)).restore("{}");
            assertTrue(answer.statusCode() >= 400, answer.body());
        }
        Files.delete(foreignUpload);
        assertEquals(0, entries(data.resolve("uploads")), "a stop leaves something");
    }

    private static void openToEverybody(Path data, Path foreign) throws IOException {
        var backups = Files.createDirectories(data.resolve("backups"));
        var backup = Files.writeString(backups.resolve("pipeline-20260101T000000.000Z.mv.db"), "old");
        open(data, "rwxrwxrwx");
        open(backups, "rwxr-xr-x");
        open(data.resolve("pipeline.mv.db"), "rw-rw-rw-");
        open(data.resolve("admin-password.txt"), "rw-r--r--");
        open(backup, "rw-r--r--");
        open(foreign, "rw-r--r--");
    }

    private static String firstToken(PackagedService service, Path data) throws IOException {
        var password = Files.readString(data.resolve("admin-password.txt")).strip();
        return SignedIn.token(service.port(), "admin", password);
    }

    /** Two instances of the other edition may share a directory, as by default when they are started in the same place. */
    @Test
    void anInstanceLeavesTheUploadsOfAnotherAlone() throws Exception {
        var first = SharedService.postgresql();
        var data = first.data();
        var port = first.service().port();
        try (var half = upload(port, SignedIn.bearer(port))) {
            Eventually.within(SOON, "no upload is under way", () -> uploads(data) == 1);

            try (var second = PackagedService.start(first.application(), first.settings())) {
                assertTrue(second.isReady());
                assertEquals(1, uploads(data));
                half.getOutputStream().flush();
            }
            assertEquals(1, uploads(data));
        }
    }

    /** Begins an upload whose body does not end. */
    private static Socket upload(int port, String bearer) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        OutputStream out = socket.getOutputStream();
        out.write("""
                POST /api/v1/admin/restore HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Content-Type: application/x-ndjson\r
                Content-Length: 4000000\r
                \r
                """.formatted(bearer).getBytes(StandardCharsets.US_ASCII));
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
