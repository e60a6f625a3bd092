package org.investmentpipeline.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers of conditional requests (RFC 9110, 13) alike for every resource: several lines of a header are one list, and an
 * {@code If-None-Match} that is no list of tags is ignored, since a full response is correct, too. Figures and lists compare
 * it ({@link ConditionalResponse}); single resources do not: their ETag is the version that a change has to name, while their response also shows
 * related data that changes without it: the size tier of a project, the name of a zone.
 */
@Provider
public class ConditionalRequests implements ContainerRequestFilter {
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

    /** Whether the value of an {@code If-None-Match} names a tag, in the weak comparison. */
    static boolean names(@Nullable String ifNoneMatch, @Nullable EntityTag tag) {
        return ifNoneMatch != null
                && tag != null
                && EntityTags.parse(ifNoneMatch)
                        .filter(tags -> tags.matchWeakly(tag.getValue()))
                        .isPresent();
    }
}
