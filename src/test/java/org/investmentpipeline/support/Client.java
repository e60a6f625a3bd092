package org.investmentpipeline.support;

import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls the service the way its clients do: addresses are sent as they were answered, byte by byte, and from any number of
 * threads. Every answer is held against the contract.
 */
public final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ContractFilter contract = ContractFilter.shared();
    private final IntSupplier port;
    private final @Nullable String bearer;

    /** Of the service under test. */
    public Client() {
        this(() -> RestAssured.port, null);
    }

    /** Of another service on this machine. */
    public Client(int port) {
        this(() -> port, null);
    }

    private Client(IntSupplier port, @Nullable String bearer) {
        this.port = port;
        this.bearer = bearer;
    }

    /** The same client with another header of authorization than the first user's. */
    public Client as(String authorization) {
        return new Client(port, authorization);
    }

    /**
     * An answer: its text to the last byte, what it says, whether it was given before under the same key, and in how many seconds it
     * asks to be asked again.
     */
    public record Answer(int status, String text, JsonNode body, boolean replayed, OptionalLong retryAfter) {
        public JsonNode at(String pointer) {
            return body.at(pointer);
        }

        /** This answer, which must have a certain status. */
        public Answer expecting(int expected) {
            if (status != expected) {
                throw new AssertionError("expected %d, but was %d: %s".formatted(expected, status, text));
            }
            return this;
        }
    }

    /** What a list holds, through all its pages. */
    public record Listed(List<JsonNode> items) {
        public int count() {
            return items.size();
        }

        /** CNY. */
        public BigDecimal investment() {
            return items.stream()
                    .map(item -> item.at("/investment/cny"))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::decimalValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public List<String> all(String property) {
            return items.stream()
                    .map(item -> item.path(property).asText())
                    .sorted()
                    .toList();
        }
    }

    public Answer get(String address) {
        return send("GET", address, null, Map.of());
    }

    public Answer post(String address, Object body) {
        return send("POST", address, body, Map.of());
    }

    /** As {@link #post(String, Object)}, under an {@code Idempotency-Key}. */
    public Answer post(String address, Object body, String key) {
        return send("POST", address, body, Map.of("Idempotency-Key", key));
    }

    /** Sends a ledger as a form, under an {@code Idempotency-Key}. */
    public Answer upload(String address, String ledger, String key) {
        var boundary = "ledger-" + key;
        var body = """
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="ledger.csv"\r
                Content-Type: text/csv\r
                \r
                %2$s\r
                --%1$s--\r
                """.formatted(boundary, ledger);
        var type = "multipart/form-data; boundary=" + boundary;
        return send("POST", address, body, Map.of("Idempotency-Key", key, "Content-Type", type));
    }

    public Answer put(String address, Object body) {
        return send("PUT", address, body, Map.of("If-Match", "*"));
    }

    public Answer patch(String address, Object body, String ifMatch) {
        return send(
                "PATCH", address, body, Map.of("If-Match", ifMatch, "Content-Type", "application/merge-patch+json"));
    }

    public Answer delete(String address) {
        return send("DELETE", address, null, Map.of("If-Match", "*"));
    }

    /** Everything that a link leads to, page by page. */
    public Listed follow(String link, int limit) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = get(link + "&limit=" + limit + cursor).expecting(200);
            page.at("/items").forEach(items::add);
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + encoded(page.at("/next").asText());
        } while (!cursor.isEmpty());
        return new Listed(items);
    }

    /** An address with its parameters; a list of values repeats the parameter. */
    public static String address(String path, Map<String, ?> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> (parameter.getValue() instanceof List<?> all
                                ? all
                                : List.of(parameter.getValue()))
                        .stream().map(value -> parameter.getKey() + "=" + encoded(value.toString())))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Answer send(String method, String address, @Nullable Object body, Map<String, String> headers) {
        try {
            var publisher = body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(
                            body instanceof String text ? text : Json.MAPPER.writeValueAsString(body));
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + address))
                    .timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .header("Authorization", bearer == null ? SignedIn.bearer(port.getAsInt()) : bearer);
            if (body != null && !headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            headers.forEach(request::header);
            return checked(
                    client.send(request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Answer checked(HttpResponse<String> answer) throws JsonProcessingException {
        var text = answer.body();
        var seen = SimpleResponse.Builder.status(answer.statusCode());
        answer.headers().map().forEach(seen::withHeader);
        contract.check(
                answer.request().method(),
                answer.uri().getPath(),
                (text.isEmpty() ? seen : seen.withBody(text)).build());
        return new Answer(
                answer.statusCode(),
                text,
                text.isEmpty() ? MissingNode.getInstance() : Json.MAPPER.readTree(text),
                answer.headers().firstValue("Idempotent-Replayed").isPresent(),
                answer.headers().firstValueAsLong("Retry-After"));
    }
}
