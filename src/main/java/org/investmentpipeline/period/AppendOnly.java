package org.investmentpipeline.period;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * The trigger of the embedded database for the ledger and the audit trail, fired for each row updated or deleted: a row may only be
 * superseded or sealed, once. PostgreSQL has trigger functions for this.
 *
 * <p>Every embedded database has the name of this class in its triggers and does not open without it, so the class can
 * be neither moved nor renamed.
 */
public class AppendOnly implements Trigger {
    private static final ThreadLocal<Boolean> LIFTED = ThreadLocal.withInitial(() -> false);

    private String table = "";
    private int supersededAt = -1;
    private int sealId = -1;

    /** Work on the database. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /** Allows work of the running thread to remove rows: a restoration, which replaces the whole ledger. */
    public static void lifted(Work work) throws SQLException {
        LIFTED.set(true);
        try {
            work.run();
        } finally {
            LIFTED.remove();
        }
    }

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
            throws SQLException {
        this.table = table;
        var columns = columns(connection, schema, table);
        this.supersededAt = columns.indexOf("SUPERSEDED_AT");
        this.sealId = columns.indexOf("SEAL_ID");
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (after == null && LIFTED.get()) {
            return;
        }
        if (before == null || after == null || !(supersedes(before, after) || seals(before, after))) {
            throw new SQLException(table + " is append-only: a row may only be superseded or sealed, once", "23514");
        }
    }

    private boolean supersedes(Object[] before, Object[] after) {
        return supersededAt >= 0
                && isOpen(before[supersededAt])
                && !isOpen(after[supersededAt])
                && isElseTheSame(before, after, supersededAt);
    }

    private boolean seals(Object[] before, Object[] after) {
        return sealId >= 0 && before[sealId] == null && after[sealId] != null && isElseTheSame(before, after, sealId);
    }

    private static boolean isElseTheSame(Object[] before, Object[] after, int changed) {
        for (var column = 0; column < before.length; column++) {
            if (column != changed && !Objects.equals(before[column], after[column])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpen(Object moment) {
        return moment.toString().startsWith("9999-12-31");
    }

    private static List<String> columns(Connection connection, String schema, String table) throws SQLException {
        var names = new ArrayList<String>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, schema, table, null)) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
        }
        return names;
    }
}
