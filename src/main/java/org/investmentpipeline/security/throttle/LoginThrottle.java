package org.investmentpipeline.security.throttle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.investmentpipeline.outage.BackgroundJob;
import org.investmentpipeline.security.throttle.LoginFailures.Count;
import org.investmentpipeline.security.throttle.LoginFailures.Counts;

/**
 * Slows down guessing of passwords, for all instances alike. Failures of the last quarter of an hour are counted three ways:
 *
 * <ul>
 *   <li>per account and address: after 5, no password of the account is checked from there until the pause is over;
 *   <li>per account: after 5 from anywhere, the same for addresses from which its user never signed in;
 *   <li>per address, whatever the name: after 20, wrong passwords are answered with 429; after 200, only passwords of users who
 *       signed in from there before are checked.
 * </ul>
 *
 * <p>A pause is 1, 2, 4 … up to 60 seconds. Each try is stored as a failure before its password is checked, so that many at once
 * gain nothing, and a right password removes it without a trace. A wrong password gets the same answer after the same work
 * whether its account exists, and whether its user signed in from there (ADR 22).
 */
@ApplicationScoped
public class LoginThrottle {
    static final int FREE = 5;
    static final int FREE_OF_ADDRESS = 20;
    static final int CHECKED_OF_ADDRESS = 200;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** The tolerated difference between the clocks of two instances; rows of a later time were stored before a clock was set back. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final Duration KNOWN_FOR = Duration.ofDays(90);
    private static final String NONE = "";

    private final LoginFailures failures;
    private final KnownAddresses known;
    private final Clock clock;

    LoginThrottle(LoginFailures failures, KnownAddresses known, Clock clock) {
        this.failures = failures;
        this.known = known;
        this.clock = clock;
    }

    /** Admits a password to be checked, counted as wrong for now; refused (429) when it comes too soon after wrong ones. */
    public LoginAttempt begin(String username, String remoteAddress) {
        var source = LoginSource.of(username, remoteAddress);
        var isKnown = known.isKnown(source, now().minus(KNOWN_FOR));
        var before = counts(source, NONE);
        refuseTooSoon(before, isKnown);
        var id = UUID.randomUUID().toString();
        var isPaused = isPaused(before.ofAccount(), FREE);
        failures.add(id, source, !isPaused, now());
        var others = counts(source, id);
        try {
            refuseTooSoon(others, isKnown);
        } catch (RuntimeException tooSoon) {
            failures.remove(id);
            throw tooSoon;
        }
        var ofAccount = wait(others.ofAccount(), FREE);
        var ofAddress = wait(others.ofAddress(), FREE_OF_ADDRESS);
        var isDecoy = !isKnown && ofAccount.compareTo(Duration.ZERO) > 0;
        return new LoginAttempt(id, source, isDecoy, ofAccount.compareTo(ofAddress) > 0 ? ofAccount : ofAddress);
    }

    /** Takes back an admitted try whose password was right, with all failures of the account from its address. */
    public void succeeded(LoginAttempt attempt) {
        QuarkusTransaction.requiringNew().run(() -> failures.removePair(attempt.source()));
        known.remember(attempt.source(), now());
    }

    private Counts counts(LoginSource source, String exceptId) {
        return failures.counts(source, exceptId, now().minus(WINDOW), now().plus(SKEW));
    }

    private void refuseTooSoon(Counts counts, boolean isKnown) {
        var wait = wait(counts.ofPair(), FREE);
        if (!isKnown && wait.isZero()) {
            wait = wait(counts.ofAddress(), CHECKED_OF_ADDRESS);
        }
        if (!wait.isZero()) {
            throw LoginAttempt.tooMany(wait);
        }
    }

    private boolean isPaused(Count count, int free) {
        return !wait(count, free).isZero();
    }

    /** The rest of a pause; never negative, nor longer than the whole pause. */
    private Duration wait(Count count, int free) {
        if (count.last() == null) {
            return Duration.ZERO;
        }
        var since = Duration.between(count.last(), now());
        var elapsed = since.isNegative() ? Duration.ZERO : since;
        var rest = pause(count.failures() - free).minus(elapsed);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** 1, 2, 4 … seconds after the free failures. */
    static Duration pause(int beyondFree) {
        if (beyondFree < 0) {
            return Duration.ZERO;
        }
        var seconds = beyondFree < Long.SIZE - 2 ? 1L << beyondFree : Long.MAX_VALUE;
        return seconds < LONGEST.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST;
    }

    /** Removes rows that no longer count, those from the future, and the oldest beyond a bound. */
    @BackgroundJob
    @Scheduled(
            identity = "forget-failures",
            every = "1m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> {
            failures.forget(now().minus(WINDOW), now().plus(SKEW));
            known.forget(now().minus(KNOWN_FOR));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
