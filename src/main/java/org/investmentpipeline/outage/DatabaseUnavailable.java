package org.investmentpipeline.outage;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Recognises failures that mean the database is unavailable: stopped, starting, out of reach, out of space, or read-only. Gives the
 * answer for them (503).
 */
public final class DatabaseUnavailable {
    private static final Duration RETRY = Duration.ofSeconds(5);

    /**
     * The classes of SQL states that concern the database rather than the statement: no connection, no resources (a full disk),
     * operator intervention, system error, internal error.
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "XX");

    /** Of PostgreSQL: read-only, idle time-out. Of H2: closed, connection broken, file in use elsewhere, file corrupted. */
    private static final Set<String> STATES =
            Set.of("25006", "25P03", "90007", "90020", "90028", "90030", "90031", "90067", "90098", "90121");

    private static final int CLASS = 2;

    /** Part of H2's message when it could not write its file, or has closed it since. */
    private static final String GENERAL = "HY000";

    private DatabaseUnavailable() {}

    /** Whether a failure, or one of its causes, means that the database is unavailable. */
    public static boolean isIn(@Nullable Throwable failure) {
        return sign(failure).isPresent();
    }

    /** The reason in one line, for the log and not for responses. */
    public static String reason(Throwable failure) {
        return sign(failure)
                .map(sign -> "%s (%s)"
                        .formatted(
                                String.valueOf(sign.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""),
                                sign.getSQLState()))
                .orElse("");
    }

    /** The problem for the client. An unanswered commit may have succeeded, so it does not claim that nothing was done. */
    public static Problem problem() {
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        "The database is temporarily unavailable. Try again later; a POST repeated under its Idempotency-Key"
                                + " is not run twice.",
                        "数据库暂时不可用，请稍后重试；带原 Idempotency-Key 重发的 POST 不会重复执行。")
                .retryAfter(RETRY);
    }

    private static Optional<SQLException> sign(@Nullable Throwable failure) {
        return sign(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Includes suppressed exceptions (failures at commit) and next exceptions (failures of a batch). */
    private static Optional<SQLException> sign(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return Optional.empty();
        }
        if (failure instanceof SQLException thrown && isOfTheDatabase(thrown)) {
            return Optional.of(thrown);
        }
        var found = sign(failure.getCause(), seen);
        if (failure instanceof SQLException thrown) {
            found = found.or(() -> sign(thrown.getNextException(), seen));
        }
        for (var suppressed : failure.getSuppressed()) {
            found = found.or(() -> sign(suppressed, seen));
        }
        return found;
    }

    /** An exception without an SQL state comes from the pool: no connection was available. */
    private static boolean isOfTheDatabase(SQLException thrown) {
        var state = thrown.getSQLState();
        return state == null
                || STATES.contains(state)
                || (state.length() > CLASS && CLASSES.contains(state.substring(0, CLASS)))
                || (state.equals(GENERAL) && isOfTheFile(thrown));
    }

    private static boolean isOfTheFile(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException || cause instanceof MVStoreException);
    }
}
