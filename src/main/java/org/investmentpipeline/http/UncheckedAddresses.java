package org.investmentpipeline.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Keeps the server from looking at addresses itself: it answers an empty 400 to what is no URI, before any filter;
 * {@link RequestLineFilter} says what is wrong instead. The server reads this switch from nowhere but the system's properties, as soon
 * as its classes are loaded, and the configuration is what is made before.
 */
public class UncheckedAddresses implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
