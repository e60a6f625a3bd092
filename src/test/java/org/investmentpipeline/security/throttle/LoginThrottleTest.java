package org.investmentpipeline.security.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginThrottleTest {

    @ParameterizedTest(name = "{0} failures beyond the free ones: {1}")
    @CsvSource({
        "-5, PT0S",
        "-1, PT0S",
        "0, PT1S",
        "1, PT2S",
        "2, PT4S",
        "5, PT32S",
        "6, PT1M",
        "7, PT1M",
        "61, PT1M",
        "62, PT1M",
        "63, PT1M",
        "1000000, PT1M"
    })
    void each_failure_doubles_the_pause_up_to_a_minute(int beyondFree, Duration pause) {
        assertEquals(pause, LoginThrottle.pause(beyondFree));
    }
}
