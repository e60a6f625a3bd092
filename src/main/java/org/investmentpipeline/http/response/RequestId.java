package org.investmentpipeline.http.response;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The id of a request in its response and in each of its log lines: the one in its {@code X-Request-Id}, or a new one;
 * and the id of the trace (W3C Trace Context) in its {@code traceparent}.
 */
public record RequestId(String id, @Nullable String traceId) {
    /** The header of the id, in requests and responses. */
    public static final String HEADER = "X-Request-Id";

    private static final String TRACE_HEADER = "traceparent";
    private static final String KEPT = RequestId.class.getName();

    /** Short, and without characters that could break or forge a log line. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Pattern TRACE =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.{0,200})?");

    /** The id of the running request, assigned at the first call. */
    static RequestId of(RoutingContext request) {
        @Nullable RequestId known = request.get(KEPT);
        if (known != null) {
            return known;
        }
        var given = request.request().headers().getAll(HEADER);
        var id = given.size() == 1 && FORM.matcher(given.get(0)).matches()
                ? given.get(0)
                : UUID.randomUUID().toString();
        var named = new RequestId(id, trace(request.request().getHeader(TRACE_HEADER)));
        request.put(KEPT, named);
        request.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
        if (named.traceId != null) {
            MDC.put("traceId", named.traceId);
        }
        return named;
    }

    private static @Nullable String trace(@Nullable String given) {
        var trace = TRACE.matcher(Objects.requireNonNullElse(given, ""));
        return trace.matches() ? trace.group(1) : null;
    }
}
