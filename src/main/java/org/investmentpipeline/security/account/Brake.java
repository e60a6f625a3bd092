package org.investmentpipeline.security.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.api.ProblemType;
import org.investmentpipeline.api.outage.Unattended;
import org.jboss.logging.Logger;

/**
 * Slows down guessing of passwords, per account and per address, for all instances alike: the more failures, the longer until
 * the next try. Nobody is locked out for long, and failures are forgotten after a quarter of an hour without one.
 *
 * <p>Each try counts as a failure until it has succeeded, so that many at once gain nothing.
 */
@ApplicationScoped
class Brake {
    private static final Logger LOG = Logger.getLogger(Brake.class);

    /** Behind one address there may be a whole office. */
    private static final int FREE_OF_ADDRESS = 20;

    private static final int FREE_OF_ACCOUNT = 5;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private final EntityManager entities;
    private final Clock clock;

    Brake(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** What is counted: tries for an account, or from an address. */
    private record Counted(String subject, int free) {}

    private static List<Counted> counted(String username, String address) {
        return List.of(
                new Counted("account " + username, FREE_OF_ACCOUNT),
                new Counted("address " + address, FREE_OF_ADDRESS));
    }

    /** Counts a try; refused (429) when it comes too soon after those that failed. */
    void attempt(String username, String address) {
        counted(username, address).forEach(this::ensure);
        QuarkusTransaction.requiringNew().run(() -> counted(username, address).forEach(this::count));
    }

    /** Takes back what {@link #attempt} counted; for the account, whose owner it was, all failures. */
    void succeeded(String username, String address) {
        var counted = counted(username, address);
        QuarkusTransaction.requiringNew().run(() -> {
            set(counted.get(0), "failures = 0");
            set(counted.get(1), "failures = case when failures > 0 then failures - 1 else 0 end");
        });
    }

    private void set(Counted counted, String failures) {
        sql("update sign_in_brake set %s where subject = :subject".formatted(failures))
                .setParameter("subject", counted.subject)
                .executeUpdate();
    }

    private void ensure(Counted counted) {
        try {
            QuarkusTransaction.requiringNew().run(() -> insert(counted));
        } catch (ConstraintViolationException alike) {
            LOG.debugf("%s tries twice at once for the first time", counted.subject);
        }
    }

    private void insert(Counted counted) {
        sql("""
                insert into sign_in_brake (subject, failures, last_failed_at)
                select s.subject, 0, :now from (select cast(:subject as varchar(200)) as subject) s
                where not exists (select 1 from sign_in_brake b where b.subject = s.subject)
                """)
                .setParameter("subject", counted.subject)
                .setParameter("now", now(), StandardBasicTypes.INSTANT)
                .executeUpdate();
    }

    private void count(Counted counted) {
        var row =
                (Object[]) sql("select failures, last_failed_at from sign_in_brake where subject = :subject for update")
                        .addScalar("failures", StandardBasicTypes.INTEGER)
                        .addScalar("last_failed_at", StandardBasicTypes.INSTANT)
                        .setParameter("subject", counted.subject)
                        .getSingleResult();
        var since = Duration.between((Instant) row[1], now());
        var failures = since.compareTo(FORGOTTEN_AFTER) > 0 ? 0 : (Integer) row[0];
        var wait = pause(failures - counted.free).minus(since);
        if (wait.compareTo(Duration.ZERO) > 0) {
            throw Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "Too many sign-ins have failed; try again in %d seconds.",
                            "登录失败次数过多，请在 %d 秒后重试。",
                            wait.toSeconds() + 1)
                    .retryAfter(wait.plusSeconds(1));
        }
        sql("update sign_in_brake set failures = :failures, last_failed_at = :now where subject = :subject")
                .setParameter("failures", failures + 1)
                .setParameter("now", now(), StandardBasicTypes.INSTANT)
                .setParameter("subject", counted.subject)
                .executeUpdate();
    }

    /** 1, 2, 4 … seconds after the free failures. */
    static Duration pause(int beyondFree) {
        if (beyondFree < 0) {
            return Duration.ZERO;
        }
        var seconds = beyondFree < Long.SIZE - 2 ? 1L << beyondFree : Long.MAX_VALUE;
        return seconds < LONGEST.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST;
    }

    /** Counts that no longer slow anything down. */
    @Unattended
    @Scheduled(
            identity = "forget-failures",
            every = "1h",
            delayed = "1h",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> sql("delete from sign_in_brake where last_failed_at < :long")
                        .setParameter("long", now().minus(FORGOTTEN_AFTER), StandardBasicTypes.INSTANT)
                        .executeUpdate());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private NativeQuery<?> sql(String text) {
        return entities.unwrap(Session.class).createNativeQuery(text);
    }
}
