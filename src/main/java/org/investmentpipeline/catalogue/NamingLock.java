package org.investmentpipeline.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.investmentpipeline.idempotency.LockWaits;
import org.investmentpipeline.problem.LocalizedText;

/**
 * The row lock that serialises all transactions that name or remove something other records may name: codes of projects, investors and
 * catalogue entries are looked up and added under it without a race. Lock order: this lock, projects, the ledger's clock.
 */
@ApplicationScoped
public class NamingLock {
    private static final LocalizedText AWAITED =
            new LocalizedText("an import or registration that is under way", "正在进行的导入或登记");

    private final LockWaits waits;

    public NamingLock(LockWaits waits) {
        this.waits = waits;
    }

    /** Waits for the lock and keeps it until the transaction ends. */
    public void acquire() {
        waits.lock(AWAITED, "select id from registrar where id = 1", Map.of());
    }
}
