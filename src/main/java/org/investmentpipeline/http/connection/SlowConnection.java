package org.investmentpipeline.http.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.Arrays;
import java.util.Locale;

/** The reasons for which a connection is closed by the service, as they are counted. */
public enum SlowConnection {
    /** The head of a request was not complete in time. */
    HEAD,
    /** No other request came in time. */
    IDLE,
    /** A body came too slowly. */
    BODY,
    /** An answer was read too slowly. */
    ANSWER,
    /** There were too many connections, and this one was idle longest. */
    CROWD;

    public void count() {
        counter(Metrics.globalRegistry).increment();
    }

    /** Registers the counters of all reasons at the start, so that the first closed connection counts as an increase. */
    static void show(MeterRegistry registry) {
        Arrays.stream(values()).forEach(reason -> reason.counter(registry));
    }

    /** A channel has no injection; the injected registry is the global one. */
    private Counter counter(MeterRegistry registry) {
        return Counter.builder("pipeline.connections.closed")
                .description("Connections that were closed because of a slow client, by reason")
                .tag("reason", name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
