package org.investmentpipeline.figures.columns;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The numbers of the columns. */
final class ColumnMeters {
    private final Timer catchUps;
    private final Counter failures;
    private volatile @Nullable Duration load;

    ColumnMeters(MeterRegistry registry, ColumnStore store) {
        catchUps = Timer.builder("pipeline.figures.catchup")
                .description("Time to bring the columns up to the ledger's clock")
                .register(registry);
        failures = Counter.builder("pipeline.figures.catchup.failures")
                .description("Times that the columns were not brought up to the clock, and the database answered")
                .register(registry);
        Gauge.builder("pipeline.figures.rows", () -> store.status().rows())
                .description("Positions in the columns; none while the database answers")
                .register(registry);
        Gauge.builder("pipeline.figures.memory", () -> store.status().bytes())
                .description("Memory of the columns")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("pipeline.figures.load", this::loadSeconds)
                .description("Time that the last load of the columns took")
                .baseUnit("seconds")
                .register(registry);
    }

    void caughtUp(Runnable work) {
        catchUps.record(work);
    }

    void failed() {
        failures.increment();
    }

    void loaded(Duration took) {
        load = took;
    }

    private @Nullable Number loadSeconds() {
        var took = load;
        return took == null ? null : took.toMillis() / 1e3;
    }
}
