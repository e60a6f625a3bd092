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
 * Times and counts requests by operation and status, and problems by type. Nothing in a request becomes a label
 * of a series, so their number is bounded.
 */
@ApplicationScoped
public class RequestMetrics {
    /** Before all other handlers, so that each request is named and timed, also when it is refused. */
    private static final int FIRST = 30_000;

    private static final String OPERATION = RequestMetrics.class.getName();
    /** The label of requests outside the API's operations: health, the contract, and those refused before routing. */
    private static final String NONE = "none";

    /** Bucket bounds used by alerts; most answers take milliseconds, a scan of a very large ledger seconds. */
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
                .description("Requests by operation of the contract and status of the answer")
                .serviceLevelObjectives(BOUNDS)
                .withRegistry(registry);
        problems = Counter.builder("pipeline.problems")
                .description("Problems answered, by type")
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

    /** Sets the operation of a request. */
    void isOf(RoutingContext request, String operation) {
        request.put(OPERATION, operation);
    }

    /** Counts a problem and returns it with the ids of its request. */
    ProblemBody answering(ProblemBody problem, RoutingContext request) {
        counter(problem.is()).increment();
        return problem.about(RequestId.of(request));
    }

    private Counter counter(ProblemType type) {
        return problems.withTag("type", type.word());
    }
}
