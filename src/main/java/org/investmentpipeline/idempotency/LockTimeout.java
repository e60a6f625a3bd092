package org.investmentpipeline.idempotency;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;

/** A lock that another transaction did not release in time: how the databases report it, and the answer to the client. */
public final class LockTimeout {
    /** Of H2 and of PostgreSQL. */
    private static final Set<String> STATES = Set.of("HYT00", "55P03");

    /** Of PostgreSQL, when the limit of a statement as a whole was over. */
    private static final Set<String> CANCELLED = Set.of("57014");

    /** Long enough for most imports, short enough for a person who waits. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private static final LocalizedText OTHERS = new LocalizedText("another change to be finished", "另一项变更完成");

    private LockTimeout() {}

    /** Whether a failure, or what caused it, is such a timeout. */
    public static boolean isIn(Throwable failure) {
        return has(STATES, failure);
    }

    /** Whether a statement that only waited for a lock was cancelled when its time was over. */
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

    /** The answer when it is not known which lock it was. */
    public static Problem problem() {
        return problem(OTHERS);
    }

    /** The answer: 503, with when to try again. */
    static Problem problem(LocalizedText awaited) {
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        LocalizedText.of(
                                "This waited too long for %1$s; nothing was changed. Repeat it later.",
                                "等待%2$s的时间过长，未作任何修改，请稍后重试。", awaited.en(), awaited.zh()))
                .retryAfter(RETRY);
    }
}
