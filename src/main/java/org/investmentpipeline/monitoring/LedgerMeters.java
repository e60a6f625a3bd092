package org.investmentpipeline.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.catalogue.SizeTierEdge;
import org.investmentpipeline.figures.rollup.Reconciliation;
import org.investmentpipeline.figures.rollup.Rollup;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.outage.BackgroundJob;
import org.investmentpipeline.project.query.Dimension;
import org.investmentpipeline.project.query.ProjectFilter;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/**
 * Meters of today's stock, and of the lag of sums and seals behind the ledger. The database is queried at a fixed interval, and
 * only cheaply: a scrape runs no query, and where the sums have no answer, nothing is scanned and the number is absent.
 */
@ApplicationScoped
class LedgerMeters {
    private static final Breakdown STAGES = Breakdown.of(List.of(Dimension.STAGE));
    private static final ProjectFilter ACTIVE =
            new ProjectFilter(Map.of(Dimension.STATUS, List.of(Status.ACTIVE.name())), null, null, null);

    /** The number of consecutive failures after which the numbers are absent. */
    private static final int MISSED = 5;

    /** Settings of these meters. */
    @ConfigMapping(prefix = "pipeline.metrics")
    interface Settings {
        /** The interval, such as {@code 30s}. */
        Duration measureEvery();
    }

    /** The stock, the first audit entry without a seal, and the number of changes not yet in the sums, as of a moment. */
    private record Found(
            Instant at,
            @Nullable Aggregates stock,
            @Nullable Instant unsealedSince,
            long unfolded) {}

    private final EntityManager entities;
    private final LedgerClock ledgerClock;
    private final SizeTierEdge.Repository edges;
    private final Rollup rollup;
    private final Reconciliation reconciliation;
    private final Clock clock;
    private final Duration oldest;
    private volatile @Nullable Found last;

    LedgerMeters(
            EntityManager entities,
            LedgerClock ledgerClock,
            SizeTierEdge.Repository edges,
            Rollup rollup,
            Reconciliation reconciliation,
            Clock clock,
            Settings settings) {
        this.entities = entities;
        this.ledgerClock = ledgerClock;
        this.edges = edges;
        this.rollup = rollup;
        this.reconciliation = reconciliation;
        this.clock = clock;
        this.oldest = settings.measureEvery().multipliedBy(MISSED);
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        for (var stage : Stage.values()) {
            var row = List.of(stage.name());
            var stages = Tags.of("stage", stage.name());
            Supplier<@Nullable Number> count =
                    () -> inStock(cells -> cells.of(row).count());
            Supplier<@Nullable Number> investment =
                    () -> inStock(cells -> cells.of(row).investment());
            gauge(registry, "pipeline.projects", "Active projects today", stages, count);
            gauge(registry, "pipeline.investment.cny", "Investment of active projects today", stages, investment);
        }
        gauge(registry, "pipeline.sums.unfolded", "Changes not yet in the sums", Tags.empty(), this::unfolded);
        gauge(
                registry,
                "pipeline.sums.differences",
                "Sums that differed from the ledger at the last comparison",
                Tags.empty(),
                this::differences);
        gauge(
                registry,
                "pipeline.audit.unsealed.seconds",
                "Age of the oldest audit entry without a seal",
                Tags.empty(),
                this::unsealed);
    }

    private static void gauge(
            MeterRegistry registry, String name, String description, Tags tags, Supplier<@Nullable Number> value) {
        Gauge.builder(name, () -> value.get())
                .description(description)
                .tags(tags)
                .register(registry);
    }

    @BackgroundJob
    @Scheduled(
            identity = "measure",
            every = "{pipeline.metrics.measure-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        last = QuarkusTransaction.requiringNew()
                .call(() -> new Found(clock.instant(), stock(), unsealedSince(), countUnfolded()));
    }

    private @Nullable Aggregates stock() {
        var known = ledgerClock.known(null);
        var wanted = new Rollup.Wanted(ACTIVE, STAGES, edges.tiers(known), known);
        return rollup.stock(wanted, LocalDate.now(clock)).orElse(null);
    }

    private @Nullable Instant unsealedSince() {
        return entities.createQuery("select min(e.at) from AuditEntry e where e.sealId is null", Instant.class)
                .getSingleResult();
    }

    private long countUnfolded() {
        return entities.unwrap(Session.class)
                .createNativeQuery("select count(*) as number from position_delta", Long.class)
                .addScalar("number", StandardBasicTypes.LONG)
                .getSingleResult();
    }

    /** The latest numbers; absent when they are old, since an old number looks like a new one. */
    private @Nullable Found found() {
        var found = last;
        return found == null || found.at.plus(oldest).isBefore(clock.instant()) ? null : found;
    }

    private @Nullable Number inStock(Function<Aggregates, Number> number) {
        var found = found();
        return found == null || found.stock == null ? null : number.apply(found.stock);
    }

    private @Nullable Number unfolded() {
        var found = found();
        return found == null ? null : found.unfolded;
    }

    private @Nullable Number differences() {
        return reconciliation.last().map(found -> found.differences().size()).orElse(null);
    }

    private @Nullable Number unsealed() {
        var found = found();
        if (found == null) {
            return null;
        }
        return found.unsealedSince == null
                ? 0
                : Duration.between(found.unsealedSince, clock.instant()).toSeconds();
    }
}
