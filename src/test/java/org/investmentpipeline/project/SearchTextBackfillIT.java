package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Projects;
import org.junit.jupiter.api.Test;

/** Rows that a release without search texts wrote are found as before, and like all others once they have one. */
@QuarkusTest
class SearchTextBackfillIT {
    private final EntityManager entities;
    private final SearchTextBackfill backfill;
    private final String database;

    SearchTextBackfillIT(
            EntityManager entities,
            SearchTextBackfill backfill,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String database) {
        this.entities = entities;
        this.backfill = backfill;
        this.database = database;
    }

    @Test
    void rowsOfAnOlderReleaseAreFoundBeforeAndAfterTheyGetTheirText() {
        var mark = Fixtures.code("old");
        var id = register("name", mark + "Straße", "investor", object("name", mark + "İnvestor"));
        sql("update project set search_text = null where id = " + id);
        sql("update investor set search_text = null where name like '" + mark + "%'");

        assertFound(mark.toUpperCase(java.util.Locale.ROOT) + "STRA", 1);
        assertFound(mark + "STRASSE", 0);

        backfill.fill();

        assertFound(mark + "STRASSE", 1);
        assertFound(mark + "investor", 1);
    }

    /** Instances of two releases share a PostgreSQL only: a trigger there knows an older one, and there is none on H2. */
    @Test
    void anotherNameFromAnOlderInstanceTakesTheTextAway() {
        var mark = Fixtures.code("old");
        var id = register("name", mark + "vorher");
        var before = text(id);

        var older = database.equals("postgresql") ? "select set_config('pipeline.search_text', '', true)" : "select 1";
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery(older).getSingleResult();
            entities.createNativeQuery("update project set name = '" + mark + "Nachher' where id = " + id)
                    .executeUpdate();
        });

        assertEquals(database.equals("postgresql") ? null : before, text(id));
        sql("update project set search_text = null where id = " + id);
        assertFound(mark + "NACHHER", 1);
        assertFound(mark + "vorher", 0);

        backfill.fill();

        assertEquals(mark + "nachher", text(id).substring(text(id).indexOf('\n') + 1));
    }

    /** The folded texts of both names are one, so that the text that is written equals the one before. */
    @Test
    void aNameThatIsFoundByTheSameTextKeepsIt() {
        var mark = Fixtures.code("new");
        var id = register("name", mark + "ABC");

        Projects.patch(id, Map.of("name", mark + "ＡＢＣ")).statusCode(200);

        assertFound(mark + "ABC", 1);
        assertFound(mark + "ＡＢＣ", 1);
    }

    private String text(long id) {
        return (String) QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select search_text from project where id = " + id, String.class)
                        .getSingleResult());
    }

    private void sql(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private static void assertFound(String q, int count) {
        given().queryParam("q", q).get(Projects.PATH).then().statusCode(200).body("items.size()", equalTo(count));
    }
}
