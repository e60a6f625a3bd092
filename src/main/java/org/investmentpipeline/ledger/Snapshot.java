package org.investmentpipeline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Constants;

/** Gives a transaction a consistent snapshot of the whole database, however long it reads and whatever is written meanwhile. */
public final class Snapshot {
    private Snapshot() {}

    /**
     * To be called before the first statement of the transaction. The pool resets the isolation afterwards. On the embedded
     * database, which has an isolation level named snapshot, repeatable reads see each table as of its first use.
     */
    public static void begin(Connection connection) throws SQLException {
        var knowsSnapshots = connection.getMetaData().supportsTransactionIsolationLevel(Constants.TRANSACTION_SNAPSHOT);
        connection.setTransactionIsolation(
                knowsSnapshots ? Constants.TRANSACTION_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
    }
}
