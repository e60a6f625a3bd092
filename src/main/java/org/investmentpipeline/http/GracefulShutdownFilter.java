package org.investmentpipeline.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.investmentpipeline.http.response.ProblemWriter;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;

/**
 * Answers 503 to requests that arrive while the service is stopping. Quarkus accepts requests until none is in progress and then stops
 * while it still accepts some: their changes would be kept and their answers lost.
 */
@ApplicationScoped
public class GracefulShutdownFilter {
    /** Runs first, before malformed requests are refused. */
    private static final int FIRST = 20_000;

    private static final Duration RESTART = Duration.ofSeconds(10);

    private final ProblemWriter answers;
    private volatile boolean closing;

    public GracefulShutdownFilter(ProblemWriter answers) {
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    /** Observed before Quarkus counts the requests in flight, so that none is accepted in between. */
    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        closing = true;
    }

    private void check(RoutingContext request) {
        if (!closing) {
            request.next();
            return;
        }
        answers.send(
                request,
                Problem.of(
                                ProblemType.UNAVAILABLE,
                                "The service is stopping; nothing was done. Try again later.",
                                "服务正在停止，未作任何处理，请稍后重试。")
                        .retryAfter(RESTART));
    }
}
