package org.investmentpipeline.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.investmentpipeline.outage.JobSkipped;

/**
 * Meters of the jobs of this instance: last success, duration and failures. It observes the events of the scheduler, so a new
 * job is measured without code of its own. The label is {@code name}: Prometheus has a {@code job} of its own.
 */
@ApplicationScoped
class JobMeters {
    private final MeterRegistry registry;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Map<String, Instant> succeeded = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    JobMeters(MeterRegistry registry, Scheduler scheduler, Clock clock) {
        this.registry = registry;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Until its first success a job counts from the start of the service, so that one that never succeeds is detected, too. */
    void begin(@Observes StartupEvent started) {
        scheduler.getScheduledJobs().stream().map(Trigger::getId).forEach(this::begin);
    }

    private void begin(String job) {
        succeeded.putIfAbsent(job, clock.instant());
        Gauge.builder(
                        "pipeline.job.last.success.timestamp.seconds",
                        () -> succeeded.getOrDefault(job, Instant.EPOCH).getEpochSecond())
                .description("Time of the last success of the job; until then, of the start of the service")
                .tag("name", job)
                .register(registry);
        timer(job, "success");
        timer(job, "failure");
    }

    /** Observed before the scheduler's event of the same run. */
    void lack(@Observes JobSkipped waits) {
        waiting.add(waits.job());
    }

    void succeed(@Observes SuccessfulExecution done) {
        var job = done.getExecution().getTrigger().getId();
        if (waiting.remove(job)) {
            record(job, "failure", done.getExecution());
            return;
        }
        succeeded.put(job, clock.instant());
        record(job, "success", done.getExecution());
    }

    void fail(@Observes FailedExecution failed) {
        record(failed.getExecution().getTrigger().getId(), "failure", failed.getExecution());
    }

    private void record(String job, String outcome, ScheduledExecution execution) {
        timer(job, outcome).record(Duration.between(execution.getFireTime(), clock.instant()));
    }

    private Timer timer(String job, String outcome) {
        return Timer.builder("pipeline.job")
                .description("Duration of jobs")
                .tags("name", job, "outcome", outcome)
                .register(registry);
    }
}
