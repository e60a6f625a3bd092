package org.investmentpipeline.http.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.investmentpipeline.http.ExclusiveMode;
import org.investmentpipeline.http.LargeBodies;
import org.investmentpipeline.http.connection.ConnectionSettings;
import org.investmentpipeline.input.StrictBody;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request completely before the request takes a worker thread. Quarkus REST gives a blocking operation its thread
 * first and reads the body on it, so that a slow body would block the thread. Here the body is read on the event loop, once it is
 * known that the caller may use the operation; a small one into memory, a larger one into a file.
 */
public class RequestBodies {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "DELETE");

    private final CurrentVertxRequest current;
    private final SecurityIdentity caller;
    private final ConnectionSettings settings;
    private final BodyFiles files;
    private final ExclusiveMode exclusiveMode;
    private final LargeBodies largeBodies;
    private final long largest;

    RequestBodies(
            CurrentVertxRequest current,
            SecurityIdentity caller,
            ConnectionSettings settings,
            BodyFiles files,
            ExclusiveMode exclusiveMode,
            LargeBodies largeBodies,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.current = current;
        this.caller = caller;
        this.settings = settings;
        this.files = files;
        this.exclusiveMode = exclusiveMode;
        this.largeBodies = largeBodies;
        this.largest = largest.asLongValue();
    }

    /** Before all filters that run on a worker thread, and after the check of the caller's roles. */
    @ServerRequestFilter(nonBlocking = true, priority = 0)
    public @Nullable Uni<Response> read(ContainerRequestContext request) {
        var context = current.getCurrent();
        if (WITHOUT_BODY.contains(request.getMethod()) || !hasBody(context.request())) {
            return null;
        }
        var limit = limit(context.request());
        if (statedLength(context.request()) > limit) {
            throw BodyReading.tooLarge(context, limit);
        }
        exclusiveMode.leave(context);
        var reading = new BodyReading(context, settings, files, user(), limit);
        return Uni.createFrom()
                .completionStage(reading.begin().toCompletionStage())
                .map(body -> {
                    exclusiveMode.enter(context);
                    request.setEntityStream(body);
                    return null;
                });
    }

    private @Nullable String user() {
        return caller.isAnonymous() ? null : caller.getPrincipal().getName();
    }

    /** Dumps are limited by the minimum rate and the disk only. */
    private long limit(HttpServerRequest request) {
        if (caller.isAnonymous()) {
            return settings.strangersBody().asLongValue();
        }
        if (largeBodies.isOne(request)) {
            return Long.MAX_VALUE;
        }
        var type = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "");
        return type.toLowerCase(Locale.ROOT).contains("json") ? StrictBody.LARGEST : largest;
    }

    private static boolean hasBody(HttpServerRequest request) {
        return statedLength(request) > 0 || request.headers().contains("Transfer-Encoding");
    }

    private static long statedLength(HttpServerRequest request) {
        var stated = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return stated == null ? 0 : Long.parseLong(stated);
    }
}
