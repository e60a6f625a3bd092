package org.investmentpipeline.period;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.investmentpipeline.period.ClockProducer.Settings;

/**
 * The clock of the service under test, ahead of the system's as far as a test has advanced it: a pause of seconds then passes at once.
 * Only test profiles that name it have it.
 */
@Alternative
@Singleton
public class AdvancedClock extends Clock {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    private final ZoneId zone;

    /** By the settings of the clock that it replaces, which need a reader. */
    @Inject
    AdvancedClock(Settings settings) {
        this(settings.timeZone());
    }

    private AdvancedClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Advances the clock for the rest of the run of this application. */
    public static void advance(Duration span) {
        AHEAD.accumulateAndGet(span, Duration::plus);
    }

    /** The present of the service under test. */
    public static Instant now() {
        return Instant.now().plus(AHEAD.get());
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new AdvancedClock(other);
    }
}
