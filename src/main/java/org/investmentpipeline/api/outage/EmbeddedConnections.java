package org.investmentpipeline.api.outage;

import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.agroal.runtime.AgroalConnectionConfigurer;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Asks a connection to the embedded database with a statement before it is used: one whose file H2 closed, on a full disk, calls
 * itself valid for ever. The pool's own setting for such a statement will not do. It limits the time of the question, and on H2
 * that limit stays with the connection, for every later statement, and makes the database compile all its statements anew.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
@JdbcDriver("h2")
class EmbeddedConnections implements AgroalConnectionConfigurer {
    private static final Logger LOG = Logger.getLogger(EmbeddedConnections.class);

    /** The last word on the pool's configuration; it has no other place for a check. */
    @Override
    public void setExceptionSorter(String databaseKind, AgroalDataSourceConfigurationSupplier configuration) {
        configuration.connectionPoolConfiguration().connectionValidator(EmbeddedConnections::answers);
    }

    private static boolean answers(Connection connection) {
        try (var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException closed) {
            LOG.debug("A connection to the embedded database does not answer", closed);
            return false;
        }
    }
}
