package org.investmentpipeline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import org.investmentpipeline.http.response.ProblemWriter;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;

/**
 * Answers {@code OPTIONS} for paths of the API with exactly their methods, and names them where another method was refused (405). Quarkus
 * REST would name the methods of all paths of a resource class, also for unknown paths.
 */
@Provider
@ApplicationScoped
public class OptionsRequests implements ContainerResponseFilter {
    /** After authentication and authorisation, which Quarkus does at 200 and 100, and after CORS. */
    private static final int LET_IN = 40;

    private static final String API = "/api/";

    private final AllowedMethods allowed;
    private final ProblemWriter answers;

    OptionsRequests(AllowedMethods allowed, ProblemWriter answers) {
        this.allowed = allowed;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, LET_IN);
    }

    private void answer(RoutingContext context) {
        var path = context.normalizedPath();
        if (context.request().method() != HttpMethod.OPTIONS || !path.startsWith(API)) {
            context.next();
            return;
        }
        var methods = allowed.of(path);
        if (methods.isEmpty()) {
            answers.send(
                    context, Problem.of(ProblemType.NOT_FOUND, "There is no resource at this address.", "该地址没有内容。"));
        } else {
            context.response()
                    .putHeader(HttpHeaders.ALLOW, String.join(", ", methods))
                    .end();
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        var methods = answer.getStatus() == 405 ? allowed.of(path(request.getUriInfo())) : null;
        if (methods != null && !methods.isEmpty()) {
            answer.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
        }
    }

    private static String path(UriInfo address) {
        return address.getRequestUri().getRawPath();
    }
}
