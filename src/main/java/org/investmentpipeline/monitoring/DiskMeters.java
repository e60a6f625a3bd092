package org.investmentpipeline.monitoring;

import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** How much room there is where the embedded database lives. */
class DiskMeters {
    @ConfigMapping(prefix = "pipeline")
    interface Settings {
        /** Where the embedded database lives. */
        Path dataDir();
    }

    @Produces
    @Singleton
    DiskSpaceMetrics room(Settings settings) {
        return new DiskSpaceMetrics(settings.dataDir().toAbsolutePath().toFile());
    }
}
