package org.investmentpipeline.file;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The directory of this instance's uploads. Instances that share a data directory have one each, and each locks a file next to its
 * own: the lock ends with the process, so that the next start finds and removes the uploads left by a crash.
 */
@ApplicationScoped
public class UploadDirectory {
    private static final Logger LOG = Logger.getLogger(UploadDirectory.class);
    private static final String LOCK = ".lock";

    /** The names of the directories of instances; other files in the same directory are not touched. */
    private static final Pattern INSTANCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String SETTING = "quarkus.http.body.uploads-directory";

    private final Path directory;
    private final Path parent;
    private final Path lockFile;
    private @Nullable FileChannel lock;

    UploadDirectory(@ConfigProperty(name = SETTING) Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.parent = Objects.requireNonNull(this.directory.getParent());
        this.lockFile = lockOf(this.directory);
    }

    /** Removes the uploads of instances that have ended, and creates the directory. Refused when its name does not contain the instance name. */
    public void prepare() throws IOException {
        if (!isOfAnInstance(directory)) {
            throw new IOException("%s must end with ${instance.name}".formatted(SETTING));
        }
        OwnFile.createDirectory(parent);
        if (!OwnFile.isShared(parent)) {
            OwnFile.restrict(parent);
        }
        try (var left = Files.newDirectoryStream(parent, each -> Files.isDirectory(each) && isOfAnInstance(each))) {
            left.forEach(this::removeUnlessInUse);
        }
        lock = lock(lockFile);
        OwnFile.createDirectory(directory);
    }

    /** A new file for one upload. */
    public Path newFile() throws IOException {
        return Files.createTempFile(directory, "upload", null);
    }

    void remove(@Observes ShutdownEvent stopping) throws IOException {
        if (lock != null) {
            removeTree(directory);
            Files.deleteIfExists(lockFile);
            lock.close();
        }
    }

    /** Waits for another instance that is checking the lock, and starts again when it deleted the lock file. */
    private static FileChannel lock(Path file) throws IOException {
        while (true) {
            if (Files.notExists(file)) {
                OwnFile.create(file);
            }
            var channel = FileChannel.open(file, StandardOpenOption.WRITE);
            channel.lock();
            if (Files.exists(file)) {
                return channel;
            }
            channel.close();
        }
    }

    private static boolean isOfAnInstance(Path directory) {
        return INSTANCE.matcher(directory.getFileName().toString()).matches();
    }

    private void removeUnlessInUse(Path other) {
        var itsLock = lockOf(other);
        try {
            if (Files.notExists(itsLock)) {
                removeTree(other);
                return;
            }
            try (var channel = FileChannel.open(itsLock, StandardOpenOption.WRITE)) {
                if (channel.tryLock() != null) {
                    removeTree(other);
                    Files.delete(itsLock);
                    LOG.infof("Removed the uploads that a crash left in %s", other);
                }
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            LOG.debugf("%s is in use by this process", other);
        } catch (IOException failed) {
            LOG.warnf("The uploads in %s, left by a crash, cannot be removed: %s", other, failed);
        }
    }

    private static Path lockOf(Path directory) {
        return directory.resolveSibling(directory.getFileName() + LOCK);
    }

    private static void removeTree(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
