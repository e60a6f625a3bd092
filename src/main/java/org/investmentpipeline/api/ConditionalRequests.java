package org.investmentpipeline.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditional requests (RFC 9110, 13), alike for every resource: several lines of a header are one list, and a GET whose
 * {@code If-None-Match} names the ETag of the answer is a 304. A value of {@code If-None-Match} that is no list of tags is
 * ignored, since the whole answer is then right, too.
 */
@Provider
public class ConditionalRequests implements ContainerRequestFilter, ContainerResponseFilter {
    private static final List<String> LISTS = List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

    @Override
    public void filter(ContainerRequestContext request) {
        for (var header : LISTS) {
            var lines = request.getHeaders().get(header);
            if (lines != null && lines.size() > 1) {
                request.getHeaders().putSingle(header, String.join(",", lines));
            }
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        var isRead = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (isRead && answer.getStatus() == Response.Status.OK.getStatusCode() && names(known, answer.getEntityTag())) {
            answer.setEntity(null);
            answer.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            answer.setStatusInfo(Response.Status.NOT_MODIFIED);
        }
    }

    /** Whether the value of an {@code If-None-Match} names a tag, in the weak comparison. */
    static boolean names(@Nullable String ifNoneMatch, @Nullable EntityTag tag) {
        return ifNoneMatch != null
                && tag != null
                && EntityTags.parse(ifNoneMatch)
                        .filter(tags -> tags.matchWeakly(tag.getValue()))
                        .isPresent();
    }
}
