package org.investmentpipeline.spreadsheet.projects;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.delete;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which known project a row of a ledger means. */
@QuarkusTest
class ProjectMatcherIT {
    private static final String HEADINGS = "项目编号,项目名称,总投资（万元）";

    private String code = "";
    private String zone = "";

    @BeforeEach
    void registerAZone() {
        code = code("台账");
        zone = zone();
    }

    @Test
    void theCodeOfADeletedProjectRevivesIt() {
        var id = register("code", code, "name", "平湖码头项目", "zone", zone, "jobs", 5);
        delete(id).statusCode(204);
        var ledger = csv(HEADINGS + ",所属园区", code + ",平湖码头二期,100," + zone);

        assertEquals(1, imported(ledger, "asOf", "2023-09-30").getInt("created"));
        assertEquals(1, imported(ledger, "asOf", "2023-09-30").getInt("unchanged"));

        project(id)
                .statusCode(200)
                .body("name", equalTo("平湖码头二期"))
                .body("investment.amount", amount("1000000"))
                .body("jobs", nullValue());
    }

    @Test
    void withoutACodeNameAndInvestorTell() {
        var name = code("湖湾花卉基地");
        var ledger = csv(
                "项目名称,投资方,总投资（万元）,所属园区", name + ",甲方公司,10," + zone, name + ",乙方公司,20," + zone, name + ",,30," + zone);

        assertEquals(3, imported(ledger, "asOf", "2023-06-30").getInt("created"));
        assertEquals(3, imported(ledger, "asOf", "2023-06-30").getInt("unchanged"));

        totals("zone=" + zone + "&asOf=2023-06-30")
                .body("total.count", equalTo(3))
                .body("total.investment", amount("600000"));
    }

    @Test
    void aLedgerWithoutInvestorsMeansTheOnlyProjectOfAName() {
        var name = code("湖湾花卉基地");
        imported(csv("项目名称,投资方,总投资（万元）,所属园区", name + ",甲方公司,10," + zone), "asOf", "2023-06-30");

        var again = imported(csv("项目名称,总投资（万元）", name + ",10"), "asOf", "2023-06-30");

        assertEquals(1, again.getInt("unchanged"));
    }

    @Test
    void namesAndInvestorsAreComparedWhateverTheirSpelling() {
        var name = code("湖湾花卉基地");
        var headings = "项目编号,项目名称,投资方,所属园区";
        var first = csv(headings, code + "," + name + "（一期）,甲方（中国）," + zone, "," + name + "二期,甲方 （中国）," + zone);
        assertEquals(2, imported(first, "asOf", "2023-06-30").getInt("created"));

        var respelled =
                csv(headings, code + "," + name + " [一期],甲方【中国】," + zone, "," + name + "\u3000二 期,甲方(中国)," + zone);
        assertEquals(2, imported(respelled, "asOf", "2023-06-30").getInt("unchanged"));

        send(csv(headings, "," + name + "二期,甲方（中国）," + zone, "," + name + "二 期,甲方(中国)," + zone), "asOf", "2023-06-30")
                .statusCode(422)
                .body("errors.row", contains(3));
    }

    /** Registered before names were compared so. */
    @Test
    void ofProjectsWithAlikeNamesTheSameSpellingIsMeant() {
        var name = code("湖湾花卉基地");
        register("name", name + "1期");
        register("name", name + "1 期");

        assertEquals(1, imported(csv("项目名称,投资方", name + "1 期,")).getInt("unchanged"));
        send(csv("项目名称,投资方", name + "１期,")).statusCode(422).body("errors.column", contains("项目名称"));
    }

    @Test
    void severalProjectsOfOneNameAndInvestorAreRefused() {
        var name = code("湖湾花卉基地");
        register("name", name);
        register("name", name);

        send(csv("项目名称,总投资（万元）", name + ",10"), "asOf", "2023-06-30")
                .statusCode(422)
                .body("errors.column", contains("项目名称"));
    }
}
