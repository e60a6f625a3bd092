package org.investmentpipeline.http.response;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.jspecify.annotations.Nullable;

/** The JSON of a problem (RFC 9457), in one language. */
@Schema(
        name = "Problem",
        description = "An error (RFC 9457). title, detail and messages follow Accept-Language (zh, default en).")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        @Schema(
                required = true,
                description = "The stable path of the problem type.",
                examples = "/problems/stage-order")
        String type,

        @Schema(required = true) String title,
        @Schema(required = true, examples = "409") int status,
        @Schema(required = true) String detail,

        @Schema(description = "The faults of the input, each with its field; absent when the input is not at fault.")
        @Nullable
        List<Violation.Body> violations,

        @Schema(
                required = true,
                description = "The id of the request, as in the log and in the header X-Request-Id.",
                examples = "0b3f0a7e-6c0e-4c1e-9a3b-2f1d5c8e7a90")
        @Nullable
        String requestId,

        @Schema(
                description = "The id of the trace in the request's traceparent; absent without one.",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        @Nullable
        String traceId,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> extensions,
        @Schema(hidden = true) @JsonIgnore ProblemType is) {

    /** The media type of every problem, whatever {@code Accept} says. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemBody of(Problem problem, Locale language) {
        var type = problem.type();
        return new ProblemBody(
                type.path(),
                type.title().in(language),
                type.status(),
                problem.detail().in(language),
                problem.violations().isEmpty()
                        ? null
                        : problem.violations().stream()
                                .map(v -> new Violation.Body(
                                        v.field(), v.message().in(language)))
                                .toList(),
                null,
                null,
                problem.extensions(),
                type);
    }

    /** The same, with the ids of the request. */
    ProblemBody about(RequestId request) {
        return new ProblemBody(
                type, title, status, detail, violations, request.id(), request.traceId(), extensions, is);
    }

    public static Response answer(Problem problem, Locale language) {
        var answer = Response.status(problem.type().status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(of(problem, language));
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
