package org.investmentpipeline.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.investmentpipeline.benchmark.Edition.Installation;
import org.investmentpipeline.benchmark.Reader.WrongAnswer;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.SignedIn;

/**
 * Clients who write at the same time, each one request after the other, to one instance or to several on one database: how much is
 * written in a second, all of which passes the one clock of the ledger.
 */
final class Writers {
    private static final String PATH = "/api/v1/projects";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SPAN = Duration.ofSeconds(5);
    private static final int MOST_INSTANCES = 2;
    private static final List<Integer> CLIENTS = List.of(1, 2, 4, 8, 16);

    private Writers() {}

    /** Requests a second. */
    record Rate(int instances, int clients, double registered, double amended) {}

    /** By one instance, and where the edition lets several share a database, by two. */
    static List<Rate> rates(Edition edition) throws Exception {
        var rates = new ArrayList<Rate>();
        for (var instances = 1; instances <= (edition == Edition.H2 ? 1 : MOST_INSTANCES); instances++) {
            rates.addAll(rates(edition.install(), instances));
        }
        return rates;
    }

    private static List<Rate> rates(Installation installation, int instances) throws Exception {
        var services = new ArrayList<PackagedService>();
        try {
            for (var instance = 0; instance < instances; instance++) {
                services.add(installation.start());
            }
            var rates = new ArrayList<Rate>();
            perSecond(services, CLIENTS.get(CLIENTS.size() - 1), Writers::register);
            for (var clients : CLIENTS) {
                var registered = perSecond(services, clients, Writers::register);
                var amended = perSecond(services, clients, Writers::amend);
                rates.add(new Rate(instances, clients, registered, amended));
            }
            return rates;
        } finally {
            for (var service : services) {
                service.close();
            }
        }
    }

    /** What one client writes until the time is over; answers how often. */
    @FunctionalInterface
    private interface Work {
        int until(long deadline, int port) throws IOException, InterruptedException;
    }

    private static double perSecond(List<PackagedService> services, int clients, Work work) {
        var start = System.nanoTime();
        var deadline = start + SPAN.toNanos();
        var written = AtOnce.all(IntStream.range(0, clients)
                .mapToObj(number -> services.get(number % services.size()).port())
                .<Callable<Integer>>map(port -> () -> work.until(deadline, port))
                .toList());
        return written.stream().mapToInt(Integer::intValue).sum() * 1e9 / (System.nanoTime() - start);
    }

    private static int register(long deadline, int port) throws IOException, InterruptedException {
        var times = 0;
        while (System.nanoTime() < deadline) {
            send(port, "POST", PATH, "{\"name\":\"测试项目\",\"investment\":{\"amount\":%d}}".formatted(++times), 201);
        }
        return times;
    }

    /** A project of its own, so that only the clock is shared. */
    private static int amend(long deadline, int port) throws IOException, InterruptedException {
        var registered = send(port, "POST", PATH, "{\"name\":\"测试项目\"}", 201);
        var project = registered.headers().firstValue("Location").orElseThrow();
        var times = 0;
        while (System.nanoTime() < deadline) {
            send(port, "PATCH", project, "{\"investment\":{\"amount\":%d}}".formatted(++times), 200);
        }
        return times;
    }

    private static HttpResponse<String> send(int port, String method, String path, String body, int expected)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", SignedIn.bearer(port))
                .header("If-Match", "*")
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new WrongAnswer("answers %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return answer;
    }
}
