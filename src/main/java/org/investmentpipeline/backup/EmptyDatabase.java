package org.investmentpipeline.backup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.backup.dump.KeptTables;
import org.investmentpipeline.period.AppendOnly;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;

/** Checks, locks and clears an empty database: one with only the data of the first start, which are one user with its tokens and the initial catalogues. */
@ApplicationScoped
class EmptyDatabase {
    /** The tables with lock rows of the audit trail, naming and the ledger; a transaction that locks all of them runs alone. */
    private static final List<String> TURNS = List.of("audit_sealer", "registrar", "ledger_clock");

    private static final List<String> WITHOUT_ROWS = List.of(
            "zone", "department", "project_list", "exchange_rate", "investor", "project", "position", "project_change");

    private final DatabaseKind kind;

    EmptyDatabase(DatabaseKind kind) {
        this.kind = kind;
    }

    /** Waits for the jobs of all instances, and excludes them until the transaction ends; on PostgreSQL all other transactions, too. */
    void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var turn : TURNS) {
                statement
                        .executeQuery("select id from %s where id = 1 for update".formatted(turn))
                        .close();
            }
            if (!kind.isEmbedded()) {
                statement.execute("lock table %s in access exclusive mode".formatted(tables()));
            }
        }
    }

    /** Refuses (409) a database that is not empty, and names the tables with rows. */
    void check(Connection connection) throws SQLException {
        var found = new ArrayList<Violation>();
        for (var table : WITHOUT_ROWS) {
            add(found, table, count(connection, table + " t"));
        }
        add(found, "users", count(connection, "users t") - 1);
        add(found, "sector", count(connection, "sector t where version > 0"));
        add(
                found,
                "audit",
                count(connection, "audit_entry t where subject_kind not in ('USER', 'ADDRESS', 'DATABASE')"));
        if (!found.isEmpty()) {
            throw Problem.of(ProblemType.NOT_EMPTY, found);
        }
    }

    private static void add(List<Violation> found, String what, long count) {
        if (count > 0) {
            found.add(Violation.of(
                    what,
                    "has %d rows more than a new database; a dump is restored only into one that was never used",
                    "比新数据库多 %d 行；转储只能恢复到从未使用过的数据库",
                    count));
        }
    }

    private static long count(Connection connection, String rows) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + rows)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Removes all rows of dumped tables. */
    void clear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (kind.isEmbedded()) {
                var inReverse = new ArrayList<>(names().toList());
                Collections.reverse(inReverse);
                AppendOnly.lifted(() -> {
                    for (var table : inReverse) {
                        statement.executeUpdate("delete from " + table);
                    }
                });
            } else {
                statement.execute("truncate " + tables());
            }
        }
    }

    private static String tables() {
        return names().collect(Collectors.joining(", "));
    }

    private static Stream<String> names() {
        return KeptTables.ORDER.stream();
    }
}
