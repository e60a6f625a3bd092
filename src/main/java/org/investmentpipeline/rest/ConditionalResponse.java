package org.investmentpipeline.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.investmentpipeline.input.Hash;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * An answer whose ETag is computed from everything that determines it, before the answer itself: a request whose {@code If-None-Match}
 * names it (RFC 9110) gets 304, and nothing is computed.
 */
public final class ConditionalResponse<T> {
    /** Raised whenever a rule changes by which a figure or a list is made, so that no ETag outlives its rule. */
    private static final String RULES = "2";

    private static final int TAG_BYTES = 12;

    private final EntityTag tag;
    private final Supplier<T> view;

    private ConditionalResponse(EntityTag tag, Supplier<T> view) {
        this.tag = tag;
        this.view = view;
    }

    /** An answer that its determinants, as texts, decide to the last byte. */
    public static <T> ConditionalResponse<T> decidedBy(List<?> determinants, Supplier<T> view) {
        return new ConditionalResponse<>(new EntityTag(hash(RULES + determinants)), view);
    }

    /** 304 for who has it already, else 200 with the ETag. */
    public RestResponse<T> to(HttpHeaders request) {
        if (ConditionalRequests.names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
                    .tag(tag)
                    .build();
        }
        return RestResponse.ResponseBuilder.ok(view.get()).tag(tag).build();
    }

    private static String hash(String text) {
        var digest = Hash.digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
    }
}
