package org.investmentpipeline.backup.dump;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The schema of a dump.
 *
 * @param version the version of the latest migration
 * @param tables the dumped ones, in the order of the dump
 */
public record DumpSchema(String version, List<KeptTable> tables) {
    public static DumpSchema of(Connection connection) throws SQLException {
        return new DumpSchema(SchemaVersion.of(connection), KeptTables.in(connection));
    }
}
