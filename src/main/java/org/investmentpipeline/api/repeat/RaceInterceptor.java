package org.investmentpipeline.api.repeat;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jboss.logging.Logger;

/**
 * Tries once more, in a transaction of its own, what lost a race: it then succeeds, or is told what happened meanwhile. It
 * stands outside of the transaction.
 */
@Repeatable
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RaceInterceptor {
    private static final Logger LOG = Logger.getLogger(RaceInterceptor.class);

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
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
