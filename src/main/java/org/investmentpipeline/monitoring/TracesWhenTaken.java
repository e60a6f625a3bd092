package org.investmentpipeline.monitoring;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import org.jspecify.annotations.Nullable;

/** Turns traces on when an OTLP endpoint is configured, so that one setting is enough; otherwise they are off, at no cost. */
@Priority(Priorities.APPLICATION)
public class TracesWhenTaken implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;

    private static final String OFF = "quarkus.otel.sdk.disabled";
    private static final String TAKER = "quarkus.otel.exporter.otlp.endpoint";

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        if (!name.equals(OFF) || value == null) {
            return value;
        }
        var taker = context.proceed(TAKER);
        // Defaults of libraries have a negative ordinal.
        var isNamed = taker != null
                && taker.getConfigSourceOrdinal() > 0
                && !taker.getValue().isBlank();
        return isNamed ? value.withValue("false") : value;
    }
}
