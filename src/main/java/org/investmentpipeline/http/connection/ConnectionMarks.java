package org.investmentpipeline.http.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells the {@link ConnectionGuard} of a connection when a request is answered on it, so that its client is not waited for; and answers
 * none while much of the answers before it was not taken.
 */
@ApplicationScoped
public class ConnectionMarks {
    /** Before all else. */
    private static final int FIRST = 40_000;

    ConnectionMarks(MeterRegistry registry) {
        SlowConnection.show(registry);
    }

    void register(@Observes Filters filters) {
        filters.register(ConnectionMarks::mark, FIRST);
    }

    private static void mark(RoutingContext request) {
        var channel = ((ConnectionBase) request.request().connection()).channel();
        ConnectionGuard.begin(channel);
        request.addEndHandler(ended -> ConnectionGuard.end(channel));
        whenAnswersAreTaken(request);
    }

    /** A client that sends requests one behind the other gets its next answer when it has taken the one before. */
    private static void whenAnswersAreTaken(RoutingContext request) {
        var response = request.response();
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> {
                response.drainHandler(null);
                request.next();
            });
        } else {
            request.next();
        }
    }
}
