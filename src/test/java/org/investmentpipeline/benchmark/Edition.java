package org.investmentpipeline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.PostgresServer;
import org.investmentpipeline.support.TestDatabase;

/** An edition as it is packaged. */
enum Edition {
    H2 {
        @Override
        Installation install() {
            var directory = TestDatabase.newDirectory();
            return new Installation(
                    this,
                    Packages.h2(),
                    Map.of("PIPELINE_DATA_DIR", directory.toString()),
                    "jdbc:h2:file:%s/pipeline;DB_CLOSE_ON_EXIT=FALSE".formatted(directory),
                    "");
        }

        @Override
        void settle(Connection connection) throws SQLException {
            execute(connection, "analyze");
            execute(connection, "shutdown compact");
        }

        @Override
        long bytes(Installation installation) throws IOException {
            return Files.size(Path.of(installation.settings.get("PIPELINE_DATA_DIR"), "pipeline.mv.db"));
        }
    },
    POSTGRESQL {
        @Override
        Installation install() throws IOException, InterruptedException {
            var database = PostgresServer.newDatabase();
            return new Installation(
                    this,
                    Packages.postgresql(),
                    Packages.environment(database),
                    Objects.requireNonNull(database.get("quarkus.datasource.jdbc.url")),
                    Objects.requireNonNull(database.get("quarkus.datasource.password")));
        }

        @Override
        void settle(Connection connection) throws SQLException {
            execute(connection, "vacuum analyze");
        }

        @Override
        long bytes(Installation installation) throws SQLException {
            try (var connection = installation.connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select pg_database_size(current_database())")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    };

    /** A new, empty database, and the service that is to speak to it. */
    abstract Installation install() throws IOException, InterruptedException;

    /** Lets the planner know what was loaded, and removes what loading left behind: an installation had years to do so. */
    abstract void settle(Connection connection) throws SQLException;

    /** The size of the database. */
    abstract long bytes(Installation installation) throws IOException, SQLException;

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * The service with a database of its own.
     *
     * @param settings the environment of the service
     * @param url of the database; the embedded one can be reached only while the service is down
     */
    record Installation(Edition edition, Path application, Map<String, String> settings, String url, String password) {
        private static final String HEAP = "-Xmx" + System.getProperty("benchmark.heap", "1g");

        PackagedService start() throws IOException, InterruptedException {
            return PackagedService.start(application, settings, HEAP);
        }

        Connection connect() throws SQLException {
            var user = settings.getOrDefault("QUARKUS_DATASOURCE_USERNAME", "pipeline");
            return DriverManager.getConnection(url, user, password);
        }
    }
}
