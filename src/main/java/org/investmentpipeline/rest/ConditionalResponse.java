package org.investmentpipeline.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.investmentpipeline.input.Hash;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * An answer whose ETag is computed from everything that determines it, before the answer itself: a request whose {@code If-None-Match}
 * names it (RFC 9110) gets 304, and nothing is computed.
 */
public final class ConditionalResponse<T> {
    /** Increased whenever the calculation of a figure or list changes, so that ETags of the former calculation no longer match. */
    private static final String RULES = "3";

    private static final int TAG_BYTES = 12;

    private final EntityTag tag;
    private final Supplier<T> view;

    private ConditionalResponse(EntityTag tag, Supplier<T> view) {
        this.tag = tag;
        this.view = view;
    }

    /** A response that is fully determined by these values, as texts. */
    public static <T> ConditionalResponse<T> decidedBy(List<?> determinants, Supplier<T> view) {
        return new ConditionalResponse<>(new EntityTag(hash(RULES + determinants)), view);
    }

    /** 304 when the client has this ETag already, else 200 with the ETag. */
    public RestResponse<T> to(HttpHeaders request) {
        if (ConditionalRequests.names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
                    .tag(tag)
                    .build();
        }
        return RestResponse.ResponseBuilder.ok(view.get()).tag(tag).build();
    }

    /** The same with the answer as JSON, which a function gets for an ETag, perhaps without the view. */
    @SuppressWarnings("unchecked") // A text is written as it is, whatever type the method of a resource has.
    public RestResponse<T> to(HttpHeaders request, BiFunction<String, Supplier<T>, String> json) {
        var texts = new ConditionalResponse<>(tag, () -> json.apply(tag.getValue(), view));
        return (RestResponse<T>) texts.to(request);
    }

    private static String hash(String text) {
        var digest = Hash.digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
    }
}
