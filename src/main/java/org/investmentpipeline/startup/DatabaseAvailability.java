package org.investmentpipeline.startup;

import io.agroal.api.AgroalDataSource;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.investmentpipeline.file.UploadDirectory;
import org.investmentpipeline.outage.DatabaseUnavailable;
import org.jboss.logging.Logger;

/**
 * Checks the data directory and the database before Flyway and the pool use them. A database server that is not up yet is
 * awaited; any other failure ends the start at once.
 */
@Singleton
class DatabaseAvailability implements FlywayConfigurationCustomizer {
    private static final Logger LOG = Logger.getLogger(DatabaseAvailability.class);
    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:file:)?([^;]+).*");
    private static final String HISTORY = "flyway_schema_history";
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int TRIES_PER_LINE = 4;

    /** A larger file has been in use: at the first start it has the table of migrations before it grows to this size. */
    private static final long USED = 64 * 1024;

    /** Settings of the start. */
    @ConfigMapping(prefix = "pipeline.startup")
    interface Settings {
        /** The longest wait for a database server that does not answer yet. */
        Duration databaseWait();
    }

    private final DataDirectory directory;
    private final UploadDirectory uploads;
    private final Settings settings;
    private final boolean embedded;
    private final String url;

    DatabaseAvailability(
            DataDirectory directory,
            UploadDirectory uploads,
            Settings settings,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.directory = directory;
        this.uploads = uploads;
        this.settings = settings;
        this.embedded = kind.equals("h2");
        this.url = url;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        directory.prepare();
        prepareUploads();
        var database = (AgroalDataSource) configuration.getDataSource();
        if (embedded) {
            open(database);
        } else {
            await(database);
        }
    }

    private void prepareUploads() {
        try {
            uploads.prepare();
        } catch (IOException failed) {
            throw StartupRefusal.of(
                    "The directory for uploads cannot be created: %s. See pipeline.data-dir.",
                    "无法创建上传目录：%s。请检查 pipeline.data-dir。", DatabaseFailure.reason(failed));
        }
    }

    /** Some files of the database are created only while it is open. */
    void restrict(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        directory.restrict();
    }

    private void open(AgroalDataSource database) {
        var file = file();
        var before = file.map(DatabaseAvailability::size).orElse(0L);
        file.ifPresent(directory::prepareFile);
        try (var connection = database.getConnection()) {
            if (before > USED && !hasHistory(connection)) {
                throw StartupRefusal.of(
                        "The file of the database %s is damaged: it has %d bytes, but contains no tables. Replace it by a"
                                + " backup.",
                        "数据库文件 %s 已损坏：共 %d 字节，却找不到任何表。请用备份替换。", address(), before);
            }
        } catch (SQLException failed) {
            throw new StartupRefusal(DatabaseFailure.sentence(failed, address()));
        }
    }

    /** H2 opens a file without a readable chunk as if it were empty. */
    private static boolean hasHistory(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, HISTORY, null)) {
            return tables.next();
        }
    }

    private void await(AgroalDataSource database) {
        var deadline = System.nanoTime() + settings.databaseWait().toNanos();
        for (var tries = 0; ; tries++) {
            try (var connection = database.getConnection()) {
                LOG.debugf("The database answers after %d tries: %s", tries, connection);
                return;
            } catch (SQLException failed) {
                if (!DatabaseUnavailable.isIn(failed)) {
                    throw new StartupRefusal(DatabaseFailure.sentence(failed, address()));
                }
                if (System.nanoTime() > deadline) {
                    throw absent(failed);
                }
                if (tries % TRIES_PER_LINE == 0) {
                    LOG.warnf(
                            "The database %s does not answer yet: %s; the start waits for it",
                            address(), DatabaseFailure.reason(failed));
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private StartupRefusal absent(SQLException failed) {
        return StartupRefusal.of(
                "The database %s did not answer within %d seconds: %s. See quarkus.datasource.jdbc.url and"
                        + " pipeline.startup.database-wait.",
                "数据库 %s 在 %d 秒内没有响应：%s。请检查 quarkus.datasource.jdbc.url 与 pipeline.startup.database-wait。",
                address(),
                settings.databaseWait().toSeconds(),
                DatabaseFailure.reason(failed));
    }

    private String address() {
        return file().map(Path::toString).orElseGet(() -> url.replaceFirst("[?;].*", ""));
    }

    /** The file of the embedded database; none for one in memory or on a server. */
    private Optional<Path> file() {
        var matcher = H2_FILE.matcher(url);
        if (!matcher.matches() || url.matches("jdbc:h2:(mem|tcp|ssl|zip|nio|split|async).*")) {
            return Optional.empty();
        }
        return Optional.of(Path.of(matcher.group(1) + ".mv.db").toAbsolutePath().normalize());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException missing) {
            LOG.debugf("%s: %s", file, missing);
            return 0;
        }
    }
}
