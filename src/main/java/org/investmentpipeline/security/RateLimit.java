package org.investmentpipeline.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.security.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Limits the requests per minute of one token, in each instance; off unless configured. All tokens that the bureau's single
 * sign-on issues to one person count as one. Minutes are those of the clock, so around the turn of a minute twice as many are possible.
 */
@Provider
@ApplicationScoped
public class RateLimit implements ContainerRequestFilter {
    private static final int SECONDS = 60;

    private final SecurityIdentity identity;
    private final Clock clock;
    private final int most;
    private final AtomicReference<Minute> minute = new AtomicReference<>(new Minute(0, Map.of()));

    RateLimit(SecurityIdentity identity, Clock clock, Settings settings) {
        this.identity = identity;
        this.clock = clock;
        this.most = settings.requestsPerMinute();
    }

    /** The number of requests of each token in one minute since the epoch. */
    private record Minute(long number, Map<Object, Integer> requests) {}

    /** Settings of the rate limit. */
    @ConfigMapping(prefix = "pipeline.rate-limit")
    interface Settings {
        /** Per token; 0 for no limit. */
        int requestsPerMinute();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (most == 0 || identity.isAnonymous()) {
            return;
        }
        @Nullable Object id = identity.getAttribute(Actor.TOKEN);
        var token = id == null ? identity.getPrincipal().getName() : id;
        var second = clock.instant().getEpochSecond();
        if (minute(second / SECONDS).requests().merge(token, 1, Integer::sum) > most) {
            throw Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "The limit of %d requests per minute for one token is exceeded.",
                            "每个令牌每分钟至多 %d 次请求。",
                            most)
                    .retryAfter(Duration.ofSeconds(SECONDS - second % SECONDS));
        }
    }

    /** The counts of this minute; those of the previous minute are dropped together. */
    private Minute minute(long number) {
        return minute.updateAndGet(
                last -> last.number() == number ? last : new Minute(number, new ConcurrentHashMap<>()));
    }
}
