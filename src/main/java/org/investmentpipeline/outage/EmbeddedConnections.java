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
 * Recovers the embedded database. H2 closes a file that it cannot write, on a full disk, and reopens it for the next
 * connection; older connections still report themselves valid, and using one of them makes H2 forget that it has reopened
 * the file.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
@JdbcDriver("h2")
class EmbeddedConnections implements AgroalConnectionConfigurer {
    private static final Logger LOG = Logger.getLogger(EmbeddedConnections.class);

    /** Customises the pool; it has no settings for these. */
    @Override
    public void setExceptionSorter(String databaseKind, AgroalDataSourceConfigurationSupplier configuration) {
        var pool = configuration.connectionPoolConfiguration();
        pool.connectionValidator(EmbeddedConnections::answers);
        pool.connectionFactoryConfiguration().connectionProviderClass(Opening.class);
    }

    /**
     * Validates a connection before it is used. The pool's own validation query is unsuitable: it sets a time limit for the
     * query that stays with the connection on H2, applies to every later statement, and makes the database recompile all its
     * statements.
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
     * Opens connections. When H2 reports the file in use, it is in use by older connections of this pool: they are closed,
     * each when its work is done, the last one closes the file, and the next one can open it.
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
