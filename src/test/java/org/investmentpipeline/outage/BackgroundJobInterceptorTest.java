package org.investmentpipeline.outage;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.event.Event;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** A job that fails because the service ends says nothing: a start that is refused ends with one line. */
class BackgroundJobInterceptorTest {
    private static final IllegalStateException FAILURE = new IllegalStateException("EntityManagerFactory is closed");

    @Test
    void aFailureAfterTheEndOfTheServiceIsDropped() throws Exception {
        assertNull(interceptor(false).run(failing()));
    }

    @Test
    void anyOtherFailurePropagates() {
        var job = failing();

        assertSame(
                FAILURE,
                assertThrows(
                        IllegalStateException.class, () -> interceptor(true).run(job)));
    }

    @SuppressWarnings("unchecked")
    private static BackgroundJobInterceptor interceptor(boolean isOpen) {
        return new BackgroundJobInterceptor(
                as(Event.class, (proxy, method, arguments) -> null),
                as(EntityManagerFactory.class, (proxy, method, arguments) -> isOpen));
    }

    private static InvocationContext failing() {
        return as(InvocationContext.class, (proxy, method, arguments) -> {
            if (method.getName().equals("proceed")) {
                throw FAILURE;
            }
            return BackgroundJobInterceptorTest.class.getDeclaredMethod("failing");
        });
    }

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
