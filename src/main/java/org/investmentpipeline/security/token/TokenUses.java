package org.investmentpipeline.security.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Records the last use of tokens, at most once an hour each, so that requests stay cheap. */
@ApplicationScoped
class TokenUses {
    private static final Logger LOG = Logger.getLogger(TokenUses.class);
    private static final Duration PRECISION = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Token.Repository tokens;
    private final Clock clock;

    /** The time of the last record or attempt, so that a read-only database is not written to at each request. */
    private final Map<Long, Instant> recorded = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Instant> eldest) {
            return size() > MOST;
        }
    });

    TokenUses(Token.Repository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Records a use; a failure of the database does not fail the request. */
    void note(long tokenId, @Nullable Instant lastUsedAt) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (isRecent(lastUsedAt, now) || isRecent(recorded.get(tokenId), now)) {
            return;
        }
        recorded.put(tokenId, now);
        try {
            QuarkusTransaction.requiringNew().run(() -> tokens.update("lastUsedAt = ?1 where id = ?2", now, tokenId));
        } catch (RuntimeException failed) {
            LOG.debugf(failed, "The use of token %d was not recorded", tokenId);
        }
    }

    /** A moment in the future, from before a clock was set back, is replaced. */
    private static boolean isRecent(@Nullable Instant moment, Instant now) {
        return moment != null && !moment.isAfter(now) && moment.isAfter(now.minus(PRECISION));
    }
}
