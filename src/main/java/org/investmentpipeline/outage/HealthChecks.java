package org.investmentpipeline.outage;

import io.quarkus.smallrye.health.runtime.QuarkusAsyncHealthCheckFactory;
import io.quarkus.smallrye.health.runtime.ShutdownReadinessCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Runs health checks as Quarkus does, except the built-in check for shutdown: it reads a flag, but would wait for a
 * worker thread, so that readiness would hang while all of them are busy.
 */
@Alternative
@Priority(1)
@Singleton
class HealthChecks extends QuarkusAsyncHealthCheckFactory {
    HealthChecks(Vertx vertx) {
        super(vertx);
    }

    @Override
    public Uni<HealthCheckResponse> callSync(HealthCheck check) {
        return check instanceof ShutdownReadinessCheck ? Uni.createFrom().item(check::call) : super.callSync(check);
    }
}
