package org.investmentpipeline.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.security.TwoZones.in;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user limited to zones sees what an unlimited one sees who asks for these zones, and changes nothing elsewhere. */
@QuarkusTest
class ZoneReachIT {
    /** What each operation that can be asked for a zone is asked besides. */
    private static final Map<String, List<String>> ASKED = Map.of(
            "/api/v1/projects",
                    List.of("count=true", "asOf=2023-06-30", "entered=SIGNED&period=2023-H1&sort=-investment"),
            "/api/v1/projects/export", List.of("format=csv", "format=csv&asOf=2023-06-30"),
            "/api/v1/totals", List.of("by=stage", "asOf=2023-06-30&by=stage,size", "by=zone,sector,stage", "by=leader"),
            "/api/v1/flows",
                    List.of("period=2023&by=stage", "period=2023&interval=month&compare=previous-year&by=size"),
            "/api/v1/bridge", List.of("period=2023", "period=2023-H1&by=size"),
            "/api/v1/bridge/changes",
                    List.of(
                            "period=2023&side=entered&cause=moved",
                            "period=2023&side=entered&cause=reclassified",
                            "period=2023&side=left&cause=reclassified",
                            "period=2023&side=revalued"),
            "/api/v1/conversion", List.of("signedIn=2023&by=sector", "signedIn=2023"),
            "/api/v1/lead-times", List.of("from=UNDER_NEGOTIATION&to=SIGNED&period=2023&by=size"));

    private String own = "";
    private String other = "";
    private String bearer = "";

    @BeforeEach
    void twoZones() {
        var zones = TwoZones.make();
        own = zones.own();
        other = zones.other();
        bearer = zones.bearer();
    }

    private void fill() {
        var early = Map.of("UNDER_NEGOTIATION", "2023-01-05", "SIGNED", "2023-03-01");
        in(own, "stage", "SIGNED", "stages", early, "agreement", "FORMAL");
        in(other, "stage", "SIGNED", "stages", early, "agreement", "FORMAL");
        var leaving = in(own, "stage", "SIGNED", "stages", early, "agreement", "FORMAL");
        var coming = in(other, "stage", "SIGNED", "stages", early, "agreement", "FORMAL");
        var growing = in(own, "stage", "SIGNED", "stages", early, "agreement", "FORMAL");
        Projects.patchFrom("2023-05-01", leaving, Map.of("zone", other)).statusCode(200);
        Projects.patchFrom("2023-06-01", coming, Map.of("zone", own)).statusCode(200);
        Projects.patchFrom("2023-07-01", growing, Map.of("investment", cny("1200000000")))
                .statusCode(200);
        Projects.register("name", "没有片区");
    }

    @Test
    void everyFigureAndListIsThatOfTheZone() {
        fill();
        var knownAt = Projects.knownAt();
        var asked = 0;
        for (var operation : ASKED.entrySet()) {
            for (var query : operation.getValue()) {
                var address = "%s?knownAt=%s&%s".formatted(operation.getKey(), knownAt, query);
                var limited = answer(bearer, address);

                assertEquals(answer(SignedIn.bearer(), address + "&zone=" + own), limited);
                assertEquals(limited, answer(bearer, address + "&zone=" + own));
                asked++;
            }
        }
        assertEquals(20, asked);
    }

    private static String answer(String bearer, String address) {
        var answer = by(bearer).get(address);
        assertEquals(200, answer.statusCode(), () -> address + " " + answer.asString());
        return answer.asString();
    }

    @Test
    void noOperationThatKnowsZonesIsForgotten() {
        var paths = new OpenAPIV3Parser().read("openapi/openapi.yaml").getPaths();
        var filtered = paths.entrySet().stream()
                .filter(path -> path.getValue().readOperations().stream()
                        .filter(operation -> operation.getParameters() != null)
                        .flatMap(operation -> operation.getParameters().stream())
                        .anyMatch(parameter -> "zone".equals(parameter.getName())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(ASKED.keySet()), filtered);
    }

    @Test
    void linksLeadALimitedUserToWhatWasCounted() {
        fill();
        var total = by(bearer)
                .get("/api/v1/totals?by=stage")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        for (var row : total.<Map<String, Object>>getList("rows")) {
            by(bearer)
                    .get(String.valueOf(row.get("projects")))
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(row.get("count")));
        }
        assertEquals(3, total.getInt("total.count"));
    }

    @Test
    void toAskForAnotherZoneIsRefusedRatherThanAnsweredWithNothing() {
        for (var operation : ASKED.entrySet()) {
            for (var zone : Set.of(other, "unknown")) {
                by(bearer)
                        .get(operation.getKey() + "?" + operation.getValue().get(0) + "&zone=" + zone)
                        .then()
                        .statusCode(403)
                        .body("violations[0].field", equalTo("zone"));
            }
        }
    }

    @Test
    void theTagsOfTwoReachesDiffer() {
        var knownAt = Projects.knownAt();
        var address = "/api/v1/totals?by=stage&knownAt=" + knownAt;
        var tag = given().get(address).then().extract().header("ETag");

        by(bearer).header("If-None-Match", tag).get(address).then().statusCode(200);
    }
}
