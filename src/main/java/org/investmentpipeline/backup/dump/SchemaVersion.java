package org.investmentpipeline.backup.dump;

import java.sql.Connection;
import java.sql.SQLException;

/** The version of the schema, which is that of the latest migration. */
public final class SchemaVersion {
    private SchemaVersion() {}

    public static String of(Connection connection) throws SQLException {
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
