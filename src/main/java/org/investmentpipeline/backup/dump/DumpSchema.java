package org.investmentpipeline.backup.dump;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The schema that a dump is of.
 *
 * @param version that of the latest migration
 * @param tables those that a dump holds, in its order
 */
public record DumpSchema(String version, List<KeptTable> tables) {
    public static DumpSchema of(Connection connection) throws SQLException {
        return new DumpSchema(SchemaVersion.of(connection), KeptTables.in(connection));
    }
}
