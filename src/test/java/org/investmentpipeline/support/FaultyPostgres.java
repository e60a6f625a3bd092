package org.investmentpipeline.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server of its own, to be ended without warning, frozen, filled up and started again on the same data and port. */
public final class FaultyPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Removed by the last of its processes. */
    private static final String PID = "postmaster.pid";

    private final Path data = TestDatabase.newDirectory().resolve("postgresql");
    private EmbeddedPostgres server;

    public FaultyPostgres() throws IOException {
        server = start(0);
    }

    /** What is committed is written, as in an installation; files of its log have one MB, so that a small disk holds them. */
    private EmbeddedPostgres start(int port) throws IOException {
        return PostgresServer.builder()
                .setLocaleConfig("wal-segsize", "1")
                .setServerConfig("synchronous_commit", "on")
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A new, empty database, as the settings of a service. */
    public Map<String, String> newDatabase() {
        return PostgresServer.newDatabase(server);
    }

    public int port() {
        return server.getPort();
    }

    /** Ends it as when its machine fails, and waits until it is gone. */
    public void crash() throws Exception {
        signal("QUIT", postmaster());
        Eventually.within(PATIENCE, "the server is gone", () -> !Files.exists(data.resolve(PID)));
        server.close();
    }

    public void startAgain() throws IOException {
        server = start(server.getPort());
    }

    /** It still takes connections and requests, and answers none. */
    public void freeze() throws IOException {
        signal("STOP", postmaster());
        processes().forEach(process -> signal("STOP", process));
    }

    public void thaw() throws IOException {
        processes().forEach(process -> signal("CONT", process));
    }

    /** All of them, the postmaster first. */
    public Stream<ProcessHandle> processes() throws IOException {
        var postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants());
    }

    /** How many bytes its largest file has. */
    public long largestFile() throws IOException {
        try (var files = Files.walk(data)) {
            return files.mapToLong(file -> file.toFile().length()).max().orElseThrow();
        }
    }

    /** What the connections to the databases of services are doing, such as {@code idle}. */
    public List<String> connections() throws SQLException {
        var states = new ArrayList<String>();
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select state from pg_stat_activity where datname like 'pipeline%' and backend_type = 'client backend'")) {
            while (rows.next()) {
                states.add(rows.getString(1));
            }
        }
        return states;
    }

    /** From now on, whatever connects can only read. */
    public void makeReadOnly() throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres set default_transaction_read_only = on");
        }
    }

    private Connection connect(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Long.parseLong(Files.readAllLines(data.resolve(PID)).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void signal(String name, ProcessHandle process) {
        Commands.run("kill", "-" + name, Long.toString(process.pid()));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
