package org.investmentpipeline.support;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives the service under test an empty database of the edition it is built for: a new file, with the options of a real
 * installation, or a database of its own in a real PostgreSQL server.
 */
@QuarkusTestResource(TestDatabase.class)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(
                switch (System.getProperty("quarkus.datasource.db-kind", "h2")) {
                    case "h2" -> Map.<String, String>of();
                    case "postgresql" -> PostgresServer.newDatabase();
                    default -> throw new IllegalStateException("no such edition");
                });
        settings.put("pipeline.data-dir", newDirectory().toString());
        settings.put("pipeline.metrics.measure-every", "1s");
        // Each user and each sign-in would cost 80 ms of a processor.
        settings.put("pipeline.passwords.cost", "4");
        settings.put("pipeline.admin-password", SignedIn.PASSWORD);
        // It would format each body for a log that is printed for failures only; CheckedCalls has its own.
        settings.put("quarkus.test.rest-assured.enable-logging-on-failure", "false");
        return settings;
    }

    /** The server and the files stay until the tests end: other services of the same run may still use them. */
    @Override
    public void stop() {}

    /** A new directory below the build's, so that nothing is left behind elsewhere. */
    public static Path newDirectory() {
        try {
            var parent = Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
            return Files.createTempDirectory(parent, "pipeline-");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
