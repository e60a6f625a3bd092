package org.investmentpipeline.outage;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.agroal.runtime.AgroalConnectionConfigurer;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets the embedded database heal. H2 closes a file that it cannot write, on a full disk, and opens it again for the next
 * connection; those from before call themselves valid for ever, and whenever one of them is touched H2 forgets that it has opened
 * the file since.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
@JdbcDriver("h2")
class EmbeddedConnections implements AgroalConnectionConfigurer {
    private static final Logger LOG = Logger.getLogger(EmbeddedConnections.class);

    /** The last word on the pool's configuration; it has no other place for these. */
    @Override
    public void setExceptionSorter(String databaseKind, AgroalDataSourceConfigurationSupplier configuration) {
        var pool = configuration.connectionPoolConfiguration();
        pool.connectionValidator(EmbeddedConnections::answers);
        pool.connectionFactoryConfiguration().connectionProviderClass(Opening.class);
    }

    /**
     * Asks a connection before it is used. The pool's own setting for such a statement will not do: it limits the time of the
     * question, and on H2 that limit stays with the connection, for every later statement, and makes the database compile all its
     * statements anew.
     */
    private static boolean answers(Connection connection) {
        try (var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException closed) {
            LOG.debug("A connection to the embedded database does not answer", closed);
            return false;
        }
    }

    /**
     * Opens connections. When the file is in use and H2 has forgotten by whom, then by connections of this pool: they are given
     * up, each when its work is done, the last one closes the file, and the next one finds it free.
     */
    public static final class Opening extends org.h2.Driver {
        private static final String IN_USE = "90020";

        @Override
        public @Nullable Connection connect(String url, Properties info) throws SQLException {
            try {
                return super.connect(url, info);
            } catch (SQLException failed) {
                if (IN_USE.equals(failed.getSQLState())) {
                    Arc.container().select(AgroalDataSource.class).get().flush(FlushMode.GRACEFUL);
                }
                throw failed;
            }
        }
    }
}
