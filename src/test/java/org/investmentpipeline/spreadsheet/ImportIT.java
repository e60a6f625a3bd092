package org.investmentpipeline.spreadsheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Ledgers.codeNamed;
import static org.investmentpipeline.support.Ledgers.file;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.flows;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Whole ledgers of several shapes, taken over. Each fixture belongs to one test, which imports it from nothing. */
@QuarkusTest
class ImportIT {
    private static final String SECTORS = "/api/v1/sectors";
    private static final String ZONES = "/api/v1/zones";
    private static final String DEPARTMENTS = "/api/v1/departments";

    @Test
    void aChineseLedgerIsTakenOverWhateverItsEncoding() {
        var unicode = file("qingxi.csv");
        var known = knownAt();

        send(unicode, "asOf", "2023-12-31", "createMissing", "true", "dryRun", "true")
                .statusCode(200)
                .body("read", equalTo(4))
                .body("created", equalTo(4))
                .body("errors", empty());
        assertEquals("", codeNamed(ZONES, "台账清溪园"));
        assertEquals(known, knownAt());

        var report = imported(unicode, "asOf", "2023-12-31", "createMissing", "true");
        assertEquals(4, report.getInt("created"));
        assertEquals(0, report.getInt("refused"));
        assertNotEquals(known, knownAt());
        var zone = codeNamed(ZONES, "台账清溪园");
        thatLedgerStands(zone);

        var again = imported(file("qingxi-gb18030.csv"), "asOf", "2023-12-31", "createMissing", "true");
        assertEquals(4, again.getInt("unchanged"));
        totals("zone=" + zone + "&asOf=2023-12-31").body("total.count", equalTo(4));
    }

    private static void thatLedgerStands(String zone) {
        var items = list("zone=" + zone + "&sort=code&asOf=2023-12-31")
                .body("items.code", contains("QX-001", "QX-002", "QX-003", "QX-004"))
                .body("items.stage", contains("GROUNDBREAKING", "SIGNED", "UNDER_NEGOTIATION", "COMPLETED"))
                .body("items.origin", contains("OUT_OF_PROVINCE", "LOCAL", null, "FOREIGN"))
                .body("items.agreement", contains("FORMAL", "FRAMEWORK", null, "FORMAL"))
                .body("items.key", contains(true, false, false, false))
                .body("items.jobs", contains(220, 65, null, 30))
                .body("items[0].investment.amount", amount("120005000"))
                .body("items[0].investor.name", equalTo("柏川机械"))
                .body("items[0].landArea", amount("86.5"))
                .body("items[0].summary", equalTo("建设轴承生产线两条,配套检测中心"))
                .body("items[2].investment", nullValue())
                .body("items[3].investment.amount", amount("18000000"))
                .body("items[3].stageSince", nullValue())
                .body(
                        "items[3].stages",
                        equalTo(Map.of(
                                "UNDER_NEGOTIATION", "2021-05-01",
                                "SIGNED", "2021-09-30",
                                "GROUNDBREAKING", "2022-01-01")))
                .extract()
                .jsonPath();
        assertEquals(codeNamed(SECTORS, "台账装备制造"), items.getString("items[0].sector"));
        assertEquals(codeNamed(DEPARTMENTS, "台账招商二局"), items.getString("items[1].department"));
        project(items.getLong("items[3].id"))
                .body("moves.precision", contains("DAY", "MONTH", null))
                .body("moves.on", contains("2021-09-30", "2022-01-01", "2023-12-31"));
        flows("zone=" + zone + "&period=2023&by=stage")
                .body("rows.find { it.stage == 'COMPLETED' }.count", equalTo(0))
                .body("total.count", equalTo(3));
    }

    @Test
    void anEnglishLedgerNamesItsCurrencyAndUnitInTheHeading() {
        rate("2022-04-11", "5.05");
        rate("2023-01-16", "5.0125");

        var report = send(file("maple-ridge.csv"), "asOf", "2023-06-30", "createMissing", "true")
                .statusCode(200)
                .body("created", equalTo(3))
                .body("headings.find { it.field == 'investment' }.currency", equalTo("CAD"))
                .extract()
                .jsonPath();

        assertEquals("F", report.getString("headings.find { it.field == 'investment' }.column"));
        list("zone=" + codeNamed(ZONES, "Ledger Maple Ridge") + "&asOf=2023-06-30&sort=code")
                .body("items.stage", contains("GROUNDBREAKING", "SIGNED", "UNDER_NEGOTIATION"))
                .body("items[0].investment.currency", equalTo("CAD"))
                .body("items[0].investment.amount", amount("412500000"))
                .body("items[0].investment.cny", amount("2083125000"))
                .body("items[1].investment.amount", amount("1250000000"))
                .body("items[1].investment.cny", amount("6265625000"))
                .body("items[2].investment", nullValue());
    }

    @Test
    void aWorkbookHasTitlesMergedCellsAndDates() throws IOException {
        var report = send(workbook(), "asOf", "2023-12-31", "createMissing", "true")
                .statusCode(200)
                .body("created", equalTo(3))
                .body("headings.find { it.heading == '序号' }.field", nullValue())
                .extract()
                .jsonPath();

        assertEquals("亿元", report.getString("headings.find { it.field == 'investment' }.unit"));
        var department = codeNamed(DEPARTMENTS, "台账南岗招商局");
        list("zone=" + codeNamed(ZONES, "台账南岗片区") + "&asOf=2023-12-31&sort=code")
                .body("items.code", contains("NG-1", "NG-2", "NG-3"))
                .body("items.department", contains(department, department, codeNamed(DEPARTMENTS, "台账南岗经发局")))
                .body("items[0].investment.amount", amount("125000000"))
                .body("items[0].stages", equalTo(Map.of("SIGNED", "2023-03-15")))
                .body("items[1].stage", equalTo("UNDER_NEGOTIATION"))
                .body("items[2].stages.SIGNED", equalTo("2022-02-28"));
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "ledger", "1.0")) {
            var sheet = book.newWorksheet("项目");
            sheet.value(0, 0, "南岗片区招商项目台账");
            sheet.range(0, 0, 0, 6).merge();
            var rows = new Object[][] {
                {"序号", "项目编号", "项目名称", "总投资（亿元）", "责任单位", "所属片区", "签约时间"},
                {1, "NG-1", "南岗齿轮箱项目", new BigDecimal("1.25"), "台账南岗招商局", "台账南岗片区", LocalDate.of(2023, 3, 15)},
                {2, "NG-2", "南岗茶饮工厂", 0.5, "", "台账南岗片区", ""},
                {3, "NG-3", "南岗数据中心", 36, "台账南岗经发局", "台账南岗片区", LocalDate.of(2022, 2, 28)}
            };
            for (var i = 0; i < rows.length; i++) {
                for (var j = 0; j < rows[i].length; j++) {
                    write(sheet, i + 1, j, rows[i][j]);
                }
            }
            sheet.range(2, 4, 3, 4).merge();
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            sheet.value(row, column, value.toString());
        }
    }

    @Test
    void theSumsOfABureausOwnListAreItsOwn() {
        var report = send(file("beiping-plan.csv"), "asOf", "2023-07-31", "createMissing", "true")
                .statusCode(200)
                .body("read", equalTo(12))
                .body("created", equalTo(12))
                .body("headings.heading.size()", equalTo(10))
                .body(
                        "headings.findAll { it.field == null }.heading",
                        containsInAnyOrder("今年计划投资（万元）", "计划开工时间", "计划竣工时间"))
                .body("headings.find { it.heading == '今年计划投资（万元）' }.note", containsString("Not the project's total"))
                .extract()
                .jsonPath();

        assertEquals("sector", report.getString("headings.find { it.heading == '项目类型' }.field"));
        var all = "";
        for (var sums : Map.of(
                        "台账基础设施", "3 836000000",
                        "台账产业发展", "4 2282508000",
                        "台账民生事业", "3 378002000",
                        "台账生态环保", "2 103999900")
                .entrySet()) {
            var sector = codeNamed(SECTORS, sums.getKey());
            var expected = sums.getValue().split(" ", -1);
            totals("asOf=2023-07-31&sector=" + sector)
                    .body("total.count", equalTo(Integer.parseInt(expected[0])))
                    .body("total.investment", amount(expected[1]));
            all += "&sector=" + sector;
        }
        totals("asOf=2023-07-31&by=stage" + all)
                .body("total.count", equalTo(12))
                .body("total.investment", amount("3600509900"))
                .body("rows.find { it.stage == 'GROUNDBREAKING' }.count", equalTo(6))
                .body("rows.find { it.stage == 'GROUNDBREAKING' }.investment", amount("2702508000"))
                .body("rows.find { it.stage == 'UNDER_NEGOTIATION' }.count", equalTo(6));
        flows("period=2020-01-01..2023-07-31" + all).body("total.count", equalTo(0));
        totals("asOf=2023-07-30" + all).body("total.count", equalTo(0));
    }

    private static void rate(String on, String rate) {
        json(Map.of("currency", "CAD", "on", on, "rate", new BigDecimal(rate)))
                .post("/api/v1/exchange-rates")
                .then()
                .statusCode(201);
    }
}
