package org.investmentpipeline.http.response;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What a request is called in its answer, in each line that is logged for it, and in the systems around: the id that it brought
 * or that was made for it, and the trace (W3C Trace Context) that it said it is part of.
 */
public record RequestId(String id, @Nullable String traceId) {
    /** The header that brings an id, and the one that answers it. */
    public static final String HEADER = "X-Request-Id";

    private static final String TRACE_HEADER = "traceparent";
    private static final String KEPT = RequestId.class.getName();

    /** Short, and nothing that could end a line of a log or mean something in it. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Pattern TRACE =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.{0,200})?");

    /** Of a running request; the first who asks names it for all. */
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
