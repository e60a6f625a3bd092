package org.investmentpipeline.outage;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a failure caused by an unavailable database by one log line, and drops that of a job amid which the service ends; other
 * failures propagate.
 */
@BackgroundJob
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class BackgroundJobInterceptor {
    private static final Logger LOG = Logger.getLogger(BackgroundJobInterceptor.class);

    private final Set<Method> waiting = ConcurrentHashMap.newKeySet();
    private final Event<JobSkipped> waits;
    private final EntityManagerFactory entities;

    BackgroundJobInterceptor(Event<JobSkipped> waits, EntityManagerFactory entities) {
        this.waits = waits;
        this.entities = entities;
    }

    @AroundInvoke
    @Nullable
    Object run(InvocationContext work) throws Exception {
        try {
            var done = work.proceed();
            if (waiting.remove(work.getMethod())) {
                LOG.infof("%s resumes: the database is available again", name(work));
            }
            return done;
        } catch (Exception failed) {
            if (!entities.isOpen()) {
                LOG.debugf("%s ends with the service", name(work));
                return null;
            }
            if (!DatabaseUnavailable.isIn(failed)) {
                throw failed;
            }
            var job = work.getMethod().getAnnotation(Scheduled.class);
            if (job != null) {
                waits.fire(new JobSkipped(job.identity()));
            }
            if (waiting.add(work.getMethod())) {
                LOG.warnf(
                        "%s is skipped: the database is unavailable: %s",
                        name(work), DatabaseUnavailable.reason(failed));
            }
            return null;
        }
    }

    private static String name(InvocationContext work) {
        return work.getMethod().getDeclaringClass().getSimpleName() + "."
                + work.getMethod().getName();
    }
}
