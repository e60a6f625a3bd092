package org.investmentpipeline.period;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Produces the one clock that gives today: system time in the bureau's time zone. */
public class ClockProducer {
    private static final Logger LOG = Logger.getLogger(ClockProducer.class);

    /** {@code pipeline.*}: the settings of the bureau. */
    @ConfigMapping(prefix = "pipeline")
    interface Settings {
        /** The time zone whose midnight begins a day. */
        ZoneId timeZone();

        /** The former key of {@link #timeZone()}, whose default it is (application.properties). */
        Optional<String> zoneId();
    }

    @Produces
    @Singleton
    Clock clock(Settings settings) {
        if (settings.zoneId().isPresent()) {
            LOG.warnf(
                    "The setting pipeline.zone-id (PIPELINE_ZONE_ID) is now called pipeline.time-zone (PIPELINE_TIME_ZONE): "
                            + "please rename it. The time zone is %s.",
                    settings.timeZone());
        }
        return Clock.system(settings.timeZone());
    }
}
