package org.investmentpipeline.http.response;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Passes the operation of a request to {@link RequestMetrics}, and adds the request's ids to problems. */
@Provider
public class RequestMetricsFilter implements ContainerResponseFilter {
    private final CurrentVertxRequest current;
    private final ResourceInfo resource;
    private final RequestMetrics watch;

    public RequestMetricsFilter(CurrentVertxRequest current, ResourceInfo resource, RequestMetrics watch) {
        this.current = current;
        this.resource = resource;
        this.watch = watch;
    }

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        var request = current.getCurrent();
        var method = resource.getResourceMethod();
        var documented = method == null ? null : method.getAnnotation(Operation.class);
        if (documented != null) {
            watch.isOf(request, documented.operationId());
        }
        if (answer.getEntity() instanceof ProblemBody problem) {
            answer.setEntity(watch.answering(problem, request));
        }
    }
}
