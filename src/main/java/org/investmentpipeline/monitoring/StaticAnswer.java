package org.investmentpipeline.monitoring;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.input.Hash;
import org.investmentpipeline.rest.EntityTags;

/** A response that never changes while the service runs, with its ETag: a repeat with {@code If-None-Match} gets 304. */
record StaticAnswer(Buffer body, String etag, Map<String, String> headers) {
    private static final int TAG_DIGITS = 24;

    static StaticAnswer of(byte[] body) {
        var etag = Hash.hex(Hash.digest().digest(body)).substring(0, TAG_DIGITS);
        return new StaticAnswer(Buffer.buffer(body), etag, Map.of());
    }

    static StaticAnswer ofResource(String name) {
        return of(resource(name));
    }

    /** The bytes of a file that is packaged with the service. */
    static byte[] resource(String name) {
        try (var file = StaticAnswer.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    StaticAnswer as(String mediaType) {
        return with("Content-Type", mediaType);
    }

    StaticAnswer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new StaticAnswer(body, etag, more);
    }

    /** Answers GET and HEAD. */
    void send(RoutingContext request) {
        var response = request.response();
        headers.forEach(response::putHeader);
        response.putHeader("ETag", '"' + etag + '"');
        if (isKnown(request.request().headers().getAll("If-None-Match"))) {
            response.headers().remove("Content-Type");
            response.setStatusCode(304).end();
        } else if (request.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    private boolean isKnown(List<String> ifNoneMatch) {
        return EntityTags.parse(String.join(",", ifNoneMatch))
                .filter(tags -> tags.matchWeakly(etag))
                .isPresent();
    }
}
