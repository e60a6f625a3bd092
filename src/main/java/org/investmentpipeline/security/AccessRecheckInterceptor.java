package org.investmentpipeline.security;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;

/** Checks the caller's access again at the end of a request, inside of its transaction. */
@RecheckAccess
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 400)
public class AccessRecheckInterceptor {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final AccessRecheck access;
    private final CurrentVertxRequest current;
    private final TransactionSynchronizationRegistry transaction;

    AccessRecheckInterceptor(
            AccessRecheck access, CurrentVertxRequest current, TransactionSynchronizationRegistry transaction) {
        this.access = access;
        this.current = current;
        this.transaction = transaction;
    }

    @AroundInvoke
    Object recheck(InvocationContext call) throws Exception {
        var answer = call.proceed();
        var reads = READS.contains(current.getCurrent().request().method());
        if (!reads && !transaction.getRollbackOnly()) {
            access.require();
        }
        return answer;
    }
}
