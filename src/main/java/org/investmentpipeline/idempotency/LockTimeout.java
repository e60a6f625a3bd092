package org.investmentpipeline.idempotency;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;

/** A lock that another transaction did not release in time: how the databases report it, and the answer to the client. */
public final class LockTimeout {
    /** The SQL states of a lock time-out on H2 and PostgreSQL. */
    private static final Set<String> STATES = Set.of("HYT00", "55P03");

    /** The SQL state of PostgreSQL for a statement that exceeded its time limit. */
    private static final Set<String> CANCELLED = Set.of("57014");

    /** Long enough for most imports, short enough for a person who waits. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private static final LocalizedText OTHERS = new LocalizedText("another change to finish", "另一项变更完成");

    private LockTimeout() {}

    /** Whether a failure, or one of its causes, is such a timeout. */
    public static boolean isIn(Throwable failure) {
        return has(STATES, failure);
    }

    /** Whether a statement that only waited for a lock was cancelled at its time limit. */
    static boolean isCancelled(Throwable failure) {
        return has(CANCELLED, failure);
    }

    private static boolean has(Set<String> states, Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && states.contains(String.valueOf(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** The answer when the lock is not known. */
    public static Problem problem() {
        return problem(OTHERS);
    }

    /** The answer: 503 with {@code Retry-After}. */
    static Problem problem(LocalizedText awaited) {
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        LocalizedText.of(
                                "The request waited too long for %1$s; nothing was changed. Try again later.",
                                "等待%2$s的时间过长，未作任何修改，请稍后重试。", awaited.en(), awaited.zh()))
                .retryAfter(RETRY);
    }
}
