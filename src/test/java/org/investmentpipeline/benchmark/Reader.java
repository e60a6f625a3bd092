package org.investmentpipeline.benchmark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.investmentpipeline.benchmark.Reading.Pair;
import org.investmentpipeline.support.SignedIn;
import org.jspecify.annotations.Nullable;

/** Asks the service over HTTP, and minds what it answers. */
final class Reader {
    private static final int CLIENTS = 8;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(3);
    /** So many questions are asked again with their tags; asking them the first time is not what is measured. */
    private static final int REPEATED = 5;

    private static final int CHANGES = 200;

    /** In milliseconds. */
    private static final int BETWEEN_WRITES = 50;
    /** So that what the clients ask has not been asked before. */
    private static final int FIRST_OF_CLIENTS = 100;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;
    private final String bearer;
    private final Parameters parameters;
    private final List<String> cursors = new ArrayList<>();
    private final Map<String, String> tags = new ConcurrentHashMap<>();

    Reader(int port, Parameters parameters) {
        this.bearer = SignedIn.bearer(port);
        this.root = "http://127.0.0.1:" + port + "/api/v1";
        this.parameters = parameters;
    }

    /** How long one answer takes, after the ledger has moved on when the question is always the same. */
    long time(Question question, int asking) throws IOException, InterruptedException {
        if (!question.varies()) {
            moveOn();
        }
        var request = request(question, asking);
        var start = System.nanoTime();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        var taken = System.nanoTime() - start;
        expect(question, answer);
        return taken;
    }

    /** Changes projects one after the other, and asks for a figure after each. */
    void changeOften() throws IOException, InterruptedException {
        for (var project = 1; project <= CHANGES; project++) {
            var change = HttpRequest.newBuilder(URI.create(root + "/projects/" + project))
                    .header("Authorization", bearer)
                    .header("Content-Type", "application/merge-patch+json")
                    .header("If-Match", "*")
                    .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"key\":" + (project % 2 == 0) + "}"))
                    .build();
            client.send(change, HttpResponse.BodyHandlers.discarding());
            client.send(get("/totals?by=stage").build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    /** Asks for all projects, so that the columns know all that was recorded. */
    void total() throws IOException, InterruptedException {
        client.send(get("/totals").build(), HttpResponse.BodyHandlers.discarding());
    }

    /** The series without labels. */
    Map<String, Double> metrics() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(root.replace("/api/v1", "/q/metrics")))
                .header("Authorization", bearer)
                .build();
        var series = new HashMap<String, Double>();
        client.send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.matches("pipeline_\\w+ [0-9.E+-]+"))
                .forEach(line -> series.put(line.split(" ")[0], Double.valueOf(line.split(" ")[1])));
        return series;
    }

    /** What one answer says. */
    List<Pair> read(Question question, int asking) throws IOException, InterruptedException {
        var answer = client.send(request(question, asking), HttpResponse.BodyHandlers.ofString());
        return question.reading().read(json(expect(question, answer)));
    }

    /**
     * Answers in a second when eight clients ask one after the other, each for three seconds. The ledger moves on meanwhile when
     * the question is always the same.
     */
    double perSecond(Question question) throws Exception {
        var asked = new AtomicInteger(FIRST_OF_CLIENTS);
        var clients = Executors.newFixedThreadPool(CLIENTS);
        var writer = Executors.newSingleThreadScheduledExecutor();
        try {
            Runnable write = question.varies() ? () -> {} : this::moveOn;
            var writing = writer.scheduleWithFixedDelay(write, 0, BETWEEN_WRITES, TimeUnit.MILLISECONDS);
            var start = System.nanoTime();
            for (var done : clients.invokeAll(Collections.nCopies(CLIENTS, client(question, asked, start)))) {
                done.get();
            }
            if (writing.isDone()) {
                writing.get();
            }
            return (asked.get() - FIRST_OF_CLIENTS) * 1e9 / (System.nanoTime() - start);
        } finally {
            writer.shutdownNow();
            clients.shutdown();
        }
    }

    private Callable<@Nullable Void> client(Question question, AtomicInteger asked, long start) {
        return () -> {
            do {
                var request = request(question, asked.getAndIncrement());
                expect(question, client.send(request, HttpResponse.BodyHandlers.ofString()));
            } while (System.nanoTime() - start < LONGEST);
            return null;
        };
    }

    private static HttpResponse<String> expect(Question question, HttpResponse<String> answer) {
        var expected = question.reading() == Reading.UNCHANGED ? 304 : 200;
        if (answer.statusCode() != expected) {
            throw new WrongAnswer("%s answers %d %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer;
    }

    /** To ask for the present moves the clock of knowledge there, as a write would: no answer given before is the one wanted. */
    private void moveOn() {
        var now =
                get("/projects?limit=1&knownAt=" + Instant.now().minusMillis(1)).build();
        var answer = client.sendAsync(now, HttpResponse.BodyHandlers.ofString()).join();
        if (answer.statusCode() != 200) {
            throw new WrongAnswer("the clock does not move: " + answer.body());
        }
    }

    private HttpRequest request(Question question, int asking) throws IOException, InterruptedException {
        if (question.reading() == Reading.UNCHANGED) {
            var path = parameters.fill(question.path(), asking % REPEATED);
            return get(path).header("If-None-Match", tag(path)).build();
        }
        var path = parameters.fill(question.path(), asking);
        return get(path.contains("{cursor}") ? path.replace("{cursor}", cursor(asking)) : path)
                .build();
    }

    private String tag(String path) throws IOException, InterruptedException {
        var known = tags.get(path);
        if (known != null) {
            return known;
        }
        var answer = client.send(get(path).build(), HttpResponse.BodyHandlers.discarding());
        var tag = answer.headers().firstValue("ETag").orElse("\"none\"");
        tags.put(path, tag);
        return tag;
    }

    /** What leads to a page of the list; the pages before it are turned once. */
    private synchronized String cursor(int asking) throws IOException, InterruptedException {
        while (cursors.size() < parameters.page(asking)) {
            var before = cursors.isEmpty() ? "" : "&cursor=" + cursors.get(cursors.size() - 1);
            var path = "/projects?limit=" + Parameters.PAGE + before;
            cursors.add(json(client.send(get(path).build(), HttpResponse.BodyHandlers.ofString()))
                    .at("/next")
                    .asText());
        }
        return cursors.get(parameters.page(asking) - 1);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", bearer)
                .timeout(Duration.ofMinutes(5));
    }

    /** The service said something else than the database, or nothing. */
    static final class WrongAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongAnswer(String message) {
            super(message);
        }
    }
}
