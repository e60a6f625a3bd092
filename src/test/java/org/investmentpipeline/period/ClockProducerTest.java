package org.investmentpipeline.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time zone from the settings, also from their former key, over the packaged application.properties. */
class ClockProducerTest {
    private final Logger logger = Logger.getLogger(ClockProducer.class.getName());
    private final List<String> warnings = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            warnings.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    @Test
    void theDefaultIsShanghaiAndWarnsOfNothing() throws IOException {
        assertEquals("Asia/Shanghai", timeZone(Map.of()));

        assertEquals(List.of(), warnings);
    }

    @ParameterizedTest
    @CsvSource({"PIPELINE_TIME_ZONE", "pipeline.time-zone"})
    void theNewKeyIsReadWithoutAWarning(String key) throws IOException {
        assertEquals("Asia/Urumqi", timeZone(Map.of(key, "Asia/Urumqi")));

        assertEquals(List.of(), warnings);
    }

    @ParameterizedTest
    @CsvSource({"PIPELINE_ZONE_ID", "pipeline.zone-id"})
    void theFormerKeyIsReadWithOneWarningThatNamesTheNewOne(String key) throws IOException {
        assertEquals("Asia/Urumqi", timeZone(Map.of(key, "Asia/Urumqi")));

        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("pipeline.time-zone (PIPELINE_TIME_ZONE)"), warnings::toString);
    }

    /** Wherever each is given: -D is read before the environment, and yet the new key wins. */
    @ParameterizedTest
    @CsvSource({
        "PIPELINE_TIME_ZONE, PIPELINE_ZONE_ID",
        "PIPELINE_TIME_ZONE, pipeline.zone-id",
        "pipeline.time-zone, PIPELINE_ZONE_ID",
        "pipeline.time-zone, pipeline.zone-id"
    })
    void theNewKeyWinsOverTheFormerOne(String key, String former) throws IOException {
        assertEquals("Asia/Urumqi", timeZone(Map.of(key, "Asia/Urumqi", former, "Asia/Tokyo")));

        assertEquals(1, warnings.size());
    }

    /** The zone of the clock with settings of the environment (in capitals) or of the command line. */
    private static String timeZone(Map<String, String> given) throws IOException {
        var environment = new HashMap<String, String>();
        var commandLine = new HashMap<String, String>();
        given.forEach((key, value) -> (key.startsWith("PIPELINE") ? environment : commandLine).put(key, value));
        var packaged = ClockProducer.class.getResource("/application.properties");
        var settings = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(packaged, 250),
                        new EnvConfigSource(environment, 300),
                        new PropertiesConfigSource(commandLine, "command line", 400))
                .withValidateUnknown(false)
                .withMapping(ClockProducer.Settings.class)
                .build()
                .getConfigMapping(ClockProducer.Settings.class);
        return new ClockProducer().clock(settings).getZone().getId();
    }
}
