package org.investmentpipeline.backup.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A dump has every table and every column of the schema, on either database. */
@QuarkusTest
class KeptTablesIT {
    private static final String SCHEMA = "kept_tables";

    private final AgroalDataSource database;

    KeptTablesIT(AgroalDataSource database) {
        this.database = database;
    }

    @Test
    void everyTableIsKeptOrLeftOutForAReason() throws SQLException {
        var listed = Stream.of(
                        KeptTables.ORDER.stream(),
                        KeptTables.LEFT_OUT.keySet().stream(),
                        Stream.of("flyway_schema_history"))
                .flatMap(names -> names)
                .toList();

        assertEquals(
                new TreeSet<>(listed),
                new TreeSet<>(names("select table_name from information_schema.tables"
                        + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'")));
        assertEquals(new TreeSet<>(listed).size(), listed.size(), "a table is listed twice");
    }

    @Test
    void everyColumnOfAKeptTableIsKept() throws SQLException {
        try (var connection = database.getConnection()) {
            for (var table : KeptTables.in(connection)) {
                assertEquals(
                        new TreeSet<>(columns(connection, table.name())), new TreeSet<>(table.names()), table.name());
            }
        }
    }

    /** Written down once, since both databases have to agree on it: dumps move between them. */
    @Test
    void columnsAreInTheOrderOfTheMigrationsThatAddedThem() throws SQLException {
        try (var connection = database.getConnection()) {
            assertEquals(
                    List.of(
                            "id whole",
                            "username text",
                            "password_hash text",
                            "first_password truth",
                            "active truth",
                            "limited truth",
                            "version whole",
                            "username_folded text",
                            "password_change_due truth"),
                    described(TableMetadata.read(connection, "users")));
            assertEquals(
                    List.of("user_id", "role"),
                    TableMetadata.read(connection, "user_role").key());
            assertEquals(
                    "parent_code", TableMetadata.read(connection, "department").parent());
            assertEquals(
                    "reverses_id",
                    TableMetadata.read(connection, "project_change").parent());
        }
    }

    @Test
    void rowsFollowTheRowsThatTheyReferTo() throws SQLException {
        try (var connection = database.getConnection()) {
            for (var table : KeptTables.ORDER) {
                var referred = referred(connection, table);
                referred.remove(table);
                assertTrue(
                        KeptTables.ORDER
                                .subList(0, KeptTables.ORDER.indexOf(table))
                                .containsAll(referred),
                        () -> table + " refers to " + referred);
            }
        }
    }

    @Test
    void everySequenceNumbersAKeptTable() throws SQLException {
        for (var sequence : names("select sequence_name from information_schema.sequences"
                + " where lower(sequence_schema) = 'public'")) {
            assertTrue(KeptTables.ORDER.contains(sequence.replaceAll("_seq$", "")), sequence);
        }
    }

    @Test
    void aColumnThatAMigrationAddsIsDumpedAndRestored() throws SQLException {
        inASchemaOfItsOwn(connection -> {
            execute(connection, """
                    create table zone_like (
                        code      varchar(64) not null,
                        parent    varchar(64),
                        double_of integer generated always as (1 + 1),
                        constraint zone_like_pk primary key (code),
                        constraint zone_like_parent_fk foreign key (parent) references zone_like (code))
                    """.replace("(1 + 1)", isEmbedded() ? "(1 + 1)" : "(1 + 1) stored"));
            // The underscore of a name is a wildcard in patterns of metadata.
            execute(connection, "create table zoneXlike (other integer)");
            for (var added : List.of(
                    "land_area numeric(14, 2)",
                    "jobs integer",
                    "many bigint",
                    "kept boolean",
                    "on_day date",
                    "at timestamp(3) with time zone")) {
                execute(connection, "alter table zone_like add column " + added);
            }

            var table = TableMetadata.read(connection, "zone_like");

            assertEquals(
                    List.of(
                            "code text",
                            "parent text",
                            "land_area exact",
                            "jobs whole",
                            "many whole",
                            "kept truth",
                            "on_day day",
                            "at moment"),
                    described(table));
            assertEquals("parent", table.parent());
            var row = Arrays.<Object>asList(
                    "a",
                    null,
                    new BigDecimal("12.50"),
                    3L,
                    4L,
                    true,
                    LocalDate.parse("2026-07-01"),
                    OffsetDateTime.parse("2026-07-01T00:00:00.123Z"));
            try (var rows = new RowInserts(connection)) {
                rows.add(table, 1, row);
            }
            assertEquals(List.of(row), read(connection, table));
        });
    }

    @Test
    void aTypeThatADumpHasNoFormForIsRefused() throws SQLException {
        inASchemaOfItsOwn(connection -> {
            execute(
                    connection,
                    "create table clock (id integer, at timestamp(3), constraint clock_pk primary key (id))");

            assertThrows(IllegalArgumentException.class, () -> TableMetadata.read(connection, "clock"));
            assertThrows(SQLException.class, () -> TableMetadata.read(connection, "clocks"));
        });
    }

    /** Work on a connection. */
    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void inASchemaOfItsOwn(Work work) throws SQLException {
        try (var connection = database.getConnection()) {
            var usual = connection.getSchema();
            execute(connection, "create schema " + SCHEMA);
            try {
                connection.setSchema(isEmbedded() ? SCHEMA.toUpperCase(Locale.ROOT) : SCHEMA);
                work.on(connection);
            } finally {
                connection.setSchema(usual);
                execute(connection, "drop schema " + SCHEMA + " cascade");
            }
        }
    }

    private static boolean isEmbedded() {
        return System.getProperty("quarkus.datasource.db-kind", "h2").equals("h2");
    }

    private static List<List<Object>> read(Connection connection, KeptTable table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(table.page(0, false, 10))) {
            var found = new ArrayList<List<Object>>();
            while (rows.next()) {
                var row = new ArrayList<Object>();
                for (var i = 0; i < table.columns().size(); i++) {
                    row.add(table.columns().get(i).kind().read(rows, i + 1));
                }
                found.add(row);
            }
            return found;
        }
    }

    private static List<String> described(KeptTable table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.kind().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> referred(Connection connection, String table) throws SQLException {
        var metadata = connection.getMetaData();
        var name = metadata.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (var keys = metadata.getImportedKeys(connection.getCatalog(), connection.getSchema(), name)) {
            var referred = new ArrayList<String>();
            while (keys.next()) {
                referred.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
            return referred;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> names(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
            return names;
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            var columns = new ArrayList<String>();
            var described = rows.getMetaData();
            for (var i = 1; i <= described.getColumnCount(); i++) {
                columns.add(described.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            return columns;
        }
    }
}
