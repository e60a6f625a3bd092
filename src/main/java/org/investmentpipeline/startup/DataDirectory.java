package org.investmentpipeline.startup;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.investmentpipeline.file.OwnFile;
import org.jboss.logging.Logger;

/**
 * The directory of all files of the service. Only the user of the service may enter it (0700) and read its files
 * (0600), existing ones included; file systems without such permissions are left as they are.
 */
@ApplicationScoped
class DataDirectory {
    private static final Logger LOG = Logger.getLogger(DataDirectory.class);

    /** The service's own files: the database with its temporary files, backups, the first password. Others are not touched. */
    private static final String FILES = "{pipeline.*,admin-password.txt}";

    private static final String BACKUPS = "backups";
    private static final String BACKUP_FILES = "pipeline-*";

    @ConfigMapping(prefix = "pipeline")
    interface Settings {
        /** The directory of the embedded database and its backups. */
        Path dataDir();
    }

    private final Path directory;

    DataDirectory(Settings settings) {
        this.directory = settings.dataDir().toAbsolutePath().normalize();
    }

    /** Creates the directory, or refuses the start when it cannot be written. */
    void prepare() {
        try {
            OwnFile.createDirectory(directory);
        } catch (IOException failed) {
            throw StartupRefusal.of(
                    "The data directory %s cannot be created: %s. See pipeline.data-dir.",
                    "无法创建数据目录 %s：%s。请检查 pipeline.data-dir。", directory, reason(failed));
        }
        try {
            Files.delete(Files.createTempFile(directory, ".writable", null));
        } catch (IOException failed) {
            throw StartupRefusal.of(
                    "The data directory %s cannot be written: %s. See pipeline.data-dir.",
                    "无法写入数据目录 %s：%s。请检查 pipeline.data-dir。", directory, reason(failed));
        }
        restrict();
    }

    /** Creates the file of the embedded database before H2 does, which would apply the umask of the process. */
    void prepareFile(Path file) {
        try {
            if (Files.notExists(file)) {
                OwnFile.create(file);
            }
            FileChannel.open(file, StandardOpenOption.WRITE).close();
            OwnFile.restrict(file);
        } catch (IOException failed) {
            throw StartupRefusal.of(
                    "The file of the database %s cannot be written: %s.", "无法写入数据库文件 %s：%s。", file, reason(failed));
        }
    }

    /** Removes all permissions of other users on the service's files. */
    void restrict() {
        try {
            if (!OwnFile.isShared(directory)) {
                OwnFile.restrict(directory);
            }
            restrictFiles(directory, FILES);
            var backups = directory.resolve(BACKUPS);
            if (Files.isDirectory(backups)) {
                OwnFile.restrict(backups);
                restrictFiles(backups, BACKUP_FILES);
            }
        } catch (IOException failed) {
            LOG.warnf("Other users may be able to read the data directory %s: %s", directory, reason(failed));
        }
    }

    private static void restrictFiles(Path directory, String names) throws IOException {
        try (var files = Files.newDirectoryStream(directory, names)) {
            for (var file : files) {
                if (Files.isRegularFile(file)) {
                    OwnFile.restrict(file);
                }
            }
        }
    }

    private static String reason(IOException failed) {
        return failed.getClass().getSimpleName() + ": " + StartupFailure.line(failed);
    }
}
