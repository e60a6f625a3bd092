package org.investmentpipeline.file;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.util.UUID;

/**
 * Gives this process a random name, the property {@code instance.name}, by which instances that share a data directory tell their
 * uploads apart. A system property, because those are not recorded by the build, and
 * not below {@code pipeline}, where an unknown one is refused.
 */
public class InstanceName implements SmallRyeConfigBuilderCustomizer {
    private static final String NAME = "instance.name";

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        if (System.getProperty(NAME) == null) {
            System.setProperty(NAME, UUID.randomUUID().toString());
        }
    }
}
