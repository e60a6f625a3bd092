package org.investmentpipeline.security.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The throttle on the clock of a test, and from addresses that a test cannot have. */
@QuarkusTest
class LoginThrottleIT {
    private static final String OFFICE = "198.51.100.1";
    private static final String ELSEWHERE = "203.0.113.9";

    @Inject
    LoginFailures failures;

    @Inject
    KnownAddresses known;

    @Inject
    EntityManager entities;

    @Inject
    Scheduler scheduler;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T08:00:00Z"));
    private final String user = Fixtures.code("user");

    /** The job of the service removes failures that are old or of the future by its own clock: all of those here. */
    @BeforeEach
    void pauseTheJob() {
        scheduler.pause("forget-failures");
    }

    @AfterEach
    void resumeTheJob() {
        scheduler.resume("forget-failures");
    }

    /** The address that no other test has. */
    @BeforeEach
    @AfterEach
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        entities.createNativeQuery("delete from login_failure").executeUpdate());
    }

    private LoginThrottle throttle() {
        return new LoginThrottle(failures, known, clock);
    }

    private LoginAttempt begin(String username, String address) {
        return throttle().begin(username, address);
    }

    private void signIn(String username, String address) {
        throttle().succeeded(begin(username, address));
    }

    private void fail(int times, String username, String address) {
        IntStream.range(0, times).forEach(any -> begin(username, address));
    }

    private boolean isRefused(String username, String address) {
        var before = rows();
        try {
            var attempt = begin(username, address);
            failures.remove(attempt.id());
            return attempt.isDecoy();
        } catch (Problem tooSoon) {
            assertEquals(429, tooSoon.type().status());
            assertEquals(before, rows(), "a try that came too soon leaves nothing");
            return true;
        }
    }

    private long rows() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery("select count(*) from login_failure", Long.class)
                        .getSingleResult());
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyOut() {
        clock.move(Duration.ofDays(2));
        signIn(user, OFFICE);
        fail(5, user, OFFICE);
        fail(5, user, ELSEWHERE);
        assertTrue(isRefused(user, OFFICE));

        clock.move(Duration.ofDays(-2));

        assertFalse(isRefused(user, OFFICE));
        assertFalse(isRefused(user, ELSEWHERE));
        assertFalse(isRefused(user, "203.0.113.10"));
        throttle().forget();
        assertEquals(0, rows(), "rows from the future are dropped");
    }

    @Test
    void aClockThatIsSetBackALittleLengthensNoPause() {
        fail(5, user, OFFICE);

        clock.move(Duration.ofSeconds(-30));

        var tooSoon = assertThrows(Problem.class, () -> begin(user, OFFICE));
        assertEquals("2", tooSoon.headers().get("Retry-After"));
        clock.move(Duration.ofSeconds(31));
        assertFalse(isRefused(user, OFFICE));
    }

    @Test
    void failuresOfOthersDoNotDelayAnAddressThatSignedInBefore() {
        signIn(user, OFFICE);

        for (var i = 0; i < 30; i++) {
            isRefused(user, "192.0.2." + i);
            fail(1, user, "192.0.2." + i);
        }

        var attempt = begin(user, OFFICE);
        assertFalse(attempt.isDecoy());
        assertTrue(attempt.isPaused(), "a wrong password is answered there as anywhere else");
        assertTrue(isRefused(user, ELSEWHERE));
    }

    @Test
    void guessingOneAccountFromManyAddressesIsSlow() {
        var checked = IntStream.range(0, 100)
                .filter(i -> !begin(user, "192.0.2." + i).isDecoy())
                .count();

        assertEquals(5, checked);
        clock.move(Duration.ofSeconds(1));
        assertFalse(isRefused(user, ELSEWHERE));
        fail(1, user, ELSEWHERE);
        clock.move(Duration.ofSeconds(1));
        assertTrue(isRefused(user, "203.0.113.10"), "the second pause is of 2 seconds");
    }

    @Test
    void unknownNamesFromAnOfficeSlowNeitherItsUsersNorItsNewcomers() {
        signIn(user, OFFICE);
        var newcomer = Fixtures.code("newcomer");

        for (var i = 0; i < 25; i++) {
            fail(1, Fixtures.code("nobody"), OFFICE);
        }

        for (var i = 0; i < 10; i++) {
            signIn(user, OFFICE);
            assertFalse(isRefused(newcomer, OFFICE));
        }
        assertTrue(begin(Fixtures.code("nobody"), OFFICE).isPaused());
    }

    @Test
    void floodsFromOneAddressAreNotCheckedAnyLongerButForItsUsers() {
        signIn(user, OFFICE);

        for (var i = 0; i < LoginThrottle.CHECKED_OF_ADDRESS; i++) {
            fail(1, Fixtures.code("nobody"), OFFICE);
        }

        assertThrows(Problem.class, () -> begin(Fixtures.code("nobody"), OFFICE));
        assertFalse(isRefused(user, OFFICE));
        assertFalse(isRefused(user, ELSEWHERE));
    }

    @Test
    void aRightPasswordLeavesNoTraceAndStartsNoPause() {
        fail(4, user, OFFICE);

        signIn(user, OFFICE);

        assertEquals(0, own(), "failures of its own");
        fail(4, user, OFFICE);
        assertFalse(isRefused(user, OFFICE));
    }

    private long own() {
        return failures.counts(
                        LoginSource.of(user, OFFICE), "", clock.instant().minus(LoginThrottle.WINDOW), clock.instant())
                .ofPair()
                .failures();
    }

    @Test
    void triesAtOnceGainNothing() {
        var checked = AtOnce.all(IntStream.range(0, 12)
                        .<Callable<Boolean>>mapToObj(any -> () -> {
                            try {
                                return !begin(user, OFFICE).isDecoy();
                            } catch (Problem tooSoon) {
                                return false;
                            }
                        })
                        .toList())
                .stream()
                .filter(each -> each)
                .count();

        assertTrue(checked <= LoginThrottle.FREE, checked + " passwords are checked");
    }

    @Test
    void failuresAreForgottenAfterAQuarterOfAnHour() {
        fail(5, user, OFFICE);
        fail(1, Fixtures.code("nobody"), OFFICE);

        clock.move(LoginThrottle.WINDOW.plusSeconds(1));

        fail(4, user, OFFICE);
        assertFalse(isRefused(user, OFFICE));
        throttle().forget();
        assertEquals(4, rows());
    }

    @Test
    void aUserHasAFewKnownAddressesAndTheyExpire() {
        for (var i = 0; i < 30; i++) {
            signIn(user, "192.0.2." + i);
            clock.move(Duration.ofMinutes(1));
        }

        assertFalse(isKnown("192.0.2.9"));
        assertTrue(isKnown("192.0.2.29"));
        clock.move(Duration.ofDays(90));
        assertFalse(isKnown("192.0.2.29"));
    }

    private boolean isKnown(String address) {
        return known.isKnown(LoginSource.of(user, address), clock.instant().minus(Duration.ofDays(90)));
    }

    @Test
    void aClientWithANetworkOfItsOwnIsOne() {
        var first = LoginSource.of(user, "2001:db8:1:2::1");

        assertEquals(first, LoginSource.of(user, "2001:db8:1:2:ffff::9"));
        assertEquals("2001:db8:1:2:0:0:0:0/64", first.address());
        assertEquals("no:address", LoginSource.of(user, "no:address").address());
        assertEquals(64, LoginSource.of(user, "x".repeat(300)).address().length());
        for (var same : List.of("192.0.2.1", "unknown")) {
            assertEquals(same, LoginSource.of(user, same).address());
        }
    }
}
