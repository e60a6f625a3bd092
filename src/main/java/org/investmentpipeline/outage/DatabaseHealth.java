package org.investmentpipeline.outage;

import io.agroal.api.AgroalDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Readiness of the database. It discloses neither its address nor its error messages. It checks on a thread of
 * its own, once a second for all requests, so that it answers while all worker threads are busy, and cannot be used
 * to exhaust connections.
 */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements AsyncHealthCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseHealth.class);

    private static final Duration SHARED = Duration.ofSeconds(1);

    /** Shorter than the time-outs of usual probes; until the check ends, the last result is answered. */
    private static final Duration PROMPT = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DatabaseHealth::daemon);
    private final Uni<Boolean> look;
    private volatile boolean last;

    DatabaseHealth(AgroalDataSource database) {
        this.database = database;
        this.look = Uni.createFrom()
                .item(this::look)
                .runSubscriptionOn(thread)
                .memoize()
                .atLeast(SHARED);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return look.ifNoItem()
                .after(PROMPT)
                .recoverWithItem(() -> last)
                .map(answers -> HealthCheckResponse.named("The database answers")
                        .status(answers)
                        .build());
    }

    private boolean look() {
        last = answers();
        return last;
    }

    /** The pool validates a connection before handing it out. When all are in use, the database is available if others got one meanwhile. */
    private boolean answers() {
        var given = database.getMetrics().acquireCount();
        try (var connection = database.getConnection()) {
            return !connection.isClosed();
        } catch (SQLException away) {
            LOG.debug("The database does not answer", away);
            return database.getMetrics().acquireCount() > given;
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "readiness");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
