package org.investmentpipeline.idempotency;

import io.quarkus.arc.Arc;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.problem.LocalizedText;

/**
 * Locks rows, and limits the time that one request waits for locks: in total, over all its locks and transactions.
 * Beyond that the answer is a 503 that names the awaited lock.
 */
@ApplicationScoped
public class LockWaits {
    /** Statements are cached by their text, which contains the limit, so limits are rounded to a few values. */
    private static final long STEP_MILLIS = 100;

    /** The time to find and lock many rows that nobody else has locked; it does not count as waiting. */
    private static final Duration WORK_OF_MANY = Duration.ofSeconds(1);

    /** In milliseconds, which the driver rounds to seconds. On H2 it would stay with the connection. */
    private static final String TIMEOUT = "jakarta.persistence.query.timeout";

    private static final String LIMIT = LockWaits.class.getName();

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final Spent spent;
    private final Duration longest;
    private final boolean embedded;

    LockWaits(
            EntityManager entities,
            TransactionSynchronizationRegistry transaction,
            Spent spent,
            Settings settings,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.entities = entities;
        this.transaction = transaction;
        this.spent = spent;
        this.longest = settings.longestWait();
        this.embedded = kind.equals("h2");
    }

    /** {@code pipeline.ledger.*}. */
    @ConfigMapping(prefix = "pipeline.ledger")
    interface Settings {
        /** How long a request waits for locks, in total. */
        Duration longestWait();
    }

    /** The time that the running request has waited for locks. */
    @RequestScoped
    static class Spent {
        private long nanos;

        void add(long waited) {
            nanos += waited;
        }

        long nanos() {
            return nanos;
        }
    }

    /**
     * Locks the row that a native query finds until the transaction ends.
     *
     * @param awaited the reason for which others lock it, as the end of "waited too long for"
     */
    public void lock(LocalizedText awaited, String select, Map<String, ?> parameters) {
        lock(awaited, Duration.ZERO, session().createNativeQuery(select + suffix(), Object.class), parameters);
    }

    /**
     * Locks the rows that a native query of an entity finds until the transaction ends, and answers them as they are once locked.
     * An entity that the persistence context has already keeps its state.
     */
    public <T> List<T> lock(LocalizedText awaited, String select, Map<String, ?> parameters, Class<T> entity) {
        return lock(awaited, Duration.ZERO, session().createNativeQuery(select + suffix(), entity), parameters);
    }

    /** Locks up to a thousand rows, in the order of the query, and answers what it selects of them. */
    public List<Object> lockAll(LocalizedText awaited, String select, Map<String, ?> parameters) {
        return lock(awaited, WORK_OF_MANY, session().createNativeQuery(select + suffix(), Object.class), parameters);
    }

    /** As {@link #lock}, for the one row of columns that are instants. */
    public List<Instant> lockInstants(LocalizedText awaited, String select, List<String> columns) {
        var query = session().createNativeQuery(select + suffix(), Object[].class);
        columns.forEach(column -> query.addScalar(column, StandardBasicTypes.INSTANT));
        var row = lock(awaited, Duration.ZERO, query, Map.of()).get(0);
        return Arrays.stream(row).map(Instant.class::cast).toList();
    }

    private <T> List<T> lock(LocalizedText awaited, Duration work, NativeQuery<T> query, Map<String, ?> parameters) {
        var left = left();
        return bounded(awaited, left, work, () -> {
            query.setFlushMode(FlushModeType.COMMIT);
            parameters.forEach(query::setParameter);
            limited(query, left);
            return query.getResultList();
        });
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    /** Runs a change that has to wait where another transaction has inserted the same key. On H2 the connection limits that wait. */
    void insert(LocalizedText awaited, Query insert) {
        var left = left();
        bounded(awaited, left, Duration.ZERO, () -> limited(insert, left).executeUpdate());
    }

    private <T> T bounded(LocalizedText awaited, long left, Duration itself, Supplier<T> work) {
        limit(left);
        var started = System.nanoTime();
        try {
            return work.get();
        } catch (RuntimeException failed) {
            throw LockTimeout.isIn(failed) || LockTimeout.isCancelled(failed) ? LockTimeout.problem(awaited) : failed;
        } finally {
            spend(System.nanoTime() - started - itself.toNanos());
        }
    }

    /** Adds to the waiting time of the running request. */
    void spend(long nanos) {
        if (isRequest()) {
            spent.add(Math.max(0, nanos));
        }
    }

    /** The time that the running request may still wait, in milliseconds. */
    long left() {
        var waited = isRequest() ? Duration.ofNanos(spent.nanos()).toMillis() : 0;
        var left = longest.toMillis() - waited;
        return Math.max(STEP_MILLIS, (left + STEP_MILLIS - 1) / STEP_MILLIS * STEP_MILLIS);
    }

    private static boolean isRequest() {
        return Arc.container().requestContext().isActive();
    }

    /** On H2 the limit is part of the statement: setting that of the connection makes H2 recompile all its statements. */
    private String suffix() {
        return embedded ? " for update wait " + BigDecimal.valueOf(left(), 3).toPlainString() : " for no key update";
    }

    /**
     * Limits a statement as a whole. Locking a row on PostgreSQL waits twice, for the turn and for the row, and {@code lock_timeout}
     * applies to each of the two.
     */
    private Query limited(Query query, long left) {
        return embedded ? query : query.setHint(TIMEOUT, Math.toIntExact((left + 999) / 1000 * 1000));
    }

    /** On PostgreSQL the limit is a setting of the transaction, so it also applies to later statements. */
    private void limit(long left) {
        if (!embedded && !Long.valueOf(left).equals(transaction.getResource(LIMIT))) {
            entities.createNativeQuery("select set_config('lock_timeout', :limit, true)", String.class)
                    .setFlushMode(FlushModeType.COMMIT)
                    .setParameter("limit", left + "ms")
                    .getSingleResult();
            transaction.putResource(LIMIT, left);
        }
    }
}
