package org.investmentpipeline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A service as its administrator sees it: backups, dumps and restorations, and any answer to the last byte, with its ETag. */
public final class Administered {
    private static final String NDJSON = "application/x-ndjson";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final String token;

    /** By a token that may have been given by another service. */
    public Administered(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** By a new token of the first user. */
    public Administered(PackagedService service) {
        this(service.port(), SignedIn.token(service.port(), "admin", SignedIn.PASSWORD));
    }

    public String token() {
        return token;
    }

    public HttpResponse<String> get(String path) {
        return sent(request(path).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> backup() {
        return sent(
                request("/api/v1/admin/backup").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    /** A dump, in a file of its own. */
    public Path dump() {
        var file = TestDatabase.newDirectory().resolve("dump.ndjson");
        var answer = sent(request("/api/v1/admin/dump").build(), BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new AssertionError("no dump, but " + answer.statusCode());
        }
        return file;
    }

    public HttpResponse<String> restore(Path dump) throws IOException {
        return restore(BodyPublishers.ofFile(dump), NDJSON);
    }

    public HttpResponse<String> restore(String dump) {
        return restore(BodyPublishers.ofByteArray(dump.getBytes(StandardCharsets.UTF_8)), NDJSON);
    }

    /** Under a key, so that it may be sent again. */
    public HttpResponse<String> restore(String key, Path dump) throws IOException {
        return sent(
                restoration(BodyPublishers.ofFile(dump), NDJSON)
                        .header("Idempotency-Key", key)
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> restore(BodyPublisher dump, String type) {
        return sent(restoration(dump, type).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder restoration(BodyPublisher dump, String type) {
        return request("/api/v1/admin/restore").header("Content-Type", type).POST(dump);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
