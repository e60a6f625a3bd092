package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.investmentpipeline.support.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger once said, the database itself keeps, whoever asks it to forget. */
@QuarkusTest
class AppendOnlyIT {
    private static final String OPEN = "timestamp with time zone '9999-12-31 00:00:00+00:00'";
    private static final String LATER = "timestamp with time zone '2999-01-01 00:00:00+00:00'";

    private final AgroalDataSource database;
    private final Client client = new Client();

    AppendOnlyIT(AgroalDataSource database) {
        this.database = database;
    }

    /** A row that stands and one that is superseded, in each table. */
    @BeforeEach
    void recordAndSupersede() {
        var project = client.post("/api/v1/projects", Map.of("name", "只增不改")).expecting(201);
        var address = "/api/v1/projects/" + project.at("/id").asLong();
        client.patch(address, Map.of("key", true), "*").expecting(200);
        supersedeSizeTiers();
    }

    /** Stating what is known already records nothing, so the largest tier is renamed, and gets its name back. */
    private void supersedeSizeTiers() {
        var known = new ArrayList<Map<String, Object>>();
        for (JsonNode tier : client.get("/api/v1/size-tiers").at("/items")) {
            known.add(Map.of("code", tier.get("code"), "name", tier.get("name"), "lower", tier.get("lower")));
        }
        var renamed = new ArrayList<>(known);
        var largest = new HashMap<>(renamed.get(renamed.size() - 1));
        largest.put("name", Map.of("zh", "改名", "en", "Renamed"));
        renamed.set(renamed.size() - 1, largest);
        client.put("/api/v1/size-tiers", Map.of("items", renamed)).expecting(200);
        client.put("/api/v1/size-tiers", Map.of("items", known)).expecting(200);
    }

    @ParameterizedTest
    @CsvSource({
        "position, superseded_at = " + OPEN,
        "position, superseded_at < " + OPEN,
        "size_tier, superseded_at = " + OPEN,
        "size_tier, superseded_at < " + OPEN,
        "project_change, id > 0"
    })
    void noValueOfARowChanges(String table, String kind) throws SQLException {
        var id = row(table, kind);

        var columns = columns(table);

        assertTrue(columns.size() > 6, columns::toString);
        assertAll(columns.entrySet().stream()
                .filter(column -> !column.getKey().equals("superseded_at"))
                .map(column -> refused("update %s set %s = %s where id = %d"
                        .formatted(table, column.getKey(), column.getValue(), id))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"position", "size_tier"})
    void aRowIsSupersededOnceAndForGood(String table) throws SQLException {
        var open = row(table, "superseded_at = " + OPEN);
        var superseded = row(table, "superseded_at < " + OPEN);
        var supersede = "update %s set superseded_at = %s where id = %d";

        assertEquals(1, changedThenRolledBack(supersede.formatted(table, LATER, open)));

        assertAll(Stream.of(
                refused(supersede.formatted(table, OPEN, open)),
                refused(supersede.formatted(table, LATER, superseded)),
                refused(supersede.formatted(table, OPEN, superseded)),
                refused("update %s set superseded_at = %s, recorded_at = %s where id = %d"
                        .formatted(table, LATER, "timestamp with time zone '2001-01-01 00:00:00+00:00'", open))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"position", "size_tier", "project_change"})
    void noRowIsDeleted(String table) throws SQLException {
        var id = row(table, "id > 0");

        assertAll(Stream.of(
                refused("delete from %s where id = %d".formatted(table, id)), refused("delete from " + table)));
    }

    @Test
    void whatIsNotTheLedgerMayChange() throws SQLException {
        var id = row("project", "id > 0");

        assertEquals(1, changedThenRolledBack("update project set summary = 'x' where id = " + id));
    }

    private Executable refused(String sql) {
        return () -> {
            var fault = assertThrows(SQLException.class, () -> changedThenRolledBack(sql), sql);
            assertTrue(said(fault).contains("is append-only"), () -> sql + ": " + said(fault));
        };
    }

    /** How many rows a statement changed before it was undone. */
    private int changedThenRolledBack(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                return statement.executeUpdate(sql);
            } finally {
                connection.rollback();
            }
        }
    }

    /** The newest row of a kind. */
    private long row(String table, String kind) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select max(id) from %s where %s".formatted(table, kind))) {
            assertTrue(found.next());
            var id = found.getLong(1);
            assertTrue(id > 0, () -> "no row of %s where %s".formatted(table, kind));
            return id;
        }
    }

    /** Each column with another value of its type. */
    private Map<String, String> columns(String table) throws SQLException {
        var columns = new LinkedHashMap<String, String>();
        try (var connection = database.getConnection();
                var found = connection.getMetaData().getColumns(null, null, cased(connection, table), null)) {
            while (found.next()) {
                var name = found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                columns.put(name, another(name, found.getInt("DATA_TYPE")));
            }
        }
        return columns;
    }

    private static String cased(Connection connection, String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    private static String another(String column, int type) {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.NUMERIC, Types.DECIMAL -> "coalesce(%s, 0) + 1".formatted(column);
            case Types.BOOLEAN, Types.BIT -> "not " + column;
            case Types.DATE -> "date '2001-01-01'";
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                "timestamp with time zone '%s'".formatted(Instant.parse("2001-01-01T00:00:00Z"));
            case Types.VARCHAR -> "'x'";
            default -> throw new IllegalArgumentException(column + " is of type " + type);
        };
    }

    /** The message and those of its causes: the databases wrap what their triggers say. */
    private static String said(@Nullable Throwable fault) {
        var messages = new ArrayList<String>();
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            messages.add(String.valueOf(cause.getMessage()));
        }
        return String.join(" <- ", messages);
    }
}
