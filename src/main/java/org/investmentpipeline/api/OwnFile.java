package org.investmentpipeline.api;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A new file that only the service's own user may read, where the file system knows of users. */
public final class OwnFile {
    private OwnFile() {}

    /** Makes an empty file, and the directories above it where they are missing. */
    public static Path create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.createFile(file, onlyMine());
    }

    private static FileAttribute<?>[] onlyMine() {
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
