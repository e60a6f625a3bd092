package org.investmentpipeline.backup.dump;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Inserts the rows of a dump in batches; a refusal by the database is a problem that names the lines. */
public final class RowInserts implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final Connection connection;
    private @Nullable KeptTable table;
    private @Nullable PreparedStatement statement;
    private long first;
    private long last;
    private int waiting;

    public RowInserts(Connection connection) {
        this.connection = connection;
    }

    public void add(KeptTable into, long line, List<@Nullable Object> values) {
        try {
            if (!into.equals(table)) {
                begin(into);
            }
            var insert = Objects.requireNonNull(statement);
            for (var i = 0; i < values.size(); i++) {
                insert.setObject(
                        i + 1, values.get(i), into.columns().get(i).kind().sqlType());
            }
            insert.addBatch();
            first = waiting == 0 ? line : first;
            last = line;
            waiting++;
        } catch (SQLException refused) {
            throw refused(refused);
        }
        if (waiting == BATCH) {
            flush();
        }
    }

    private void begin(KeptTable into) throws SQLException {
        close();
        table = into;
        statement = connection.prepareStatement(into.insert());
    }

    /** Sends the pending batch. */
    public void flush() {
        if (statement == null || waiting == 0) {
            return;
        }
        try {
            statement.executeBatch();
            waiting = 0;
        } catch (SQLException refused) {
            throw refused(refused);
        }
    }

    private Problem refused(SQLException refused) {
        return DumpFault.at(
                first,
                "or one of those up to line %d violates a constraint of the database: %s",
                "或至第 %d 行的某一行不符合数据库的约束：%s",
                last,
                DumpFault.shortened(String.valueOf(refused.getMessage()).replaceAll("\\s+", " ")));
    }

    @Override
    public void close() throws SQLException {
        flush();
        if (statement != null) {
            statement.close();
        }
    }
}
