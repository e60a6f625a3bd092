package org.investmentpipeline.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Exempts dumps from the body limit. The server has one limit for all bodies and checks it against the Content-Length:
 * for exempt requests that length is hidden from the check.
 */
@ApplicationScoped
public class LargeBodies {
    private static final String DUMPS = "/api/v1/admin/restore";
    private static final String LENGTH = LargeBodies.class.getName();

    /** Before and after the server's own check, which has order 2. */
    private static final int BEFORE = 3;

    private static final int AFTER = 1;

    void register(@Observes Filters filters) {
        filters.register(LargeBodies::hide, BEFORE);
        filters.register(LargeBodies::show, AFTER);
    }

    /** Whether a request may have a body of any size. */
    public static boolean isOne(HttpServerRequest request) {
        return DUMPS.equals(request.path());
    }

    private static void hide(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (isOne(context.request()) && length != null) {
            context.put(LENGTH, length);
            context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        context.next();
    }

    private static void show(RoutingContext context) {
        if (isOne(context.request())) {
            context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
            String length = context.get(LENGTH);
            if (length != null) {
                context.request().headers().set(HttpHeaders.CONTENT_LENGTH, length);
            }
        }
        context.next();
    }
}
