package org.investmentpipeline.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the pool asks a connection leaves nothing behind on it. */
@QuarkusTest
class EmbeddedConnectionsIT {
    private final AgroalDataSource database;

    EmbeddedConnectionsIT(AgroalDataSource database) {
        this.database = database;
    }

    @Test
    void aStatementMayTakeItsTime() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertEquals(0, statement.getQueryTimeout());
        }
    }
}
