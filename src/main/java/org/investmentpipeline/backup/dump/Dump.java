package org.investmentpipeline.backup.dump;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.investmentpipeline.ledger.Snapshot;
import org.jspecify.annotations.Nullable;

/** Writes a dump of all data from one snapshot of the database, page by page, in constant memory. */
@ApplicationScoped
public class Dump {
    private static final int PAGE = 2_000;

    private final DataSource database;
    private final Clock clock;

    public Dump(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void write(OutputStream out) throws IOException, SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Snapshot.begin(connection);
            try {
                write(connection, new DumpLines(out));
            } finally {
                connection.rollback();
            }
        }
    }

    private void write(Connection connection, DumpLines lines) throws IOException, SQLException {
        var knownAt = knownAt(connection);
        var schema = DumpSchema.of(connection);
        lines.begin(schema.version(), clock.instant().truncatedTo(ChronoUnit.MILLIS), knownAt);
        for (var table : schema.tables()) {
            lines.table(table);
            var level = 0;
            while (writeLevel(connection, table, level, lines) > 0 && table.parent() != null) {
                level++;
            }
        }
        lines.end();
    }

    private static Instant knownAt(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select recorded_at from ledger_clock where id = 1")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static long writeLevel(Connection connection, KeptTable table, int level, DumpLines lines)
            throws IOException, SQLException {
        var written = 0L;
        var page = page(connection, table, level, null);
        while (!page.isEmpty()) {
            for (var row : page) {
                lines.row(table, row);
            }
            written += page.size();
            page = page.size() < PAGE ? List.of() : page(connection, table, level, page.get(PAGE - 1));
        }
        return written;
    }

    private static List<List<@Nullable Object>> page(
            Connection connection, KeptTable table, int level, @Nullable List<@Nullable Object> after)
            throws SQLException {
        try (var statement = connection.prepareStatement(table.page(level, after != null, PAGE))) {
            if (after != null) {
                bindKey(statement, table, after);
            }
            statement.setFetchSize(PAGE);
            try (var rows = statement.executeQuery()) {
                return read(table, rows);
            }
        }
    }

    private static void bindKey(PreparedStatement statement, KeptTable table, List<@Nullable Object> row)
            throws SQLException {
        for (var i = 0; i < table.key().size(); i++) {
            statement.setObject(i + 1, row.get(table.names().indexOf(table.key().get(i))));
        }
    }

    private static List<List<@Nullable Object>> read(KeptTable table, ResultSet rows) throws SQLException {
        var page = new ArrayList<List<@Nullable Object>>();
        while (rows.next()) {
            var row = new ArrayList<@Nullable Object>();
            for (var i = 0; i < table.columns().size(); i++) {
                row.add(table.columns().get(i).kind().read(rows, i + 1));
            }
            page.add(row);
        }
        return page;
    }
}
