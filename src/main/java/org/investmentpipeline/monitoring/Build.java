package org.investmentpipeline.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Version and commit of the build, and the schema version after the start. */
@ApplicationScoped
class Build {
    /** Written by the build when the repository is available. */
    private static final String COMMIT = "/commit.properties";

    private final String name;
    private final String version;
    private final String edition;
    private final @Nullable String commit;
    private final String schema;

    Build(
            Flyway migrations,
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String edition) {
        this.name = name;
        this.version = version;
        this.edition = edition;
        this.commit = read();
        this.schema = String.valueOf(migrations.info().current().getVersion());
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    String edition() {
        return edition;
    }

    @Nullable
    String commit() {
        return commit;
    }

    String schema() {
        return schema;
    }

    private static @Nullable String read() {
        var built = new Properties();
        try (var file = Build.class.getResourceAsStream(COMMIT)) {
            if (file == null) {
                return null;
            }
            built.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var id = built.getProperty("git.commit.id.full");
        return Boolean.parseBoolean(built.getProperty("git.dirty")) ? id + "-modified" : id;
    }
}
