package org.investmentpipeline.backup.dump;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads from JDBC metadata how a table is dumped. Columns come in the order of the migrations that added them, which is the same in
 * both databases; columns that the database computes are left out. Rows are ordered by the primary key.
 */
final class TableMetadata {
    private final DatabaseMetaData metadata;
    private final String catalog;
    private final String schema;
    private final String table;

    private TableMetadata(Connection connection, String name) throws SQLException {
        metadata = connection.getMetaData();
        catalog = connection.getCatalog();
        schema = connection.getSchema();
        table = metadata.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** A row of metadata as a value. */
    @FunctionalInterface
    private interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    static KeptTable read(Connection connection, String name) throws SQLException {
        var table = new TableMetadata(connection, name);
        var key = table.key();
        return new KeptTable(name, table.columns(), key, table.parent(key));
    }

    private List<KeptTable.Column> columns() throws SQLException {
        var escape = metadata.getSearchStringEscape();
        var pattern = table.replace(escape, escape + escape).replace("_", escape + "_");
        try (var rows = metadata.getColumns(catalog, schema, pattern, null)) {
            var columns = byPosition(rows, "ORDINAL_POSITION", TableMetadata::column);
            if (columns.isEmpty()) {
                throw new SQLException("there is no table %s in the schema %s".formatted(table, schema));
            }
            return columns.stream().flatMap(List::stream).toList();
        }
    }

    private static List<KeptTable.Column> column(ResultSet row) throws SQLException {
        if ("YES".equals(row.getString("IS_GENERATEDCOLUMN"))) {
            return List.of();
        }
        var kind = ValueKind.of(row.getInt("DATA_TYPE"), row.getString("TYPE_NAME"));
        return List.of(new KeptTable.Column(name(row, "COLUMN_NAME"), kind));
    }

    private List<String> key() throws SQLException {
        try (var rows = metadata.getPrimaryKeys(catalog, schema, table)) {
            return byPosition(rows, "KEY_SEQ", row -> name(row, "COLUMN_NAME"));
        }
    }

    /** The column that refers to the key of another row of the same table, which has to be inserted first. */
    private @Nullable String parent(List<String> key) throws SQLException {
        String parent = null;
        try (var rows = metadata.getImportedKeys(catalog, schema, table)) {
            while (rows.next()) {
                if (rows.getString("PKTABLE_NAME").equals(table)) {
                    if (parent != null || !key.equals(List.of(name(rows, "PKCOLUMN_NAME")))) {
                        throw new SQLException(table + " refers to itself in more ways than one column to its key");
                    }
                    parent = name(rows, "FKCOLUMN_NAME");
                }
            }
        }
        return parent;
    }

    /** Drivers return columns and keys in orders of their own. */
    private static <R> List<R> byPosition(ResultSet rows, String position, Reader<R> reader) throws SQLException {
        var found = new TreeMap<Integer, R>();
        while (rows.next()) {
            found.put(rows.getInt(position), reader.read(rows));
        }
        return new ArrayList<>(found.values());
    }

    private static String name(ResultSet row, String label) throws SQLException {
        return row.getString(label).toLowerCase(Locale.ROOT);
    }
}
