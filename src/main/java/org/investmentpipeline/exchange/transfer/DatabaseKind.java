package org.investmentpipeline.exchange.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.engine.Constants;

/** Which database the edition speaks, and what the two do not say alike. */
@ApplicationScoped
class DatabaseKind {
    private final boolean embedded;

    DatabaseKind(@ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.embedded = kind.equals("h2");
    }

    boolean isEmbedded() {
        return embedded;
    }

    /**
     * The isolation in which all statements see one moment of the database. On the embedded one, repeatable reads see each table as
     * of when they first come to it.
     */
    int snapshot() {
        return embedded ? Constants.TRANSACTION_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ;
    }
}
