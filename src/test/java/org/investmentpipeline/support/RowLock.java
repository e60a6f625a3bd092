package org.investmentpipeline.support;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A row that another transaction keeps locked until it is closed. */
public final class RowLock implements AutoCloseable {
    private final Connection connection;

    private RowLock(Connection connection) {
        this.connection = connection;
    }

    /** Locks the row of the ledger's clock, as a write does that is being committed. */
    public static RowLock ofTheClock(DataSource database) throws SQLException {
        return of(database, "select id from ledger_clock where id = 1");
    }

    /** Takes the naming lock, as imports and registrations do. */
    public static RowLock ofNaming(DataSource database) throws SQLException {
        return of(database, "select id from registrar where id = 1");
    }

    /** Locks one project. */
    public static RowLock ofProject(DataSource database, long id) throws SQLException {
        return of(database, "select id from project where id = " + id);
    }

    private static RowLock of(DataSource database, String select) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.executeQuery(select + " for update").close();
        }
        return new RowLock(connection);
    }

    /** Whether somebody else has a row locked. */
    public static boolean isTaken(DataSource database, String table, long id) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select id from %s where id = %d for update skip locked".formatted(table, id))) {
                return !rows.next();
            } finally {
                connection.rollback();
            }
        }
    }

    /** Lets the row go; again does nothing. */
    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.close();
        }
    }
}
