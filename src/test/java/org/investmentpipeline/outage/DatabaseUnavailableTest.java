package org.investmentpipeline.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.transaction.RollbackException;
import java.io.EOFException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a database that is away, by the states that both databases give. */
class DatabaseUnavailableTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "08001, the server refuses connections",
        "08006, the connection broke",
        "53100, the disk is full",
        "53200, it is out of memory",
        "53300, it has too many connections",
        "57P01, an operator stops it",
        "57P02, it crashed",
        "57P03, it is starting",
        "58030, its disk fails",
        "XX000, it failed by itself",
        "25006, it is for reading only",
        "25P03, it gave up an idle transaction",
        "90028, the embedded one cannot write",
        "90098, the embedded one is closed"
    })
    void theDatabaseIsAway(String state, String sentence) {
        var wrapped = new IllegalStateException(new RuntimeException(new SQLException(sentence, state)));

        assertTrue(DatabaseUnavailable.isIn(wrapped));
        assertEquals("%s (%s)".formatted(sentence, state), DatabaseUnavailable.reason(wrapped));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "23505, a code exists already",
        "23514, a row is append-only",
        "40001, two changes met",
        "55P03, a lock was not to be had",
        "42P01, a table does not exist",
        "22003, a number is too large",
        "HY000, the embedded one met something odd"
    })
    void theStatementIsToBlame(String state, String sentence) {
        assertFalse(DatabaseUnavailable.isIn(new RuntimeException(new SQLException(sentence, state))));
    }

    @Test
    void thePoolHasNoConnection() {
        assertTrue(DatabaseUnavailable.isIn(new RuntimeException(new SQLException("Sorry, acquisition timeout!"))));
    }

    @Test
    void theEmbeddedOneCannotUseItsFile() {
        var unwritable = new IllegalStateException(new EOFException());
        var closed = new MVStoreException(DataUtils.ERROR_CLOSED, "This store is closed");

        assertTrue(DatabaseUnavailable.isIn(new SQLException("General error", "HY000", unwritable)));
        assertTrue(DatabaseUnavailable.isIn(new SQLException("General error", "HY000", closed)));
    }

    @Test
    void whatABatchMetComesNextToIt() {
        var closed = new MVStoreException(DataUtils.ERROR_CLOSED, "This store is closed");
        var batch = new BatchUpdateException("General error", "HY000", new int[0]);
        batch.setNextException(new SQLException("General error", "HY000", closed));
        var taken = new BatchUpdateException("Unique index", "23505", new int[0]);
        taken.setNextException(new SQLException("Unique index", "23505"));

        assertTrue(DatabaseUnavailable.isIn(new RuntimeException(batch)));
        assertFalse(DatabaseUnavailable.isIn(new RuntimeException(taken)));
    }

    @Test
    void aCommitThatFailedIsAmongTheSuppressed() {
        var rolledBack = new RollbackException("could not commit");
        rolledBack.addSuppressed(new RuntimeException(new SQLException("An I/O error occurred", "08006")));

        assertTrue(DatabaseUnavailable.isIn(rolledBack));
        assertFalse(DatabaseUnavailable.isIn(new RollbackException("took too long")));
    }

    @Test
    void failuresThatCauseOneAnotherEnd() {
        var one = new RuntimeException();
        var other = new RuntimeException(one);
        one.initCause(other);

        assertFalse(DatabaseUnavailable.isIn(one));
        assertFalse(DatabaseUnavailable.isIn(null));
    }
}
