package org.investmentpipeline.security.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of the sign-on come to. */
class SsoSettingsTest {
    private static final String PREFIX = "pipeline.sign-on.";

    @Test
    void asDeliveredThereIsNoIssuerAndRolesHaveTheirOwnNames() {
        var settings = settings(Map.of());

        assertFalse(settings.isGiven());
        assertEquals(Set.of(Role.values()), settings.roles().keySet());
        settings.roles().forEach((role, names) -> assertEquals(Set.of(role.name()), names));
    }

    @Test
    void allThreeAreAnIssuer() {
        assertTrue(settings(given("issuer", "audience", "keys")).isGiven());
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "audience", "keys", "issuer,audience", "issuer,keys", "audience,keys"})
    void halfAnIssuerIsRefused(String names) {
        var refused = assertThrows(
                IllegalStateException.class,
                () -> settings(given(names.split(","))).isGiven());

        assertEquals(
                "pipeline.sign-on.issuer, pipeline.sign-on.audience and pipeline.sign-on.keys are given together or not at all",
                refused.getMessage());
    }

    private static Map<String, String> given(String... names) {
        return Stream.of(names).collect(Collectors.toMap(name -> PREFIX + name, name -> name));
    }

    /** As delivered, with others. */
    static SsoSettings settings(Map<String, String> others) {
        var delivered = new Properties();
        try (var file = SsoSettings.class.getResourceAsStream("/application.properties")) {
            delivered.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var all = new HashMap<String, String>();
        delivered.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> all.put(name, delivered.getProperty(name)));
        all.putAll(others);
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SsoSettings.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(SsoSettings.class);
    }
}
