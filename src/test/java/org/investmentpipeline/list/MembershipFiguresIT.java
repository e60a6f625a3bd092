package org.investmentpipeline.list;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.list.MemberRequests.LISTS;
import static org.investmentpipeline.list.MemberRequests.change;
import static org.investmentpipeline.list.MemberRequests.newList;
import static org.investmentpipeline.support.Fixtures.department;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.names;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.investmentpipeline.support.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures of lists, as known before and after their members change. */
@QuarkusTest
@Tag("database")
class MembershipFiguresIT {
    /** The example E3 of the rules: what is learned later changes no answer of before. */
    @Test
    void stocksAndBridgesOfAListFollowItsMembersOnBothClocks() {
        var top = newList(null);
        var p1 = brokeGround("100000000", "2022-05-10");
        var p2 = brokeGround("200000000", "2022-11-01");
        move(p2, "to", "COMPLETED", "on", "2023-03-15").statusCode(201);
        var p3 = brokeGround("400000000", "2023-02-01");
        var p4 = brokeGround("800000000", "2021-06-01");
        change(top, "2023-02-10", List.of(p1, p2, p3), null).statusCode(200).body("joined", hasSize(3));
        change(top, "2023-05-01", null, List.of(p2)).statusCode(200).body("left", hasSize(1));
        change(top, "2023-06-15", List.of(p2), null).statusCode(200);
        change(top, "2023-06-30", null, List.of(p3)).statusCode(200);
        var before = knownAt();

        assertEquals("3 700000000", stock(top, "2023-04-30", before));
        assertEquals("2 500000000", stock(top, "2023-05-31", before));
        assertEquals("3 700000000", stock(top, "2023-06-29", before));
        assertEquals("2 300000000", stock(top, "2023-06-30", before));

        change(top, "2023-06-01", List.of(p4), null).statusCode(200);
        var after = knownAt();

        assertEquals("3 1300000000", stock(top, "2023-06-14", after));
        assertEquals("3 1100000000", stock(top, "2023-06-30", after));
        assertEquals("2 300000000", stock(top, "2023-06-30", before));
        assertEquals("2 500000000, left 1 400000000, 1 100000000", bridge(top, before));
        assertEquals("2 500000000, left 1 400000000, 2 900000000", bridge(top, after));
    }

    @Test
    void threeContactsAreALeaderAnOfficerAndADepartment() {
        var zone = zone();
        var department = department();
        register("name", "三级", "zone", zone, "leader", "王", "officer", "李", "department", department);
        register("name", "两级", "zone", zone, "leader", "王", "officer", "李");
        register("name", "无", "zone", zone);

        assertEquals(List.of("三级"), names("contacts=true&zone=" + zone));
        assertEquals(List.of("两级", "无"), names("contacts=false&sort=id&zone=" + zone));
        given().queryParam("contacts", "false")
                .queryParam("zone", zone)
                .get("/api/v1/totals")
                .then()
                .body("total.count", equalTo(2));
    }

    @Test
    void aCorrectionStatesAllSpansAnew() {
        var top = newList(null);
        var one = register("stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"));
        change(top, "2023-02-10", List.of(one), null).statusCode(200);
        var before = knownAt();

        var spans = List.of(object("from", "2023-03-01", "to", "2023-04-01"), object("from", "2023-05-01", "to", null));
        json(Map.of("spans", spans))
                .put(LISTS + "/" + top + "/members/" + one + "/spans")
                .then()
                .statusCode(200)
                .body("spans", hasSize(2))
                .body("spans[1].to", nullValue());

        given().get(LISTS + "/" + top + "/members/" + one + "/spans")
                .then()
                .body("spans[0].from", equalTo("2023-03-01"));
        assertEquals("0 0", stock(top, "2023-04-15", knownAt()));
        assertEquals("1 0", stock(top, "2023-04-15", before));
    }

    private static long brokeGround(String amount, String on) {
        return register(
                "stage",
                "GROUNDBREAKING",
                "stages",
                Map.of("GROUNDBREAKING", on),
                "investment",
                cny(amount),
                "agreement",
                "FORMAL");
    }

    /** The stock under construction at the beginning of June 2023, the projects that then left the list, and the stock at the end. */
    private static String bridge(String list, String knownAt) {
        var rows = Json.of(given().queryParam("list", list)
                        .queryParam("period", "2023-06")
                        .queryParam("asOf", "2023-06-30")
                        .queryParam("knownAt", knownAt)
                        .get("/api/v1/bridge")
                        .then()
                        .statusCode(200)
                        .extract())
                .path("rows");
        var row = StreamSupport.stream(rows.spliterator(), false)
                .filter(each -> each.path("stage").asText().equals("GROUNDBREAKING"))
                .findFirst()
                .orElseThrow();
        assertEquals("reclassified", row.at("/causes/left/0/cause").asText());
        return text(row.path("opening")) + ", left " + text(row.path("left")) + ", " + text(row.path("closing"));
    }

    private static String text(JsonNode total) {
        return total.path("count").asInt() + " " + total.path("investment").asText();
    }

    private static String stock(String list, String asOf, String knownAt) {
        var total = Json.of(given().queryParam("list", list)
                        .queryParam("asOf", asOf)
                        .queryParam("knownAt", knownAt)
                        .get("/api/v1/totals")
                        .then()
                        .statusCode(200)
                        .extract())
                .path("total");
        return text(total);
    }
}
