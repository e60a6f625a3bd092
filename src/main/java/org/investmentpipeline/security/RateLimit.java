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
 * So many requests a minute are answered to one token, by each instance; off unless configured. All tokens that the bureau's own
 * sign-on gives one person count as one. A minute is one by the clock, so a token may ask twice as much around its turn.
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

    /** What each token asked in one minute since the epoch. */
    private record Minute(long number, Map<Object, Integer> asked) {}

    /** How much one token may ask. */
    @ConfigMapping(prefix = "pipeline.rate-limit")
    interface Settings {
        /** Of one token; 0 for no limit. */
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
        if (minute(second / SECONDS).asked().merge(token, 1, Integer::sum) > most) {
            throw Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "At most %d requests a minute are answered to one token.",
                            "每个令牌每分钟至多 %d 次请求。",
                            most)
                    .retryAfter(Duration.ofSeconds(SECONDS - second % SECONDS));
        }
    }

    /** The counts of this minute; those of the one before are dropped whole, so that none is counted in both. */
    private Minute minute(long number) {
        return minute.updateAndGet(
                last -> last.number() == number ? last : new Minute(number, new ConcurrentHashMap<>()));
    }
}
