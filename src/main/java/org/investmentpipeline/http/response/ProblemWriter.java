package org.investmentpipeline.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.rest.Language;

/** Writes problems for requests that reach no resource. */
@ApplicationScoped
public class ProblemWriter {
    private static final List<String> ALWAYS = List.of(
            "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cache-Control", "Content-Security-Policy");

    private final ObjectMapper json;
    private final Map<String, String> always;
    private final RequestMetrics watch;

    public ProblemWriter(ObjectMapper json, RequestMetrics watch, Config configuration) {
        this.json = json;
        this.watch = watch;
        this.always = ALWAYS.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        name -> configuration.getValue("quarkus.http.header.\"" + name + "\".value", String.class)));
    }

    /** Answers a problem. */
    public Future<Void> send(RoutingContext request, Problem problem) {
        var language = Language.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var response = request.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        problem.headers().forEach(response::putHeader);
        // The router refuses some requests before the handler that adds these headers.
        always.forEach(response::putHeader);
        try {
            return response.end(json.writeValueAsString(watch.answering(ProblemBody.of(problem, language), request)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Answers a problem, and stops reading the request. */
    public void close(RoutingContext request, Problem problem) {
        request.response().putHeader("Connection", "close");
        send(request, problem).onComplete(sent -> request.request().connection().close());
    }
}
