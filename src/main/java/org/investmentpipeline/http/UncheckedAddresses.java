package org.investmentpipeline.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Turns off the address check of the server, which answers an empty 400 to anything but a URI, before any filter;
 * {@link RequestLineFilter} names the fault instead. The server reads this switch from the system properties only, as soon
 * as its classes are loaded, and the configuration is created before that.
 */
public class UncheckedAddresses implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
