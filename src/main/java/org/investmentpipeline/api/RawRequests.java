package org.investmentpipeline.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses, before anything looks at them, requests whose address or length the server would answer without a word. */
@ApplicationScoped
public class RawRequests {
    private static final int FIRST = 10_000;

    private final RawAnswers answers;
    private final long largestBody;

    public RawRequests(
            RawAnswers answers, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.answers = answers;
        this.largestBody = largestBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        if (!isReadable(request.request().uri())) {
            answers.close(
                    request,
                    Problem.invalid(
                            "address",
                            "is not well-formed: everything but ASCII is percent-encoded as UTF-8",
                            "格式不正确：非 ASCII 字符须按 UTF-8 作百分号编码"));
        } else if (length(request) > largestBody) {
            answers.close(
                    request,
                    Problem.of(
                            ProblemType.TOO_LARGE, "A body may have at most %d bytes.", "请求内容至多 %d 字节。", largestBody));
        } else {
            request.next();
        }
    }

    private static boolean isReadable(String uri) {
        if (!uri.chars().allMatch(c -> c > ' ' && c < 127)) {
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

    private static long length(RoutingContext request) {
        var stated = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return stated != null && stated.matches("[0-9]{1,18}") ? Long.parseLong(stated) : 0;
    }
}
