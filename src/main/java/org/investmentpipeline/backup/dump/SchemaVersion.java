package org.investmentpipeline.backup.dump;

import java.sql.Connection;
import java.sql.SQLException;

/** The version of the schema: that of the latest migration. */
final class SchemaVersion {
    private SchemaVersion() {}

    static String of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select "version" from "flyway_schema_history" where "version" is not null and "success"
                        order by "installed_rank" desc limit 1
                        """)) {
            row.next();
            return row.getString(1);
        }
    }
}
