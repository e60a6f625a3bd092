package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.investmentpipeline.input.name.NameKeys;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.Projects;
import org.junit.jupiter.api.Test;

/** Rows that a release without search texts or keys of names wrote are found as before, and like all others once they have them. */
@QuarkusTest
class NameKeysBackfillIT {
    private static final String WITHOUT_KEYS = "name_match = null, name_order = '', name_keys = 0";

    private final EntityManager entities;
    private final NameKeysBackfill backfill;
    private final String database;

    NameKeysBackfillIT(
            EntityManager entities,
            NameKeysBackfill backfill,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String database) {
        this.entities = entities;
        this.backfill = backfill;
        this.database = database;
    }

    @Test
    void rowsOfAnOlderReleaseAreFoundBeforeAndAfterTheyGetTheirText() {
        var mark = Fixtures.code("old");
        var id = register("name", mark + "Straße", "investor", object("name", mark + "İnvestor"));
        sql("update project set search_text = null, " + WITHOUT_KEYS + " where id = " + id);
        sql("update investor set search_text = null, " + WITHOUT_KEYS + " where name like '" + mark + "%'");

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
        sql("update project set search_text = null, " + WITHOUT_KEYS + " where id = " + id);
        assertFound(mark + "NACHHER", 1);
        assertFound(mark + "vorher", 0);

        backfill.fill();

        assertEquals(mark + "nachher", text(id).substring(text(id).indexOf('\n') + 1));
    }

    @Test
    void rowsWithoutKeysAreListedFirstAndMatchedBySpellingUntilTheyHaveThem() {
        var mark = Fixtures.code("old");
        var zone = Fixtures.zone();
        var id = register("zone", zone, "name", mark + "重 庆", "investor", object("name", mark + "甲 方"));
        register("zone", zone, "name", mark + "阿里");
        sql("update project set search_text = '" + mark + "\n" + mark + "重 庆', " + WITHOUT_KEYS + " where id = " + id);
        sql("update investor set " + WITHOUT_KEYS + " where name like '" + mark + "%'");

        assertEquals(List.of(mark + "重 庆", mark + "阿里"), Projects.names("zone=" + zone + "&sort=name"));
        assertEquals(List.of(mark + "重 庆", mark + "阿里"), paged(zone));
        assertFound(mark + "重庆", 1);
        var spelled = ledger(mark, zone, "重 庆", "甲 方");
        assertEquals(1, Ledgers.imported(spelled).getInt("unchanged"));

        backfill.fill();

        assertEquals(List.of(mark + "阿里", mark + "重 庆"), Projects.names("zone=" + zone + "&sort=name"));
        assertEquals(List.of(mark + "阿里", mark + "重 庆"), paged(zone));
        assertFound(mark + "重庆", 1);
        var respelled = ledger(mark, zone, "重　庆", "甲方");
        assertEquals(1, Ledgers.imported(respelled).getInt("unchanged"));
        assertEquals("1", investors(mark));
    }

    /** As after an upgrade of ICU; a row of later rules is that of a newer instance. */
    @Test
    void keysOfFormerRulesAreComputedAnewAndThoseOfLaterOnesKept() {
        var former = register("name", "阿里");
        var later = register("name", "阿里");
        sql("update project set name_order = 'ff', name_keys = -1 where id = " + former);
        sql("update project set name_order = 'ff', name_keys = " + (NameKeys.RULES + 1) + " where id = " + later);

        backfill.fill();

        var order = "select name_order from project where id = ";
        assertEquals(NameKeys.of("阿里").sortKey(), value(order + former));
        assertEquals("ff", value(order + later));
        sql("update project set name_order = '', name_keys = 0 where id = " + later);
        backfill.fill();
        assertEquals(NameKeys.of("阿里").sortKey(), value(order + later));
    }

    /** Instances of two releases share a PostgreSQL only. */
    @Test
    void anotherNameFromAnOlderInstanceTakesTheKeysAway() {
        var id = register("name", "阿里");
        var isShared = database.equals("postgresql");
        var older = isShared ? "select set_config('pipeline.name_keys', '', true)" : "select 1";
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery(older).getSingleResult();
            entities.createNativeQuery("update project set name = '重庆' where id = " + id)
                    .executeUpdate();
        });
        var order = "select name_order from project where id = " + id;
        assertEquals(isShared ? "" : NameKeys.of("阿里").sortKey(), value(order));

        backfill.fill();

        assertEquals(NameKeys.of(isShared ? "重庆" : "阿里").sortKey(), value(order));
    }

    private static byte[] ledger(String mark, String zone, String name, String investor) {
        return Ledgers.csv("项目名称,投资方,所属园区", "%1$s%2$s,%1$s%3$s,%4$s".formatted(mark, name, investor, zone));
    }

    private static List<String> paged(String zone) {
        var query = "zone=" + zone + "&sort=name&limit=1";
        var first = Projects.list(query).extract();
        var second = Projects.list(query + "&cursor=" + first.path("next")).extract();
        return List.of(first.path("items[0].name"), second.path("items[0].name"));
    }

    private String investors(String mark) {
        return value("select cast(count(*) as varchar(9)) from investor where name like '" + mark + "%'");
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
        return value("select search_text from project where id = " + id);
    }

    private String value(String sql) {
        return (String) QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(sql, String.class).getSingleResult());
    }

    private void sql(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private static void assertFound(String q, int count) {
        given().queryParam("q", q).get(Projects.PATH).then().statusCode(200).body("items.size()", equalTo(count));
    }
}
