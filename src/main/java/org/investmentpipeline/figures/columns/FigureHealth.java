package org.investmentpipeline.figures.columns;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the columns agreed with the database at the last comparison. */
@Wellness
@ApplicationScoped
public class FigureHealth implements HealthCheck {
    private final ColumnStore store;
    private final SourceComparison comparison;

    FigureHealth(ColumnStore store, SourceComparison comparison) {
        this.store = store;
        this.comparison = comparison;
    }

    @Override
    public HealthCheckResponse call() {
        var status = store.status();
        var last = comparison.last();
        return HealthCheckResponse.named("Figures of the columns agree with the database")
                .status(last.map(found -> found.differences().isEmpty()).orElse(true))
                .withData("columns", status.state().name())
                .withData("positions", status.rows())
                .withData("bytes", status.bytes())
                .withData(
                        "compared",
                        last.map(found -> found.knownAt().toString()).orElse("not yet"))
                .withData(
                        "differences",
                        last.map(found -> found.differences().size()).orElse(0))
                .build();
    }
}
