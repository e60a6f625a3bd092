package org.investmentpipeline.api;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.support.Projects.asked;
import static org.investmentpipeline.support.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import org.investmentpipeline.support.Projects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong parameters of projects and figures are refused by name. */
@QuarkusTest
class ParameterStrictnessIT {
    @ParameterizedTest(name = "{0}?{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "projects|colour=red|colour",
                "projects|Stage=SIGNED|Stage",
                "projects|limit=0|limit",
                "projects|limit=501|limit",
                "projects|limit=five|limit",
                "projects|limit=5&limit=6|limit",
                "projects|sort=colour|sort",
                "projects|sort=|sort",
                "projects|cursor=abc|cursor",
                "projects|count=yes|count",
                "projects|stage=signed|stage",
                "projects|stage=SIGNED&stage=BEGUN|stage",
                "projects|stage=1|stage",
                "projects|status=PAUSED|status",
                "projects|sector=nowhere|sector",
                "projects|zone=nowhere|zone",
                "projects|department=nowhere|department",
                "projects|origin=ABROAD|origin",
                "projects|agreement=ORAL|agreement",
                "projects|size=huge|size",
                "projects|key=1|key",
                "projects|key=unknown|key",
                "projects|investor=abc|investor",
                "projects|minInvestment=abc|minInvestment",
                "projects|minInvestment=1e5|minInvestment",
                "projects|maxInvestment=１|maxInvestment",
                "projects|maxInvestment=1,000|maxInvestment",
                "projects|asOf=2023-02-29|asOf",
                "projects|asOf=2023-6-1|asOf",
                "projects|asOf=yesterday|asOf",
                "projects|knownAt=2999-01-01T00:00:00Z|knownAt",
                "projects|knownAt=1999-12-31T23:59:59Z|knownAt",
                "projects|knownAt=2023-06-30|knownAt",
                "projects|entered=BEGUN&period=2023|entered",
                "projects|entered=SIGNED&period=2023-Q5|period",
                "projects|by=stage|by",
                "totals|by=colour|by",
                "totals|by=officer|by",
                "totals|by=stage,status,size,sector|by",
                "totals|by=stage,stage|by",
                "totals|by=stage,|by",
                "totals|by=stage;size|by",
                "totals|by=|by",
                "totals|by=stage&by=size|by",
                "totals|q=x|q",
                "totals|limit=5|limit",
                "totals|period=2023|period",
                "totals|asOf=2023-13-01|asOf",
                "totals|knownAt=2999-01-01T00:00:00Z|knownAt",
                "totals|knownAt=1999-12-31T23:59:59Z|knownAt",
                "totals|sector=nowhere|sector",
                "totals|size=huge|size",
                "totals|origin=abroad|origin",
                "totals|minInvestment=-|minInvestment",
                "flows|asOf=2023-06-30|period",
                "flows|period=2023-13|period",
                "flows|period=2023-00|period",
                "flows|period=2023-6|period",
                "flows|period=2023-H3|period",
                "flows|period=2023-h1|period",
                "flows|period=2023-Q5|period",
                "flows|period=2023-Q0|period",
                "flows|period=2023-W53|period",
                "flows|period=2023-W00|period",
                "flows|period=2023-W6|period",
                "flows|period=2023-06-X4|period",
                "flows|period=2023-06-X0|period",
                "flows|period=2023-06-30|period",
                "flows|period=23|period",
                "flows|period=２０２３|period",
                "flows|period=2023-06-30..2023-06-01|period",
                "flows|period=2023-06-01...2023-06-30|period",
                "flows|period=2023-06-01..|period",
                "flows|period=2023-02-01..2023-02-29|period",
                "flows|period=2023&period=2024|period",
                "flows|period=2023&by=colour|by",
                "flows|period=2023&q=x|q",
                "flows|period=2023&stage=signed|stage",
                "flows|period=2023&entered=SIGNED|entered",
                "flows|period=2023&knownAt=2999-01-01T00:00:00Z|knownAt"
            })
    void aWrongParameterIsNamed(String path, String query, String field) {
        assertRefused(
                400, field, language -> asked("/api/v1/" + path, query, given().header("Accept-Language", language)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"abc", "1.5", "99999999999999999999", "１"})
    void anIdIsANumber(String id) {
        assertRefused(
                400,
                "id",
                language -> given().header("Accept-Language", language).get(Projects.PATH + "/{id}", id));
    }
}
