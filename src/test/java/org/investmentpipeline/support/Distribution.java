package org.investmentpipeline.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The zip that the build makes for people without the source. */
public final class Distribution {
    private Distribution() {}

    /** Unpacks it into a new directory, and answers the directory of the service. */
    public static Path unpacked() throws IOException {
        var directory = TestDatabase.newDirectory();
        try (var zip = ZipFile.builder().setPath(archive()).get()) {
            for (var entries = zip.getEntries().asIterator(); entries.hasNext(); ) {
                var entry = entries.next();
                var file = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString(
                                    (entry.getUnixMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
                }
            }
        }
        try (var roots = Files.list(directory)) {
            return roots.findFirst().orElseThrow();
        }
    }

    /** The command that starts the service on this system. */
    public static String script(Path home) {
        var isWindows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin")
                .resolve(isWindows ? "investment-pipeline.cmd" : "investment-pipeline")
                .toString();
    }

    private static Path archive() throws IOException {
        try (var archives = Files.newDirectoryStream(Path.of("target"), "investment-pipeline-*.zip")) {
            return archives.iterator().next();
        }
    }
}
