package org.investmentpipeline.backup;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.file.OwnFile;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.jboss.logging.Logger;

/** Makes copies of the embedded database while the service writes to it. To restore one, replace the database file by it. */
@ApplicationScoped
class Backup {
    private static final Logger LOG = Logger.getLogger(Backup.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'pipeline-'yyyyMMdd'T'HHmmss.SSS'Z.mv.db'")
            .withZone(ZoneOffset.UTC);
    private static final int BUFFER = 1 << 20;
    private static final String UNFINISHED = ".part";

    /** Settings of backups. */
    @ConfigMapping(prefix = "pipeline")
    interface Settings {
        /** The directory of the embedded database and its backups. */
        Path dataDir();
    }

    private final DataSource database;
    private final DatabaseKind kind;
    private final LedgerClock ledgerClock;
    private final Clock clock;
    private final Path directory;
    /** Only one at a time: the first to end would let the database reuse space that the other still reads. */
    private final ReentrantLock turn = new ReentrantLock();

    Backup(DataSource database, DatabaseKind kind, LedgerClock ledgerClock, Clock clock, Settings settings) {
        this.database = database;
        this.kind = kind;
        this.ledgerClock = ledgerClock;
        this.clock = clock;
        this.directory = settings.dataDir().resolve("backups");
    }

    /** A finished backup. */
    @Schema(name = "Backup", description = "A copy of the embedded database.")
    record Made(
            @Schema(
                    required = true,
                    description = "Its name in the directory `backups` of the data directory.",
                    examples = "pipeline-20260701T080000.000Z.mv.db")
            String file,

            @Schema(required = true, description = "In bytes.", examples = "2097152")
            long size,

            @Schema(required = true, description = "The time of its start.")
            Instant at,

            @Schema(required = true, description = "It contains everything recorded up to this moment.")
            Instant knownAt) {}

    Made make() {
        if (!kind.isEmbedded()) {
            throw Problem.of(
                    ProblemType.REFUSED,
                    "Use the tools of PostgreSQL, such as pg_dump; this operation is for the embedded database.",
                    "PostgreSQL 请用其自身工具（如 pg_dump）备份；此操作仅用于内置数据库。");
        }
        if (!turn.tryLock()) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "Another backup is being made; try again when it is done.",
                    "正在进行另一次备份，请待其完成后重试。");
        }
        try {
            return copy();
        } finally {
            turn.unlock();
        }
    }

    private Made copy() {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var knownAt = ledgerClock.known(null);
        var file = directory.resolve(NAME.format(at));
        var unfinished = directory.resolve(file.getFileName() + UNFINISHED);
        try {
            removeUnfinished();
            write(OwnFile.create(unfinished));
            Files.move(unfinished, file);
            return new Made(file.getFileName().toString(), Files.size(file), at, knownAt);
        } catch (IOException | SQLException failed) {
            LOG.error("A backup could not be written", failed);
            remove(unfinished);
            throw Problem.of(
                    ProblemType.UNAVAILABLE,
                    "The backup could not be written to the data directory, and its remains were removed; is the disk full?"
                            + " The reason is in the log.",
                    "备份无法写入数据目录，未留下任何文件；磁盘是否已满？原因见日志。");
        }
    }

    private void write(Path file) throws IOException, SQLException {
        try (var connection = database.getConnection();
                var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            DatabaseFile.copy(connection, out);
            channel.force(true);
        }
    }

    /** Removes the incomplete backups of a killed process. */
    private void removeUnfinished() throws IOException {
        if (Files.isDirectory(directory)) {
            try (var left = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
                left.forEach(Backup::remove);
            }
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warnf(stays, "%s could not be removed", file);
        }
    }
}
