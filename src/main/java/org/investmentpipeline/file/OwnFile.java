package org.investmentpipeline.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Creates files (0600) and directories (0700) that only the service's own user may read, where the file system supports permissions. */
public final class OwnFile {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final int STICKY = 01000;

    private OwnFile() {}

    /** Creates an empty file and missing parent directories. */
    public static Path create(Path file) throws IOException {
        createDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        return Files.createFile(file, attributes(file, FILE));
    }

    /** Creates a directory and missing parent directories. */
    public static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes(directory, DIRECTORY));
        }
    }

    /** Removes all permissions of other users on an existing file or directory; a file deleted meanwhile is ignored. */
    public static void restrict(Path path) throws IOException {
        if (!isPosix(path)) {
            return;
        }
        try {
            var wanted = Files.isDirectory(path) ? DIRECTORY : FILE;
            if (!wanted.equals(Files.getPosixFilePermissions(path))) {
                Files.setPosixFilePermissions(path, wanted);
            }
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    /** Whether a directory is shared by many users, such as {@code /tmp}. */
    public static boolean isShared(Path directory) throws IOException {
        return directory.getParent() == null
                || (isPosix(directory) && ((int) Files.getAttribute(directory, "unix:mode") & STICKY) != 0);
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Whether the file system of a path has permissions for owner, group and others. */
    public static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
