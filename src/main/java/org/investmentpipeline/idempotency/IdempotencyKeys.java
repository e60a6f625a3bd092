package org.investmentpipeline.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.outage.BackgroundJob;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Stores idempotency keys with the first response, for a day. */
@ApplicationScoped
public class IdempotencyKeys {
    private static final Duration KEPT_FOR = Duration.ofHours(24);

    private static final LocalizedText AWAITED =
            new LocalizedText("the first request with this Idempotency-Key", "使用该 Idempotency-Key 的首个请求");

    private final EntityManager entities;
    private final LockWaits waits;
    private final Clock clock;

    IdempotencyKeys(EntityManager entities, LockWaits waits, Clock clock) {
        this.entities = entities;
        this.waits = waits;
        this.clock = clock;
    }

    /** The first response under a key, and the hash of its request. */
    record Kept(
            String fingerprint,
            int status,
            @Nullable String location,
            @Nullable String etag,
            String body) {}

    Optional<Kept> find(String username, String keyHash) {
        return of(username, keyHash, """
                select fingerprint, status, location, etag, body from idempotency_key
                where username = :username and key_hash = :key and created_at > :since
                """)
                .setParameter("since", oldest(), StandardBasicTypes.INSTANT)
                .addScalar("fingerprint", StandardBasicTypes.STRING)
                .addScalar("status", StandardBasicTypes.INTEGER)
                .addScalar("location", StandardBasicTypes.STRING)
                .addScalar("etag", StandardBasicTypes.STRING)
                .addScalar("body", StandardBasicTypes.STRING)
                .getResultStream()
                .findFirst()
                .map(row ->
                        new Kept((String) row[0], (Integer) row[1], (String) row[2], (String) row[3], (String) row[4]));
    }

    /**
     * Claims a key for the running transaction. A concurrent request with the same key waits for its end, and is refused (409) when
     * it was committed; after a rollback the other request goes ahead. Only an expired key is replaced:
     * a key that was not found before may have been stored since.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void claim(String username, String keyHash, String fingerprint) {
        of(username, keyHash, """
                delete from idempotency_key
                where username = :username and key_hash = :key and created_at <= :oldest
                """)
                .setParameter("oldest", oldest(), StandardBasicTypes.INSTANT)
                .executeUpdate();
        try {
            waits.insert(
                    AWAITED,
                    of(username, keyHash, """
                    insert into idempotency_key (username, key_hash, fingerprint, created_at, status, body)
                    values (:username, :key, :fingerprint, :now, 0, '')
                    """)
                            .setParameter("fingerprint", fingerprint)
                            .setParameter("now", now(), StandardBasicTypes.INSTANT));
        } catch (ConstraintViolationException taken) {
            throw Problem.of(
                    ProblemType.REPEATED_AT_ONCE,
                    "The first request with this Idempotency-Key was still in progress; send this one again.",
                    "使用该 Idempotency-Key 的首个请求当时仍在处理，请重试。");
        }
    }

    /** Stores the response under a claimed key. */
    void keep(String username, String keyHash, Kept answer) {
        of(username, keyHash, """
                update idempotency_key set status = :status, location = :location, etag = :etag, body = :body
                where username = :username and key_hash = :key
                """)
                .setParameter("status", answer.status())
                .setParameter("location", answer.location(), StandardBasicTypes.STRING)
                .setParameter("etag", answer.etag(), StandardBasicTypes.STRING)
                .setParameter("body", answer.body())
                .executeUpdate();
    }

    @BackgroundJob
    @Scheduled(
            identity = "forget-keys",
            every = "1h",
            delayed = "10m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.unwrap(Session.class)
                        .createNativeMutationQuery("delete from idempotency_key where created_at <= :oldest")
                        .setParameter("oldest", oldest(), StandardBasicTypes.INSTANT)
                        .executeUpdate());
    }

    private NativeQuery<Object[]> of(String username, String keyHash, String text) {
        return entities.unwrap(Session.class)
                .createNativeQuery(text, Object[].class)
                .setParameter("username", username)
                .setParameter("key", keyHash);
    }

    private Instant oldest() {
        return now().minus(KEPT_FOR);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
