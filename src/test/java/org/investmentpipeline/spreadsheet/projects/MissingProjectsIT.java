package org.investmentpipeline.spreadsheet.projects;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.turn;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are complete: the projects they do not have are named. */
@QuarkusTest
class MissingProjectsIT {
    private static final Map<String, String> JANUARY = Map.of("UNDER_NEGOTIATION", "2023-01-05");

    private String code = "";
    private String zone = "";
    private byte[] ledger = {};
    private long first;

    @BeforeEach
    void registerProjects() {
        code = code("缺");
        zone = zone();
        var ids = Stream.of("1", "2", "3", "4")
                .map(number ->
                        register("code", code + "-" + number, "name", code + number, "zone", zone, "stages", JANUARY))
                .toList();
        first = ids.get(0);
        turn(ids.get(3), "status", "WITHDRAWN", "on", "2023-06-01", "reason", "解约")
                .statusCode(200);
        register("name", code + "后", "zone", zone, "stages", Map.of("UNDER_NEGOTIATION", "2023-08-01"));
        ledger = csv("项目编号,项目名称,所属园区", code + "-2," + code + "2," + zone, code + "-9," + code + "9," + zone);
    }

    @ParameterizedTest
    @CsvSource({"zone, %s", "completeFor, zone=%s", "completeFor, zone=%s&stage=UNDER_NEGOTIATION&stage=SIGNED"})
    void activeProjectsOfTheFilterWithoutARowAreNamed(String part, String value) {
        send(ledger, "asOf", "2023-06-30", "complete", "true", part, value.formatted(zone))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("missing.count", equalTo(2))
                .body("missing.projects.code", contains(code + "-1", code + "-3"))
                .body("missing.projects[0].id", equalTo((int) first))
                .body("missing.projects[0].name", equalTo(code + "1"));

        project(first).body("status", equalTo("ACTIVE"));
    }

    @Test
    void theLinkListsAllThatTheFileShouldHave() {
        var link = send(ledger, "asOf", "2023-06-30", "complete", "true", "zone", zone, "dryRun", "true")
                .body("missing.count", equalTo(2))
                .extract()
                .<String>path("missing.link");

        given().urlEncodingEnabled(false)
                .get(link)
                .then()
                .statusCode(200)
                .body("items.code.sort()", equalTo(List.of(code + "-1", code + "-2", code + "-3")));
    }

    @Test
    void aRefusedFileNamesThemToo() {
        var refused = csv("项目编号,项目名称,所属园区", code + "-1," + code + "1,没有这个园区");

        send(refused, "asOf", "2023-06-30", "complete", "true", "zone", zone)
                .statusCode(422)
                .body("missing.projects", hasSize(2));
    }

    @Test
    void aRowWithACellThatCannotBeReadIsNotMissing() {
        var refused = csv("项目名称,总投资（万元）,所属园区", code + "1,很多," + zone);

        send(refused, "asOf", "2023-06-30", "complete", "true", "zone", zone)
                .statusCode(422)
                .body("missing.projects.name", contains(code + "2", code + "3"));
    }

    @Test
    void nothingIsMissingFromAFileThatIsNotSaidToBeComplete() {
        send(ledger, "asOf", "2023-06-30").statusCode(200).body("missing", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "false, zone, x, zone",
        "false, completeFor, zone=x, completeFor",
        "true, completeFor, q=x, completeFor",
        "true, completeFor, zone, completeFor",
        "true, completeFor, stage=PLANNED, stage",
        "true, completeFor, minInvestment=1&minInvestment=2, completeFor"
    })
    void aWrongFilterIsNamed(String complete, String part, String value, String field) {
        send(ledger, "complete", complete, part, value).statusCode(400).body("violations.field", contains(field));
    }
}
