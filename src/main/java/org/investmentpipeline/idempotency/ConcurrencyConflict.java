package org.investmentpipeline.idempotency;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.util.List;
import org.hibernate.StaleObjectStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;

/** Recognises failures of a change that conflicted with a concurrent one, as the databases and Hibernate report them. */
public final class ConcurrencyConflict {
    private static final List<Class<? extends Exception>> SIGNS = List.of(
            OptimisticLockException.class,
            PessimisticLockException.class,
            LockTimeoutException.class,
            StaleObjectStateException.class,
            org.hibernate.PessimisticLockException.class,
            LockAcquisitionException.class,
            ConstraintViolationException.class);

    private ConcurrencyConflict() {}

    /**
     * Whether a failure, or one of its causes, is a concurrency conflict. A lock time-out is none: the other change is
     * still in progress, and a retry would wait as long again.
     */
    public static boolean isIn(Throwable failure) {
        if (LockTimeout.isIn(failure)) {
            return false;
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var thrown = cause;
            if (SIGNS.stream().anyMatch(sign -> sign.isInstance(thrown))) {
                return true;
            }
        }
        return false;
    }
}
