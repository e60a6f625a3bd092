package org.investmentpipeline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.investmentpipeline.http.response.ProblemWriter;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;

/** Runs one request while this instance handles no other: requests in progress are waited for, new ones are answered 503. */
@ApplicationScoped
public class ExclusiveMode {
    /** Runs before authentication, which reads the database. */
    private static final int EARLY = 9_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String API = "/api/";
    private static final String UNDER_WAY = ExclusiveMode.class.getName();

    private final ProblemWriter answers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fewer = lock.newCondition();
    private int underWay;
    private boolean still;

    public ExclusiveMode(ProblemWriter answers) {
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        if (!request.normalizedPath().startsWith(API)) {
            request.next();
        } else if (begins()) {
            request.put(UNDER_WAY, true);
            request.addEndHandler(ended -> leave(request));
            request.next();
        } else {
            answers.send(request, restoring());
        }
    }

    /** A request that is still receiving its body is not counted as in progress. */
    public void leave(RoutingContext request) {
        if (request.remove(UNDER_WAY) != null) {
            ends();
        }
    }

    /** Resumes a request whose body is complete; refused (503) when exclusive mode has begun meanwhile. */
    public void enter(RoutingContext request) {
        if (!request.normalizedPath().startsWith(API)) {
            return;
        }
        if (!begins()) {
            throw restoring();
        }
        request.put(UNDER_WAY, true);
        if (request.response().closed()) {
            leave(request);
        }
    }

    private static Problem restoring() {
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        "A dump is being restored; nothing was done. Try again later.",
                        "正在恢复转储，未作任何处理，请稍后重试。")
                .retryAfter(PATIENCE);
    }

    private boolean begins() {
        lock.lock();
        try {
            underWay += still ? 0 : 1;
            return !still;
        } finally {
            lock.unlock();
        }
    }

    private void ends() {
        lock.lock();
        try {
            underWay--;
            fewer.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Runs the work while no other request is in progress. Refused (409) when others are still in progress after half a minute. */
    public <T> T during(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    private void begin() {
        lock.lock();
        try {
            var left = still ? 0 : PATIENCE.toNanos();
            var mine = !still;
            still = true;
            while (underWay > 1 && left > 0) {
                left = fewer.awaitNanos(left);
            }
            if (!mine || underWay > 1) {
                still = !mine;
                throw othersWork();
            }
        } catch (InterruptedException stopping) {
            still = false;
            Thread.currentThread().interrupt();
            throw othersWork();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            still = false;
        } finally {
            lock.unlock();
        }
    }

    private static Problem othersWork() {
        return Problem.of(
                ProblemType.CONFLICT,
                "Other requests are still in progress; repeat this when the service is not in use.",
                "仍有其他请求在处理，请在无人使用时重试。");
    }
}
