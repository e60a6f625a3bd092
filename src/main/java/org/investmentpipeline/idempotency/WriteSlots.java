package org.investmentpipeline.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.investmentpipeline.problem.LocalizedText;

/**
 * Limits the number of concurrent changes, each of which uses a database connection, so that changes that wait for one another
 * leave connections to readers. Further changes queue, and their time in the queue counts as waiting.
 */
@ApplicationScoped
class WriteSlots {
    private static final LocalizedText AWAITED = new LocalizedText("the many changes in progress", "正在进行的众多变更");

    private final Semaphore free;
    private final LockWaits waits;

    WriteSlots(@ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections, LockWaits waits) {
        this.free = new Semaphore(Math.max(1, connections * 3 / 4), true);
        this.waits = waits;
    }

    /** Runs a change when a slot is free. */
    Object within(Callable<Object> change) throws Exception {
        var left = waits.left();
        var started = System.nanoTime();
        var isTurn = free.tryAcquire(left, TimeUnit.MILLISECONDS);
        waits.spend(System.nanoTime() - started);
        if (!isTurn) {
            throw LockTimeout.problem(AWAITED);
        }
        try {
            return change.call();
        } finally {
            free.release();
        }
    }
}
