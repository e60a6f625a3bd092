package org.investmentpipeline.backup.dump;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The version of the schema, which both databases share: the number of the latest migration without a part after the dot, which
 * belongs to a migration of one database.
 */
final class SchemaVersion {
    private SchemaVersion() {}

    static String of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select "version" from "flyway_schema_history" where "version" is not null and "success"
                        order by "installed_rank" desc limit 1
                        """)) {
            row.next();
            return row.getString(1).replaceFirst("\\..*", "");
        }
    }
}
