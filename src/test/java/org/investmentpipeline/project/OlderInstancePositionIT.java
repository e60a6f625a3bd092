package org.investmentpipeline.project;

import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Positions written by an instance of the release before, which keeps land area and jobs in the row of the project only. */
@QuarkusTest
class OlderInstancePositionIT {
    private static final String COPY = """
            insert into position (id, project_id, from_day, to_day, ordinal, entry, stage, stage_since, status, cny, key_project,
                recorded_at, superseded_at)
            select -id, project_id, from_day, to_day, ordinal + 1, false, stage, stage_since, status, cny, key_project,
                recorded_at, superseded_at
            from position where project_id = %d
            """;

    private final EntityManager entities;
    private final String database;

    OlderInstancePositionIT(
            EntityManager entities, @ConfigProperty(name = "quarkus.datasource.db-kind") String database) {
        this.entities = entities;
        this.database = database;
    }

    /** Instances of two releases share a PostgreSQL only: a trigger there knows an older one, and there is none on H2. */
    @Test
    void aPositionOfAnOlderInstanceGetsThePresentValuesOfItsProject() {
        var id = register("landArea", 86, "jobs", 12);

        assertArrayEquals(
                database.equals("postgresql") ? new Object[] {86, 12} : new Object[] {null, null}, copied(id, ""));
    }

    @Test
    void aPositionOfThisReleaseWithoutThemStaysWithoutThem() {
        var id = register("landArea", 86, "jobs", 12);

        assertArrayEquals(new Object[] {null, null}, copied(id, "written"));
    }

    /** Land area and jobs of a position that is written by an instance of a greeting, and undone. */
    private @Nullable Object[] copied(long project, String greeting) {
        var greet = database.equals("postgresql")
                ? "select set_config('pipeline.land_and_jobs', '%s', true)".formatted(greeting)
                : "select 1";
        QuarkusTransaction.begin();
        try {
            entities.createNativeQuery(greet).getSingleResult();
            entities.createNativeQuery(COPY.formatted(project)).executeUpdate();
            return (Object[]) entities.createNativeQuery(
                            "select cast(land_area as integer), jobs from position where project_id = %d and id < 0"
                                    .formatted(project),
                            Object[].class)
                    .getSingleResult();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
