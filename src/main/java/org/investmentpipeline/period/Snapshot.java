package org.investmentpipeline.period;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.engine.Constants;

/** Lets a transaction see one moment of the whole database, however long it reads, and whoever writes meanwhile. */
@ApplicationScoped
public class Snapshot {
    /** On the embedded database, repeatable reads see each table as of when they first come to it. */
    private final int isolation;

    Snapshot(@ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.isolation = kind.equals("h2") ? Constants.TRANSACTION_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ;
    }

    /** Before the first statement of the transaction. The pool gives the connection back its usual isolation. */
    public void begin(Connection connection) throws SQLException {
        connection.setTransactionIsolation(isolation);
    }
}
