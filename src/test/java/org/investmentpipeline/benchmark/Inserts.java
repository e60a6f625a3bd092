package org.investmentpipeline.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Rows on their way into one table, in batches that someone else measures out. */
final class Inserts implements AutoCloseable {
    private final PreparedStatement statement;
    private long count;

    Inserts(Connection connection, String table, String columns) throws SQLException {
        var places = String.join(", ", Collections.nCopies(columns.split(",", -1).length, "?"));
        statement = connection.prepareStatement("insert into %s (%s) values (%s)".formatted(table, columns, places));
    }

    long count() {
        return count;
    }

    void add(@Nullable Object... values) throws SQLException {
        put(0, values);
    }

    /** A row whose first column is its number, from 1. */
    void addNumbered(@Nullable Object... values) throws SQLException {
        statement.setLong(1, count + 1);
        put(1, values);
    }

    private void put(int before, @Nullable Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            var value = values[i];
            statement.setObject(
                    before + i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
        statement.addBatch();
        count++;
    }

    /** Sends what was added. */
    void flush() throws SQLException {
        statement.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
