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
     * The classes of SQL states that are of the database and not of the statement: no connection, no resources (a full disk),
     * stopped by an operator, its system, its own failure.
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "XX");

    /** Of PostgreSQL: for reading only, given up while idle. Of H2: closed, broken off, in use elsewhere, unreadable. */
    private static final Set<String> STATES =
            Set.of("25006", "25P03", "90007", "90020", "90028", "90030", "90031", "90067", "90098", "90121");

    private static final int CLASS = 2;

    /** What H2 says, among much else, when it could not write its file, or has closed it since. */
    private static final String GENERAL = "HY000";

    private DatabaseUnavailable() {}

    /** Whether a failure, or what caused it, is that there was no database. */
    public static boolean isIn(@Nullable Throwable failure) {
        return sign(failure).isPresent();
    }

    /** In one line, why there was none; of the log, not of an answer. */
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

    /** What whoever asked is told. A commit that got no answer may have been kept, so it does not say that nothing was done. */
    public static Problem problem() {
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        "The database is not available at the moment. Repeat this later; a POST under the Idempotency-Key it had"
                                + " is not done twice.",
                        "数据库暂时不可用，请稍后重试；带原 Idempotency-Key 重发的 POST 不会重复执行。")
                .retryAfter(RETRY);
    }

    private static Optional<SQLException> sign(@Nullable Throwable failure) {
        return sign(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** What a transaction manager met while it committed is among the suppressed, what a batch met comes next to it. */
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

    /** Without a state it comes from the pool: no connection was to be had. */
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
