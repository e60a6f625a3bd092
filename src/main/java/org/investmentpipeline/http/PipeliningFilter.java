package org.investmentpipeline.http;

import io.netty.util.concurrent.FastThreadLocal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes requests that a client sends without waiting for answers. The end of an answer begins the next request of its connection at
 * once, inside the handling of the one before; after some of them the next waits for an event of its own, since hundreds overflow the
 * stack.
 */
@ApplicationScoped
public class PipeliningFilter {
    /** Before all other filters. */
    private static final int OUTERMOST = 50_000;

    private static final int MOST = 8;

    /** How many requests the event loop of this thread handles one inside the other. */
    private final FastThreadLocal<Integer> depth = new FastThreadLocal<>() {
        @Override
        protected Integer initialValue() {
            return 0;
        }
    };

    void register(@Observes Filters filters) {
        filters.register(this::handle, OUTERMOST);
    }

    private void handle(RoutingContext request) {
        var outside = depth.get();
        if (outside >= MOST) {
            request.vertx().runOnContext(any -> request.next());
            return;
        }
        depth.set(outside + 1);
        try {
            request.next();
        } finally {
            depth.set(outside);
        }
    }
}
