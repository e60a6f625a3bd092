package org.investmentpipeline.http.connection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Time limits, minimum rates and bounds of connections and request bodies. The reasons are in {@code application.properties}. */
@ConfigMapping(prefix = "pipeline.http")
public interface ConnectionSettings {
    /** The time limit of a request head, from its first byte; for a new connection, from its start. */
    Duration headTimeout();

    /** The time limit between two requests of one connection. */
    Duration idleTimeout();

    /** The length of the windows in which bodies and answers are measured. */
    Duration rateWindow();

    /** The minimum rate of bodies and answers, in bytes per second, on average in each window. */
    MemorySize leastRate();

    /** The limit of unread bytes of the answers to all clients; above it, a client that reads nothing is closed at once. */
    MemorySize answersWaiting();

    /** The size up to which a body is kept in memory; larger ones go to a file. */
    MemorySize bodyInMemory();

    /** The largest body of an unauthenticated request; kept in memory. */
    MemorySize strangersBody();

    /** The number of bodies in files at one time. */
    int bodiesOnDisk();

    /** The number of them for one user. */
    int bodiesOnDiskOfOneUser();

    /** The number of open connections; above it, those whose clients have been idle longest are closed. */
    int mostConnections();
}
