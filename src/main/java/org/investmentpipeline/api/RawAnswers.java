package org.investmentpipeline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Answers problems to requests that no resource sees. */
@ApplicationScoped
public class RawAnswers {
    private final ObjectMapper json;

    public RawAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** Answers a problem. */
    public Future<Void> send(RoutingContext request, Problem problem) {
        var language = Language.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var response = request.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        problem.headers().forEach(response::putHeader);
        try {
            return response.end(json.writeValueAsString(ProblemBody.of(problem, language)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Answers a problem, and reads no more of the request. */
    void close(RoutingContext request, Problem problem) {
        request.response().putHeader("Connection", "close");
        send(request, problem).onComplete(sent -> request.request().connection().close());
    }
}
