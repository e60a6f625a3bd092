package org.investmentpipeline.idempotency;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Runs a change when a write slot is free, and retries it once in a new transaction after a concurrency conflict: the retry succeeds, or its answer
 * explains the conflict. Runs outside of the transaction.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class ConflictRetryInterceptor {
    private static final Logger LOG = Logger.getLogger(ConflictRetryInterceptor.class);

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final WriteSlots slots;
    private final CurrentVertxRequest current;

    ConflictRetryInterceptor(WriteSlots slots, CurrentVertxRequest current) {
        this.slots = slots;
        this.current = current;
    }

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        var reads = READS.contains(current.getCurrent().request().method());
        return reads ? call.proceed() : slots.within(() -> retried(call));
    }

    private static Object retried(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Exception failed) {
            if (!ConcurrencyConflict.isIn(failed)) {
                throw failed;
            }
            LOG.debug("A concurrency conflict; retrying once", failed);
            return call.proceed();
        }
    }
}
