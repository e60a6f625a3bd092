package org.investmentpipeline.project;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.draft;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.money;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many drafts in one transaction. */
@QuarkusTest
class BatchIT {

    @Test
    void aThousandDraftsAreRegisteredTogether() {
        var zone = zone();
        var investor = code("投资方");

        var answer = batch(IntStream.range(0, 1000)
                        .mapToObj(i -> draft(
                                "name",
                                "批量项目 " + i,
                                "zone",
                                zone,
                                "investor",
                                Map.of("name", investor),
                                "investment",
                                cny("1000000.01")))
                        .toList())
                .statusCode(201)
                .body("projects", hasSize(1000))
                .extract()
                .jsonPath();

        assertEquals(1000, new HashSet<>(answer.getList("projects.code")).size());
        assertEquals(1000, new HashSet<>(answer.getList("projects.id")).size());
        project(answer.getLong("projects[999].id")).body("name", equalTo("批量项目 999"));
        totals("zone=" + zone).body("total.count", equalTo(1000)).body("total.investment", amount("1000000010"));
    }

    @Test
    void aBatchIsKnownAtOneMoment() {
        var zone = zone();

        batch(List.of(draft("zone", zone), draft("zone", zone))).statusCode(201);

        totals("zone=" + zone + "&knownAt=" + knownAt()).body("total.count", equalTo(2));
    }

    @Test
    void everyWrongDraftIsNamedAndNothingIsStored() {
        var zone = zone();
        var known = knownAt();

        batch(List.of(
                        draft("zone", zone),
                        draft("zone", zone, "sector", "nowhere"),
                        draft("zone", zone),
                        draft(
                                "zone",
                                zone,
                                "stages",
                                Map.of("UNDER_NEGOTIATION", "2999-01-01"),
                                "department",
                                "nobody")))
                .statusCode(422)
                .body("type", equalTo("/problems/refused"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "projects[1].sector",
                                "projects[3].stages.UNDER_NEGOTIATION",
                                "projects[3].department"));

        totals("zone=" + zone).body("total.count", equalTo(0));
        assertEquals(known, knownAt());
    }

    @Test
    void aDraftThatCannotBeReadIsNamedByItsPlace() {
        batch(List.of(draft(), draft("name", " "), draft("jobs", -1)))
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("projects[1].name", "projects[2].jobs"));
        batch(List.of(draft(), draft("origin", "elsewhere")))
                .statusCode(400)
                .body("violations.field", contains("projects[1].origin"));
        batch(List.of(draft(), draft("colour", "red")))
                .statusCode(400)
                .body("violations.field", contains("projects[1].colour"));
    }

    @Test
    void aMissingRateIsNamedByItsPlace() {
        batch(List.of(draft(), draft("investment", money("1", "GNF"))))
                .statusCode(422)
                .body("type", equalTo("/problems/exchange-rate-missing"))
                .body("violations.field", contains("projects[1].investment"));
    }

    @Test
    void aCodeGivenTwiceOrTakenStoresNothing() {
        var zone = zone();
        var taken = code("甲");
        register("code", taken);
        var twice = code("乙");

        batch(List.of(draft("zone", zone), draft("zone", zone, "code", taken)))
                .statusCode(409)
                .body("detail", containsString(taken));
        batch(List.of(draft("zone", zone, "code", twice), draft("zone", zone, "code", twice)))
                .statusCode(409)
                .body("detail", containsString(twice));

        totals("zone=" + zone).body("total.count", equalTo(0));
    }

    @Test
    void aBatchHoldsOneToAThousand() {
        batch(IntStream.range(0, 1001).mapToObj(i -> draft("name", "项目 " + i)).toList())
                .statusCode(422)
                .body("violations.field", hasItem("projects"));
        batch(List.of()).statusCode(422).body("violations.field", hasItem("projects"));
        json("{}").post(PATH + "/batch").then().statusCode(422).body("violations.field", hasItem("projects"));
        json("{\"projects\":[null]}")
                .post(PATH + "/batch")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("projects[0]"));
    }

    private static ValidatableResponse batch(List<Map<String, @Nullable Object>> drafts) {
        return json(Map.of("projects", drafts)).post(PATH + "/batch").then();
    }
}
