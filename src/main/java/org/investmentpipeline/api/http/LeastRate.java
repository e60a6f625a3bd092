package org.investmentpipeline.api.http;

/** The least rate, as bytes in a window. */
final class LeastRate {
    private LeastRate() {}

    static long bytes(ConnectionSettings settings) {
        return settings.leastRate().asLongValue() * settings.rateWindow().toMillis() / 1_000;
    }
}
