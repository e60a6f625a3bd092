package org.investmentpipeline.security.sso;

import java.io.IOException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The issuer's signing keys (JWKS). Fetched for the first token, when they expire, and for an unknown key id, but at most once within
 * {@link #PAUSE}, whatever clients send. While the issuer does not answer, known keys stay valid for a day, and tokens with other
 * keys are answered 503.
 */
final class JwksCache implements VerificationKeyResolver {
    static final Duration PAUSE = Duration.ofSeconds(10);
    static final Duration KEPT = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(JwksCache.class);

    private final KeyLocation location;
    private final Duration every;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Fetched fetched = new Fetched(List.of(), Instant.EPOCH);
    private volatile Instant asked = Instant.EPOCH;
    private volatile boolean silent;

    JwksCache(KeyLocation location, Duration every, Clock clock) {
        this.location = location;
        this.every = every;
        this.clock = clock;
    }

    /** The keys of the latest fetch, and its time. */
    private record Fetched(List<JsonWebKey> keys, Instant at) {
        boolean isOlderThan(Duration age, Instant now) {
            return at.plus(age).isBefore(now);
        }

        /** A fetch in the future was made before the clock was set back. */
        boolean isDue(Duration every, Instant now) {
            return at.isAfter(now) || isOlderThan(every, now);
        }
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        if (fetched.isDue(every, clock.instant()) && fetching.tryLock()) {
            fetch();
        }
        var key = find(token);
        if (key == null) {
            fetching.lock();
            fetch();
            key = find(token);
        }
        if (key != null) {
            return key.getKey();
        }
        if (silent) {
            throw Problem.of(
                            ProblemType.UNAVAILABLE,
                            "The keys of the bureau's single sign-on are temporarily unavailable.",
                            "单位统一登录暂时无法提供密钥。")
                    .retryAfter(PAUSE);
        }
        throw new UnresolvableKeyException("no such key");
    }

    private JsonWebKey find(JsonWebSignature token) throws UnresolvableKeyException {
        var known = fetched.isOlderThan(KEPT, clock.instant()) ? List.<JsonWebKey>of() : fetched.keys;
        try {
            return new VerificationJwkSelector().selectWithVerifySignatureDisambiguate(token, known);
        } catch (JoseException unreadable) {
            throw new UnresolvableKeyException("no key fits", unreadable);
        }
    }

    /** To be called with the lock, which is released. */
    private void fetch() {
        try {
            var now = clock.instant();
            if (!asked.isAfter(now) && asked.plus(PAUSE).isAfter(now)) {
                return;
            }
            asked = now;
            fetched = new Fetched(List.copyOf(location.read()), now);
            silent = false;
        } catch (IOException | JoseException | RuntimeException failed) {
            silent = true;
            LOG.warnf("The keys of the bureau's single sign-on cannot be fetched: %s", failed);
        } finally {
            fetching.unlock();
        }
    }
}
