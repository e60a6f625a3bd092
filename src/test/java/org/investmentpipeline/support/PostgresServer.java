package org.investmentpipeline.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server without a container, started once for all tests of a run. It compares texts by code point on
 * every machine, whatever languages are installed there.
 */
public final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    /** A new, empty database, as the settings of a service. */
    public static Map<String, String> newDatabase() {
        return newDatabase(SERVER);
    }

    /** A new, empty database of a server, as the settings of a service. */
    static Map<String, String> newDatabase(EmbeddedPostgres server) {
        var name = "pipeline_" + DATABASES.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://localhost:%d/%s?reWriteBatchedInserts=true"
                                .formatted(server.getPort(), name),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    /** A new user that is let in with a password only, whereas the server trusts all others of this machine. */
    public static void withPassword(String user, String password) throws IOException, SQLException {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role %s login password '%s'".formatted(user, password));
            try (var file = statement.executeQuery("show hba_file")) {
                file.next();
                var rules = Path.of(file.getString(1));
                var first = "host all %s 0.0.0.0/0 scram-sha-256\nhost all %1$s ::/0 scram-sha-256\n".formatted(user);
                Files.writeString(rules, first + Files.readString(rules));
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    /** A server that compares texts as an installation does. */
    static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    private static EmbeddedPostgres start() {
        try {
            return builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
