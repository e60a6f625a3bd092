package org.investmentpipeline.http.response;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.investmentpipeline.problem.ProblemType;

/**
 * Names, times and counts requests: by operation and status, and problems by their type. Nothing a client makes up becomes a name
 * of a series, so there are only so many of them.
 */
@ApplicationScoped
public class RequestMetrics {
    /** Before all else, so that each request is named and timed whatever becomes of it. */
    private static final int FIRST = 30_000;

    private static final String OPERATION = RequestMetrics.class.getName();
    /** What no operation of the API answered: health, the contract, and what was refused before it was known what it asked. */
    private static final String NONE = "none";

    /** Bounds that alerts are set at; most answers take milliseconds, a scan of a very large ledger seconds. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterProvider<Timer> requests;
    private final MeterProvider<Counter> problems;

    public RequestMetrics(MeterRegistry registry) {
        requests = Timer.builder("http.server.requests")
                .description("Requests, by the operation of the contract and the status of the answer")
                .serviceLevelObjectives(BOUNDS)
                .withRegistry(registry);
        problems = Counter.builder("pipeline.problems")
                .description("Problems that were answered, by their type")
                .withRegistry(registry);
        Arrays.stream(ProblemType.values()).forEach(this::counter);
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext request) {
        var began = System.nanoTime();
        RequestId.of(request);
        request.addEndHandler(ended -> {
            var tags = Tags.of(
                    "operation",
                    Objects.requireNonNullElse(request.get(OPERATION), NONE),
                    "status",
                    Integer.toString(request.response().getStatusCode()));
            requests.withTags(tags).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        });
        request.next();
    }

    /** Says which operation answers a request. */
    void isOf(RoutingContext request, String operation) {
        request.put(OPERATION, operation);
    }

    /** A problem that is about to be answered, with what its request is called. */
    ProblemBody answering(ProblemBody problem, RoutingContext request) {
        counter(problem.is()).increment();
        return problem.about(RequestId.of(request));
    }

    private Counter counter(ProblemType type) {
        return problems.withTag("type", type.word());
    }
}
