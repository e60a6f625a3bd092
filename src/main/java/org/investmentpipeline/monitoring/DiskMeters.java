package org.investmentpipeline.monitoring;

import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Meters of the disk of the data directory. */
class DiskMeters {
    @ConfigMapping(prefix = "pipeline")
    interface Settings {
        /** The directory of the embedded database. */
        Path dataDir();
    }

    @Produces
    @Singleton
    DiskSpaceMetrics room(Settings settings) {
        return new DiskSpaceMetrics(settings.dataDir().toAbsolutePath().toFile());
    }
}
