package org.investmentpipeline.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.investmentpipeline.http.response.ProblemWriter;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Refuses malformed request lines and headers that the server would answer without a body, and requests that an intermediary might
 * interpret differently. The second kind is checked after authentication: strangers only get 401.
 */
@ApplicationScoped
public class RequestLineFilter {
    private static final int FIRST = 10_000;
    /** After authentication and authorisation, which Quarkus does at 200 and 100. */
    private static final int LET_IN = 50;

    /** The characters that RFC 3986 allows in a path and a query. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]*");

    /** An empty segment, or a dot segment ({@code .}, {@code ..}), percent-encoded or not. */
    private static final Pattern DETOUR = Pattern.compile("//|/(\\.|%2[eE]){1,2}(/|$)");

    private final ProblemWriter answers;
    private final LargeBodies largeBodies;
    private final long largestBody;

    public RequestLineFilter(
            ProblemWriter answers,
            LargeBodies largeBodies,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.answers = answers;
        this.largeBodies = largeBodies;
        this.largestBody = largestBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
        filters.register(this::checkDetour, LET_IN);
    }

    private void checkDetour(RoutingContext context) {
        var request = context.request();
        var path = Objects.requireNonNullElse(request.path(), "");
        // Some servers read a semicolon as a separator of parameters in a path and a query.
        if (request.uri().contains(";") || DETOUR.matcher(path).find()) {
            answers.close(
                    context,
                    Problem.invalid(
                            "address",
                            "has an unencoded semicolon, or empty or dot segments; percent-encode or remove them",
                            "含有分号（须作百分号编码）、空段或点段；请直接写出地址"));
        } else {
            context.next();
        }
    }

    private void check(RoutingContext context) {
        var problem = problem(context.request());
        if (problem == null) {
            context.next();
        } else {
            answers.close(context, problem);
        }
    }

    private @Nullable Problem problem(HttpServerRequest request) {
        if (request.version() == null) {
            return Problem.invalid("version", "is not supported; send HTTP/1.1", "不是已知的版本；请使用 HTTP/1.1");
        }
        var address = problemOfAddress(request);
        return address == null ? problemOfBody(request) : address;
    }

    /** The fault of the request target or its headers, if any; the router rejects some of them before any filter. */
    static @Nullable Problem problemOfAddress(HttpServerRequest request) {
        var host = request.authority();
        if (host == null
                || host.host().isBlank()
                || request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            return Problem.invalid("Host", "is missing, malformed or repeated", "缺少、无法识别或给出了多次");
        }
        return isReadable(request.uri())
                ? null
                : Problem.invalid(
                        "address",
                        "is not well-formed; percent-encode everything but ASCII as UTF-8",
                        "格式不正确：非 ASCII 字符须按 UTF-8 作百分号编码");
    }

    private @Nullable Problem problemOfBody(HttpServerRequest request) {
        var codings = request.headers().getAll("Transfer-Encoding");
        if (!codings.isEmpty() && (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked"))) {
            return Problem.invalid("Transfer-Encoding", "must be chunked, given once", "只能为 chunked，且只能给出一次");
        }
        return length(request) <= largestBody || largeBodies.isOne(request)
                ? null
                : Problem.of(
                        ProblemType.TOO_LARGE,
                        "A request body may have at most %d bytes.",
                        "请求内容至多 %d 字节。",
                        largestBody);
    }

    private static boolean isReadable(String uri) {
        if (!ADDRESS.matcher(uri).matches()) {
            return false;
        }
        try {
            var bytes = URLDecoder.decode(uri, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            return false;
        }
    }

    private static long length(HttpServerRequest request) {
        var stated = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return stated != null && stated.matches("[0-9]{1,18}") ? Long.parseLong(stated) : 0;
    }
}
