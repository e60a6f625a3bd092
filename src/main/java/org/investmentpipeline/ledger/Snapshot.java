package org.investmentpipeline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Constants;

/** Lets a transaction see one moment of the whole database, however long it reads, and whoever writes meanwhile. */
public final class Snapshot {
    private Snapshot() {}

    /**
     * Before the first statement of the transaction. The pool gives the connection back its usual isolation. On the embedded
     * database, which alone knows snapshots by name, repeatable reads see each table as of when they first come to it.
     */
    public static void begin(Connection connection) throws SQLException {
        var knowsSnapshots = connection.getMetaData().supportsTransactionIsolationLevel(Constants.TRANSACTION_SNAPSHOT);
        connection.setTransactionIsolation(
                knowsSnapshots ? Constants.TRANSACTION_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
    }
}
