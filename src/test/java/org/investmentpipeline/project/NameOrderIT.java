package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.draft;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.names;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patch;
import static org.investmentpipeline.support.Projects.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.investmentpipeline.support.Projects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are sorted by pinyin, and compared whatever their spelling, the same on both databases. */
@QuarkusTest
class NameOrderIT {
    private static final List<String> SORTED =
            List.of("（中国）润平", "阿里云", "重庆啤酒", "合肥长鑫", "项目2", "项目10", "长春光机", "重工集团", "𠮷野家", "Apple", "Äpple");

    @Test
    void namesAreListedByPinyin() {
        var zone = zone();
        var shuffled = new ArrayList<>(SORTED);
        Collections.shuffle(shuffled, new Random(1));
        register(zone, shuffled);

        assertEquals(SORTED, names("zone=" + zone + "&sort=name"));
        var falling = new ArrayList<>(SORTED);
        Collections.reverse(falling);
        assertEquals(falling, names("zone=" + zone + "&sort=-name"));
    }

    /** 项目2 and 项目02 have one place, too. */
    @ParameterizedTest
    @ValueSource(strings = {"name", "-name"})
    void equalNamesArePagedByCode(String sort) {
        var zone = zone();
        register(zone, List.of("项目2", "项目2", "项目10", "项目02", "项目2", "项目１", "项目2"));
        var query = "zone=" + zone + "&sort=" + sort;
        List<String> whole = list(query).extract().path("items.code");
        List<String> sorted = list("zone=" + zone + "&sort=" + sort.replace("name", "code"))
                .extract()
                .path("items.code");

        var paged = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = list(query + "&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            paged.addAll(page.extract().<List<String>>path("items.code"));
            cursor = page.extract().path("next");
        } while (cursor != null);

        assertEquals(whole, paged);
        var ofTwo = new ArrayList<>(sorted);
        ofTwo.removeAll(List.of(whole.get(0), whole.get(6)));
        assertEquals(ofTwo, whole.subList(1, 6));
    }

    @Test
    void anotherNameIsAnotherPlace() {
        var zone = zone();
        var id = registered("zone", zone, "name", "阿里云").getLong("id");
        register(zone, List.of("合肥长鑫"));

        patch(id, Map.of("name", "重工集团")).statusCode(200);

        assertEquals(List.of("合肥长鑫", "重工集团"), names("zone=" + zone + "&sort=name"));
    }

    @Test
    void anInvestorIsKnownInAnySpelling() {
        var name = code("润平") + "（中国）有限公司";
        var first = registered("investor", object("name", name));

        var other =
                registered("investor", object("name", name.replace("（", " (").replace("）", ") ")));

        assertEquals(first.getLong("investor.id"), other.getLong("investor.id"));
        assertEquals(name, other.getString("investor.name"));
    }

    /** Two spellings of a new investor in one batch are one. */
    @Test
    void anInvestorOfABatchIsRegisteredOnce() {
        var zone = zone();
        var name = code("润平");
        var drafts = List.of(
                draft("zone", zone, "investor", object("name", name + "【中国】")),
                draft("zone", zone, "investor", object("name", name + " 〔中国〕")));

        json(Map.of("projects", drafts)).post(PATH + "/batch").then().statusCode(201);

        List<Number> ids = list("zone=" + zone).extract().path("items.investor.id");
        assertEquals(2, ids.size());
        assertEquals(ids.get(0), ids.get(1));
    }

    @ParameterizedTest(name = "q={0}")
    @ValueSource(strings = {"cmp 设备", "ＣＭＰ设备", "CMP\u200B设备（一期）", "c m p设备[一期]", "【一期】", "一 期", "润平(中国)", "润平 ﹝中国﹞"})
    void aSearchFindsAnySpelling(String q) {
        var zone = zone();
        registered("zone", zone, "name", "CMP 设备（一期）", "investor", object("name", "润平（中国）"));
        registered("zone", zone, "name", "CMP材料");

        given().queryParam("zone", zone)
                .queryParam("q", q)
                .get(Projects.PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("CMP 设备（一期）"));
    }

    private static void register(String zone, List<String> names) {
        var prefix = code("n");
        var drafts = new ArrayList<Map<String, @Nullable Object>>();
        for (var name : names) {
            // Not in their order: 7 and 13 have no factor in common.
            drafts.add(draft("zone", zone, "code", prefix + (char) ('a' + drafts.size() * 7 % 13), "name", name));
        }
        json(Map.of("projects", drafts)).post(PATH + "/batch").then().statusCode(201);
    }
}
