package org.investmentpipeline.period;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one clock that gives today: system time in the bureau's time zone. */
public class ClockProducer {

    /** {@code pipeline.*}: what the bureau sets. */
    @ConfigMapping(prefix = "pipeline")
    interface Settings {
        /** The time zone whose midnight begins a day. */
        ZoneId zoneId();
    }

    @Produces
    @Singleton
    Clock clock(Settings settings) {
        return Clock.system(settings.zoneId());
    }
}
