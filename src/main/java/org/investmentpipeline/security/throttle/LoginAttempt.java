package org.investmentpipeline.security.throttle;

import java.time.Duration;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;

/**
 * A password that may be checked now. It counts as wrong until {@link LoginThrottle#succeeded} takes it back.
 *
 * @param isDecoy whether it is refused even when right: the check only takes the time that it takes for others
 * @param pause until the next try from an unknown address; the Retry-After for a wrong password
 */
public record LoginAttempt(String id, LoginSource source, boolean isDecoy, Duration pause) {

    /** Whether a wrong password is answered with {@link #tooMany} instead of the usual refusal. */
    public boolean isPaused() {
        return pause.compareTo(Duration.ZERO) > 0;
    }

    /** The refusal (429) of a wrong password during a pause. */
    public Problem tooMany() {
        return tooMany(pause);
    }

    static Problem tooMany(Duration wait) {
        return Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "Too many sign-ins have failed; try again in %d seconds.",
                        "登录失败次数过多，请在 %d 秒后重试。",
                        wait.toSeconds() + 1)
                .retryAfter(wait.plusSeconds(1));
    }
}
