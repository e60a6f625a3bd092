package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.sector;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.asked;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.delete;
import static org.investmentpipeline.support.Projects.draft;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.latestMove;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patch;
import static org.investmentpipeline.support.Projects.patchFrom;
import static org.investmentpipeline.support.Projects.post;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.reverse;
import static org.investmentpipeline.support.Projects.totals;
import static org.investmentpipeline.support.Projects.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the ledger keeps for ever: positions on both clocks, what was done, and projects registered by mistake. */
@QuarkusTest
class TimelineIT {
    private static final Map<String, String> JANUARY = Map.of("UNDER_NEGOTIATION", "2023-01-05");

    @Test
    void positionsTileALifeOnBothClocks() {
        var id = register("investment", cny("100"), "stages", JANUARY);
        var registered = knownAt();

        move(id, "to", "SIGNED", "on", "2023-06-28", "agreement", "FORMAL").statusCode(201);

        var moved = knownAt();
        timeline(id)
                .body("items", hasSize(3))
                .body("items.from", contains("2023-01-05", "2023-01-05", "2023-06-28"))
                .body("items.to", contains(null, "2023-06-28", null))
                .body("items.stage", contains("UNDER_NEGOTIATION", "UNDER_NEGOTIATION", "SIGNED"))
                .body("items.entry", contains(true, true, true))
                .body("items.precision", contains("DAY", "DAY", "DAY"))
                .body("items.agreement", contains(null, null, "FORMAL"))
                .body("items.recordedAt", contains(registered, moved, moved))
                .body("items.supersededAt", contains(moved, null, null))
                .body("items[2].investment.amount", amount("100"));
    }

    @Test
    void entriesOfOneDayStandInTheirOrder() {
        var id = register("investment", cny("100"), "stages", JANUARY);

        move(id, "to", "GROUNDBREAKING", "on", "2023-06-28", "agreement", "FORMAL")
                .statusCode(201);

        timeline(id)
                .body(
                        "items.findAll { it.supersededAt == null }.stage",
                        contains("UNDER_NEGOTIATION", "SIGNED", "GROUNDBREAKING"))
                .body(
                        "items.findAll { it.supersededAt == null }.from",
                        contains("2023-01-05", "2023-06-28", "2023-06-28"))
                .body("items.findAll { it.supersededAt == null }.to", contains("2023-06-28", "2023-06-28", null));
    }

    @Test
    void aBoundaryOfAValueIsNoEntry() {
        var sector = sector();
        var id = register("stages", JANUARY);

        patchFrom("2023-03-01", id, object("sector", sector)).statusCode(200);

        timeline(id)
                .body("items.findAll { it.supersededAt == null }.entry", contains(true, false))
                .body("items.findAll { it.supersededAt == null }.sector", contains(null, sector));
    }

    @Test
    void historyTellsWhatWasDoneTheLatestFirst() {
        var sector = sector();
        var id = register("name", "江北冷链物流园", "investment", cny("100"), "stages", JANUARY);
        patchFrom("2023-02-01", id, object("investment", cny("150.50"), "sector", sector, "jobs", 12))
                .statusCode(200);
        move(id, "to", "SIGNED", "on", "2023-06-28", "agreement", "FORMAL", "note", "现场签约")
                .statusCode(201);
        var move = latestMove(id);
        turn(id, "status", "SUSPENDED", "on", "2023-07-01", "reason", "等待环评").statusCode(200);
        reverse(id, move, "误录").statusCode(200);

        history(id)
                .body("items.kind", contains("REVERSED", "STATUS_CHANGED", "MOVED", "AMENDED", "REGISTERED"))
                .body("items.note", contains("误录", "等待环评", "现场签约", null, null))
                .body(
                        "items.effectiveOn",
                        contains("2023-06-28", "2023-07-01", "2023-06-28", "2023-02-01", "2023-01-05"))
                .body("items.stage", contains("SIGNED", null, "SIGNED", null, null))
                .body("items[0].reverses", equalTo((int) move))
                .body("items[0].values", equalTo(List.of(value("stage", "SIGNED", "UNDER_NEGOTIATION"))))
                .body("items[1].values", equalTo(List.of(value("status", "ACTIVE", "SUSPENDED"))))
                .body(
                        "items[2].values",
                        equalTo(List.of(
                                value("stage", "UNDER_NEGOTIATION", "SIGNED"), value("agreement", null, "FORMAL"))))
                .body(
                        "items[3].values",
                        containsInAnyOrder(
                                value("investment", "100 CNY", "150.5 CNY"),
                                value("sector", null, sector),
                                value("jobs", null, "12")))
                .body("items[4].values.find { it.field == 'name' }.after", equalTo("江北冷链物流园"))
                .body("items[4].values.find { it.field == 'stage' }.after", equalTo("UNDER_NEGOTIATION"));
    }

    @Test
    void historyTellsWhatTookAMoveAlong() {
        var id = register("stages", JANUARY);

        move(id, "to", "COMPLETED", "on", "2023-06-28", "agreement", "FORMAL", "investment", cny("1"))
                .statusCode(201);

        history(id)
                .body("items.kind", contains("MOVED", "MOVED", "MOVED", "REGISTERED"))
                .body("items.stage", contains("COMPLETED", "GROUNDBREAKING", "SIGNED", null));
    }

    @Test
    void aDeletedProjectIsGoneButWasKnown() {
        var zone = zone();
        var code = code("误登");
        var id = register("code", code, "zone", zone, "investment", cny("100"), "stages", JANUARY);
        var before = knownAt();

        delete(id).statusCode(204);

        project(id).statusCode(404).body("type", equalTo("/problems/not-found"));
        given().get(PATH + "/" + id + "/timeline").then().statusCode(404);
        given().get(PATH + "/" + id + "/history").then().statusCode(404);
        patch(id, object("key", true)).statusCode(404);
        move(id, "to", "SIGNED").statusCode(404);
        turn(id, "status", "ACTIVE").statusCode(404);
        delete(id).statusCode(404);
        list("zone=" + zone).body("items", hasSize(0));
        list("zone=" + zone + "&asOf=2023-06-30").body("items", hasSize(0));
        totals("zone=" + zone).body("total.count", equalTo(0));
        totals("zone=" + zone + "&asOf=2023-06-30&knownAt=" + before)
                .body("total.count", equalTo(1))
                .body("total.investment", amount("100"));
        list("zone=" + zone + "&asOf=2023-06-30&knownAt=" + before).body("items.code", contains(code));
    }

    @Test
    void aProjectWithTheCodeOfADeletedOneTakesOverItsRow() {
        var zone = zone();
        var code = code("误登");
        var id = register("code", code, "zone", zone, "investment", cny("100"), "stages", JANUARY);
        var before = knownAt();
        delete(id).statusCode(204);
        var between = knownAt();

        post(draft("code", code, "name", "新的项目", "zone", zone, "investment", cny("7"), "stages", JANUARY))
                .statusCode(201)
                .body("id", equalTo((int) id))
                .body("version", equalTo(2))
                .body("moves", hasSize(0));

        project(id).statusCode(200).body("name", equalTo("新的项目")).body("summary", nullValue());
        totals("zone=" + zone).body("total.investment", amount("7"));
        totals("zone=" + zone + "&knownAt=" + between).body("total.count", equalTo(0));
        totals("zone=" + zone + "&knownAt=" + before).body("total.investment", amount("100"));
        given().get(PATH + "/" + id + "/history")
                .then()
                .body("items.kind", contains("REGISTERED", "DELETED", "REGISTERED"));
        post(draft("code", code)).statusCode(409).body("type", equalTo("/problems/duplicate"));
    }

    @Test
    void onlyANewProjectTakesTheCodeOfADeletedOne() {
        var code = code("误登");
        delete(register("code", code)).statusCode(204);

        patch(register(), object("code", code)).statusCode(409).body("type", equalTo("/problems/duplicate"));
    }

    @Test
    void aDeletionNeedsTheRevisionThatWasRead() {
        var id = register();
        var read = project(id).extract().header("ETag");

        given().delete(PATH + "/" + id).then().statusCode(428);
        given().header("If-Match", "\"77\"").delete(PATH + "/" + id).then().statusCode(412);
        given().header("If-Match", read).delete(PATH + "/" + id).then().statusCode(204);
    }

    @Test
    void anAnswerForAMomentOfKnowledgeNeverChanges() {
        var zone = zone();
        var id = register("zone", zone, "investment", cny("100"), "stages", JANUARY);
        var known = knownAt();
        var query = "zone=" + zone + "&asOf=2023-06-30&by=stage,size&knownAt=" + known;
        var first = asked("/api/v1/totals", query).asString();

        move(id, "to", "SIGNED", "on", "2023-02-01", "agreement", "FORMAL").statusCode(201);
        patchFrom("2023-03-01", id, object("investment", cny("2000000000"))).statusCode(200);
        turn(id, "status", "WITHDRAWN", "on", "2023-04-01", "reason", "解约").statusCode(200);
        json(draft("zone", zone, "stages", JANUARY)).post(PATH).then().statusCode(201);
        delete(id).statusCode(204);

        assertEquals(first, asked("/api/v1/totals", query).asString());
    }

    @Test
    void whatANewProjectHasIsInForceFromItsFirstDay() {
        var zone = zone();
        register("zone", zone, "investment", cny("100"), "stages", JANUARY);

        list("zone=" + zone + "&asOf=2023-01-04").body("items", hasSize(0));
        list("zone=" + zone + "&asOf=2023-01-05")
                .body("items[0].investment.amount", amount("100"))
                .body("next", nullValue());
    }

    private static Map<String, @Nullable Object> value(String field, @Nullable Object before, Object after) {
        return object("field", field, "before", before, "after", after);
    }

    private static ValidatableResponse timeline(long id) {
        return given().get(PATH + "/" + id + "/timeline").then().statusCode(200);
    }

    private static ValidatableResponse history(long id) {
        return given().get(PATH + "/" + id + "/history").then().statusCode(200);
    }
}
