package org.investmentpipeline.support;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The SQL statements that the embedded database executes, by its own statistics. */
public final class Statements {
    /** Those of this class, and the validation of a connection by the pool. */
    private static final Set<String> NOT_COUNTED = Set.of(
            "SET QUERY_STATISTICS TRUE",
            "select sql_statement, execution_count from information_schema.query_statistics",
            "select 1");

    private static final String END = "COMMIT";

    private Statements() {}

    /**
     * The statements of an action: the fewest of several runs, since jobs in the background execute statements meanwhile. The end of a
     * transaction is a statement; a batch of inserts is one.
     */
    public static List<String> fewest(DataSource database, int runs, Runnable action) throws SQLException {
        return fewest(database, runs, () -> {}, action);
    }

    /** The same of an action that each time follows another, whose statements are not meant. */
    public static List<String> fewest(DataSource database, int runs, Runnable before, Runnable action)
            throws SQLException {
        var idle = during(database, () -> {});
        var fewest = after(before, database, action);
        for (var run = 1; run < runs; run++) {
            var executed = after(before, database, action);
            fewest = executed.size() < fewest.size() ? executed : fewest;
        }
        return without(fewest, idle);
    }

    private static List<String> after(Runnable before, DataSource database, Runnable action) throws SQLException {
        before.run();
        return during(database, action);
    }

    private static List<String> without(List<String> executed, List<String> others) {
        var left = new ArrayList<>(executed);
        others.forEach(left::remove);
        return left;
    }

    private static List<String> during(DataSource database, Runnable action) throws SQLException {
        set(database, "SET QUERY_STATISTICS TRUE");
        try {
            action.run();
            return counted(database);
        } finally {
            set(database, "SET QUERY_STATISTICS FALSE");
        }
    }

    private static List<String> counted(DataSource database) throws SQLException {
        var executed = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select sql_statement, execution_count from information_schema.query_statistics")) {
            while (rows.next()) {
                var sql = rows.getString(1).strip().replaceAll("\\s+", " ");
                for (var i = 0; i < times(sql, rows.getInt(2)); i++) {
                    executed.add(sql);
                }
            }
        }
        return executed;
    }

    /** The end of a transaction is counted twice by the database: a second time when the connection goes back to the pool. */
    private static int times(String sql, int counted) {
        if (NOT_COUNTED.contains(sql)) {
            return 0;
        }
        if (sql.equals(END)) {
            return counted / 2;
        }
        return sql.startsWith("insert into") ? 1 : counted;
    }

    private static void set(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
