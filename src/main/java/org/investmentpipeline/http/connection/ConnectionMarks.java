package org.investmentpipeline.http.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Notifies the {@link ConnectionGuard} of a connection when a request begins and ends, so that its client is not timed meanwhile; and delays
 * a request while much of the previous answers was not read.
 */
@ApplicationScoped
public class ConnectionMarks {
    /** Before all other handlers. */
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

    /** A client that pipelines requests gets its next answer when it has read the previous one. */
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
