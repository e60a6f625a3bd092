package org.investmentpipeline.backup.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that a migration adds is forgotten by dumps. */
@QuarkusTest
class KeptTablesIT {
    private final AgroalDataSource database;

    KeptTablesIT(AgroalDataSource database) {
        this.database = database;
    }

    @Test
    void everyTableIsKeptOrKnownToBeLeftOut() throws SQLException {
        var known = Stream.of(
                        KeptTables.ALL.stream().map(KeptTable::name),
                        KeptTables.LEFT_OUT.stream(),
                        Stream.of("flyway_schema_history"))
                .flatMap(names -> names)
                .toList();

        assertEquals(
                new TreeSet<>(known),
                new TreeSet<>(names("select table_name from information_schema.tables"
                        + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'")));
        assertEquals(new TreeSet<>(known).size(), known.size(), "a table stands twice");
    }

    @Test
    void everyColumnOfAKeptTableIsKeptAsWhatItIs() throws SQLException {
        try (var connection = database.getConnection()) {
            for (var table : KeptTables.ALL) {
                assertEquals(
                        new TreeSet<>(
                                table.columns().stream().map(Object::toString).toList()),
                        new TreeSet<>(columns(connection, table.name())),
                        table.name());
            }
        }
    }

    @Test
    void everySequenceNumbersAKeptTable() throws SQLException {
        var numbered = KeptTables.ALL.stream()
                .filter(KeptTable::numbered)
                .map(KeptTable::sequence)
                .toList();

        assertEquals(
                new TreeSet<>(numbered),
                new TreeSet<>(names("select sequence_name from information_schema.sequences"
                        + " where lower(sequence_schema) = 'public'")));
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
            return columns(rows);
        }
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
        var columns = new ArrayList<String>();
        var described = rows.getMetaData();
        for (var i = 1; i <= described.getColumnCount(); i++) {
            var kind = switch (described.getColumnType(i)) {
                case Types.VARCHAR, Types.CLOB -> ValueKind.TEXT;
                case Types.INTEGER, Types.BIGINT -> ValueKind.WHOLE;
                case Types.NUMERIC, Types.DECIMAL -> ValueKind.EXACT;
                case Types.BOOLEAN, Types.BIT -> ValueKind.TRUTH;
                case Types.DATE -> ValueKind.DAY;
                case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ValueKind.MOMENT;
                default -> throw new AssertionError(described.getColumnTypeName(i));
            };
            columns.add(new KeptTable.Column(described.getColumnName(i).toLowerCase(Locale.ROOT), kind).toString());
        }
        return columns;
    }
}
