package org.investmentpipeline.backup;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The kind of database of this edition. */
@ApplicationScoped
class DatabaseKind {
    private final boolean embedded;

    DatabaseKind(@ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.embedded = kind.equals("h2");
    }

    boolean isEmbedded() {
        return embedded;
    }
}
