package org.investmentpipeline.api.repeat;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Makes a change when it is its turn, and tries once more, in a transaction of its own, what lost a race: it then succeeds, or the
 * answer says what happened meanwhile. It runs outside of the transaction.
 */
@Repeatable
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RaceInterceptor {
    private static final Logger LOG = Logger.getLogger(RaceInterceptor.class);

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final WriteSlots slots;
    private final CurrentVertxRequest current;

    RaceInterceptor(WriteSlots slots, CurrentVertxRequest current) {
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
            if (!LostRace.isIn(failed)) {
                throw failed;
            }
            LOG.debug("Lost a race; tried once more", failed);
            return call.proceed();
        }
    }
}
