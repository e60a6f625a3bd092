package org.investmentpipeline.http.connection;

/** The minimum rate, as bytes in a window. */
public final class LeastRate {
    private LeastRate() {}

    public static long bytes(ConnectionSettings settings) {
        return settings.leastRate().asLongValue() * settings.rateWindow().toMillis() / 1_000;
    }
}
