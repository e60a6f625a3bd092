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
import org.investmentpipeline.catalogue.tier.KnownTiers;
import org.investmentpipeline.figures.columns.ColumnFigures;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.outage.BackgroundJob;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.query.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Meters of today's stock, and of the oldest audit entry without a seal. The database is queried at a fixed interval, and only
 * cheaply: a scrape runs no query, and while the columns of figures are not loaded, nothing is scanned and the number is absent.
 */
@ApplicationScoped
class LedgerMeters {
    private static final Breakdown STAGES = Breakdown.of(List.of(ProjectDimensions.STAGE));
    private static final Filter ACTIVE =
            ProjectDimensions.ALL.filter(Map.of(ProjectDimensions.STATUS, List.of(Status.ACTIVE.name())));

    /** The number of consecutive failures after which the numbers are absent. */
    private static final int MISSED = 5;

    /** Settings of these meters. */
    @ConfigMapping(prefix = "pipeline.metrics")
    interface Settings {
        /** The interval, such as {@code 30s}. */
        Duration measureEvery();
    }

    /** The stock, and the first audit entry without a seal, as of a moment. */
    private record Found(
            Instant at,
            @Nullable Aggregates stock,
            @Nullable Instant unsealedSince) {}

    private final EntityManager entities;
    private final LedgerClock ledgerClock;
    private final KnownTiers tiers;
    private final ColumnFigures figures;
    private final Clock clock;
    private final Duration oldest;
    private volatile @Nullable Found last;

    LedgerMeters(
            EntityManager entities,
            LedgerClock ledgerClock,
            KnownTiers tiers,
            ColumnFigures figures,
            Clock clock,
            Settings settings) {
        this.entities = entities;
        this.ledgerClock = ledgerClock;
        this.tiers = tiers;
        this.figures = figures;
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
                    () -> inStock(cells -> cells.of(row).sum());
            gauge(registry, "pipeline.projects", "Active projects today", stages, count);
            gauge(registry, "pipeline.investment.cny", "Investment of active projects today", stages, investment);
        }
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
        last = QuarkusTransaction.requiringNew().call(() -> new Found(clock.instant(), stock(), unsealedSince()));
    }

    private @Nullable Aggregates stock() {
        var known = ledgerClock.known(null);
        var today = LocalDate.now(clock);
        return figures.loadedStock(new FigureQuery(ACTIVE, STAGES, today, known, today, tiers.at(known)))
                .orElse(null);
    }

    private @Nullable Instant unsealedSince() {
        return entities.createQuery("select min(e.at) from AuditEntry e where e.sealId is null", Instant.class)
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
