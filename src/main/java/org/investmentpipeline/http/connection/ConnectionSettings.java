package org.investmentpipeline.http.connection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Time limits, least rates and bounds of connections and request bodies. The reasons are in {@code application.properties}. */
@ConfigMapping(prefix = "pipeline.http")
public interface ConnectionSettings {
    /** From the first byte of a request to the end of its head; for a new connection, from its beginning. */
    Duration headTimeout();

    /** Between two requests of one connection. */
    Duration idleTimeout();

    /** The length of the windows in which bodies and answers are measured. */
    Duration rateWindow();

    /** The bytes a second that a body or an answer moves on average in each window. */
    MemorySize leastRate();

    /** The bytes of answers that all clients together have not taken, beyond which one that takes nothing is closed at once. */
    MemorySize answersWaiting();

    /** The part of a body that is kept in memory; the rest of it goes to a file. */
    MemorySize bodyInMemory();

    /** The largest body of a caller who is not signed in; kept in memory. */
    MemorySize strangersBody();

    /** Bodies in files at one time. */
    int bodiesOnDisk();

    /** Of these, those of one user. */
    int bodiesOnDiskOfOneUser();

    /** Open connections, beyond which those that have waited longest for their client are closed. */
    int mostConnections();
}
