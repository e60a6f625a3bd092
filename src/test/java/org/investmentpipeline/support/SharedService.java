package org.investmentpipeline.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One service of each edition with default settings, for all packaged suites of a JVM that neither stop it nor count everything it
 * has; a start costs five seconds of CPU. It is started for the first of them, and ends with the JVM.
 */
public final class SharedService {
    private static @Nullable SharedService h2;
    private static @Nullable SharedService postgresql;

    private final PackagedService service;
    private final Path application;
    private final Map<String, String> settings;

    private SharedService(Path application, Map<String, String> settings) throws IOException, InterruptedException {
        this.application = application;
        this.settings = settings;
        this.service = PackagedService.start(application, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    public static synchronized SharedService h2() throws IOException, InterruptedException {
        if (h2 == null) {
            h2 = new SharedService(Packages.h2(), inNewDirectory(Map.of()));
        }
        return h2;
    }

    public static synchronized SharedService postgresql() throws IOException, InterruptedException {
        if (postgresql == null) {
            var database = Packages.environment(PostgresServer.newDatabase());
            postgresql = new SharedService(Packages.postgresql(), inNewDirectory(database));
        }
        return postgresql;
    }

    private static Map<String, String> inNewDirectory(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("PIPELINE_DATA_DIR", TestDatabase.newDirectory().toString());
        return Map.copyOf(all);
    }

    public PackagedService service() {
        return service;
    }

    public Path application() {
        return application;
    }

    /** The environment variables that it was started with. */
    public Map<String, String> settings() {
        return settings;
    }

    public Path data() {
        return Path.of(Objects.requireNonNull(settings.get("PIPELINE_DATA_DIR")));
    }

    private void end() {
        try {
            service.kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
