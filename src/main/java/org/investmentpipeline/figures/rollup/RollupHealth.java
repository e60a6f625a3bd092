package org.investmentpipeline.figures.rollup;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the sums agreed with the ledger when they were last compared, or were built anew since. */
@Wellness
@ApplicationScoped
public class RollupHealth implements HealthCheck {
    private final Reconciliation reconciliation;
    private final RollupSettings settings;

    RollupHealth(Reconciliation reconciliation, RollupSettings settings) {
        this.reconciliation = reconciliation;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        var foldedAt = reconciliation.foldedAt();
        var last = reconciliation.last();
        var differ = last.filter(found -> !found.differences().isEmpty())
                .filter(found -> foldedAt.isEmpty() || !foldedAt.get().isAfter(found.foldedAt()));
        return HealthCheckResponse.named("Sums of figures agree with the ledger")
                .status(differ.isEmpty())
                .withData("foldedAt", foldedAt.map(Object::toString).orElse("not built yet"))
                .withData("foldedEvery", settings.foldEvery())
                .withData(
                        "compared",
                        last.map(found -> found.foldedAt().toString()).orElse("not yet"))
                .withData(
                        "differences",
                        last.map(found -> found.differences().size()).orElse(0))
                .build();
    }
}
