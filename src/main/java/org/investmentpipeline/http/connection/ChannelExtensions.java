package org.investmentpipeline.http.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Lets Netty load {@link ConnectionGuards}. Netty reads this switch from the system properties only, before it makes its first
 * server, and the configuration is created before that.
 */
public class ChannelExtensions implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
}
