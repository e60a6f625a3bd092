package org.investmentpipeline.http;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exempts some requests from the body limit. The server has one limit for all bodies and checks it against the Content-Length:
 * for exempt requests that length is hidden from the check.
 */
@ApplicationScoped
public class LargeBodies {
    private static final String LENGTH = LargeBodies.class.getName();

    /** Before and after the server's own check, which has order 2. */
    private static final int BEFORE = 3;

    private static final int AFTER = 1;

    private final Set<String> paths;

    LargeBodies(@All List<LargeBodyPath> paths) {
        this.paths = paths.stream().map(LargeBodyPath::path).collect(Collectors.toUnmodifiableSet());
    }

    void register(@Observes Filters filters) {
        filters.register(this::hide, BEFORE);
        filters.register(this::show, AFTER);
    }

    /** Whether a request may have a body of any size. */
    public boolean isOne(HttpServerRequest request) {
        return request.path() != null && paths.contains(request.path());
    }

    private void hide(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (isOne(context.request()) && length != null) {
            context.put(LENGTH, length);
            context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        context.next();
    }

    private void show(RoutingContext context) {
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
