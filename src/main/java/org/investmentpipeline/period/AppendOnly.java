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
 * The embedded database's guard of the ledger, fired for each row updated or deleted: a row may only be superseded, once.
 * On PostgreSQL a function of the same name does the same.
 */
public class AppendOnly implements Trigger {
    private String table = "";
    private int supersededAt = -1;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
            throws SQLException {
        this.table = table;
        this.supersededAt = columns(connection, schema, table).indexOf("SUPERSEDED_AT");
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before == null || after == null || !supersedes(before, after)) {
            throw new SQLException(table + " is append-only: a row may only be superseded, once", "23514");
        }
    }

    private boolean supersedes(Object[] before, Object[] after) {
        if (supersededAt < 0 || !isOpen(before[supersededAt]) || isOpen(after[supersededAt])) {
            return false;
        }
        for (var column = 0; column < before.length; column++) {
            if (column != supersededAt && !Objects.equals(before[column], after[column])) {
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
