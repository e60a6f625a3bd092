package org.investmentpipeline.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.investmentpipeline.spreadsheet.errors.ErrorWorkbooks;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Users;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The refused rows of an import, fetched as a workbook, repaired and imported. */
@QuarkusTest
class ErrorWorkbookIT {
    private static final String HEADINGS = "项目编号,项目名称,总投资（万元）,所属园区,建设阶段";

    private final AgroalDataSource database;
    private final ErrorWorkbooks workbooks;

    private String one = "";
    private String two = "";
    private String zone = "";

    ErrorWorkbookIT(AgroalDataSource database, ErrorWorkbooks workbooks) {
        this.database = database;
        this.workbooks = workbooks;
    }

    @BeforeEach
    void names() {
        one = code("A");
        two = code("B");
        zone = zone();
    }

    /** A right row, and one whose amount and zone are refused. */
    private byte[] ledger() {
        return csv(HEADINGS, one + ",甲" + one + ",5," + zone + ",签约", two + ",乙" + two + ",若干," + zone + ",签约");
    }

    private static EditedWorkbook fetch(String link, String language) {
        return new EditedWorkbook(given().header("Accept-Language", language)
                .get(link)
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Content-Disposition", containsString("-errors.xlsx"))
                .extract()
                .asByteArray());
    }

    @Test
    void theRefusedRowsOfAnImportThatTookOthersOver() {
        var report = send(ledger(), "onError", "skip", "asOf", "2023-06-30")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("refused", equalTo(1))
                .extract()
                .jsonPath();
        var link = report.getString("errorsLink");
        assertEquals("/api/v1/imports/" + report.getLong("id") + "/errors", link);

        var workbook = fetch(link, "zh");

        assertTrue(workbook.cell(1, "F1").contains("原行号"));
        assertTrue(workbook.cell(1, "G1").contains("错误说明"));
        assertTrue(workbook.cell(1, "F2").contains("<v>3</v>"));
        assertTrue(workbook.cell(1, "G2").contains("总投资（万元）: "));
        assertTrue(workbook.part("xl/comments1.xml").contains("C2"));
        assertEquals("", workbook.cell(1, "B3"));
        thatUnrepairedItIsRefusedAgain(workbook, report);
        send(workbook.type(1, "C2", "1.5亿元").bytes(), "asOf", "2023-06-30")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("refused", equalTo(0))
                .body("warnings.size()", equalTo(0))
                .body("errorsLink", nullValue());
        list("zone=" + zone).body("items.size()", equalTo(2));
    }

    private static void thatUnrepairedItIsRefusedAgain(EditedWorkbook workbook, JsonPath report) {
        var again = send(workbook.bytes(), "asOf", "2023-06-30")
                .statusCode(422)
                .body("read", equalTo(1))
                .extract()
                .jsonPath();
        assertEquals(report.getList("errors.column"), again.getList("errors.column"));
        assertEquals(report.getList("errors.value"), again.getList("errors.value"));
        assertEquals(report.getList("errors.expected"), again.getList("errors.expected"));
    }

    @Test
    void theRefusedRowsOfAFileThatWasRefusedWhole() {
        var link = send(ledger(), "asOf", "2023-06-30")
                .statusCode(422)
                .body("errorsLink", startsWith("/api/v1/imports/"))
                .extract()
                .jsonPath()
                .getString("errorsLink");

        var workbook = fetch(link, "en");

        assertTrue(workbook.cell(1, "F1").contains("Original row"));
        assertTrue(workbook.cell(1, "A2").contains(two));
        assertTrue(fetch(link + "?lang=zh", "zh").cell(1, "F1").contains("原行号"));
        given().get(link.replace("/errors", "")).then().statusCode(404);
        send(workbook.type(1, "C2", "7").bytes(), "asOf", "2023-06-30")
                .statusCode(200)
                .body("created", equalTo(1));
    }

    /** A code that no catalogue has, found after the row was read. */
    @Test
    void aRowThatTheRegisterRefusesIsMarkedInItsCell() {
        var link = send(csv(HEADINGS, two + ",乙,5,没有这个园区,签约"), "asOf", "2023-06-30")
                .statusCode(422)
                .extract()
                .jsonPath()
                .getString("errorsLink");

        var workbook = fetch(link, "en");

        assertTrue(workbook.part("xl/comments1.xml").contains("ref=\"D2\""), workbook.part("xl/comments1.xml"));
        assertTrue(workbook.cell(1, "G2").contains("所属园区: "), workbook.cell(1, "G2"));
        send(workbook.bytes(), "asOf", "2023-06-30").statusCode(422);
        send(workbook.type(1, "D2", zone).bytes(), "asOf", "2023-06-30").statusCode(200);
    }

    @Test
    void twoSheetsAreTwoAgain() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "ledger", "1.0")) {
            for (var name : List.of("东区", "西区")) {
                var sheet = book.newWorksheet(name);
                for (var column = 0; column < 3; column++) {
                    sheet.value(0, column, List.of("项目名称", "总投资（亿元）", "所属园区").get(column));
                }
                sheet.value(1, 0, name + one);
                sheet.value(1, 1, name.equals("东区") ? "若干" : "5-6");
                sheet.value(1, 2, zone);
            }
        }
        var link = send(bytes.toByteArray(), "sheet", "*", "asOf", "2023-06-30")
                .statusCode(422)
                .extract()
                .jsonPath()
                .getString("errorsLink");

        var workbook = fetch(link, "zh");

        assertTrue(workbook.part("xl/workbook.xml").contains("name=\"西区\""));
        send(workbook.type(1, "B2", "5").type(2, "B2", "6").bytes(), "sheet", "*", "asOf", "2023-06-30")
                .statusCode(200)
                .body("created", equalTo(2));
    }

    @Test
    void aDryRunKeepsNothing() {
        send(ledger(), "dryRun", "true")
                .statusCode(200)
                .body("refused", equalTo(1))
                .body("errorsLink", nullValue());
    }

    @Test
    void anImportThatChangedNothingHasItsRefusedRowsToo() {
        send(ledger(), "onError", "skip", "asOf", "2023-06-30").statusCode(200);

        var again = send(ledger(), "onError", "skip", "asOf", "2023-06-30")
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("id", nullValue())
                .extract()
                .jsonPath();

        assertTrue(fetch(again.getString("errorsLink"), "zh").cell(1, "A2").contains(two));
    }

    @Test
    void aUserWhoIsLimitedToZonesSeesItsOwn() {
        var limited = Users.bearer(Users.user(List.of("OFFICER"), zone));
        var other = Users.bearer(Users.user(List.of("OFFICER"), zone));
        var own = link(limited, ledger());
        var unlimited = link(SignedIn.bearer(), ledger());

        Users.by(limited).get(own).then().statusCode(200);
        Users.by(other).get(own).then().statusCode(404);
        Users.by(limited).get(unlimited).then().statusCode(404);
        given().get(own).then().statusCode(200);
        Users.as(List.of("VIEWER")).get(own).then().statusCode(403);
    }

    private static @Nullable String link(String bearer, byte[] ledger) {
        return Users.by(bearer)
                .multiPart("file", "ledger", ledger, "application/octet-stream")
                .multiPart("asOf", "2023-06-30")
                .post(Ledgers.PATH)
                .then()
                .statusCode(422)
                .extract()
                .jsonPath()
                .getString("errorsLink");
    }

    @Test
    void aWorkbookIsThereForSevenDays() throws SQLException {
        var link = send(ledger(), "asOf", "2023-06-30").extract().jsonPath().getString("errorsLink");

        age(link, 167);
        fetch(link, "zh");
        age(link, 2);

        given().get(link).then().statusCode(404);
        given().get("/api/v1/imports/999999999/errors").then().statusCode(404);
        assertEquals(1, count("import_error_workbook where import_id = " + id(link)));
        workbooks.forget();
        assertEquals(0, count("import_error_workbook where import_id = " + id(link)));
        assertEquals(0, count("import_record where id = " + id(link)));
    }

    private void age(String link, int hours) throws SQLException {
        execute("update import_error_workbook set kept_since = kept_since - interval '%d' hour where import_id = %s"
                .formatted(hours, id(link)));
        execute("update import_record set imported_at = imported_at - interval '%d' hour where id = %s"
                .formatted(hours, id(link)));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String rows) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var counted = statement.executeQuery("select count(*) from " + rows)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    private static String id(String link) {
        return link.split("/")[4];
    }

    /** More than fit into a workbook: 5,000 rows, and the number of the others. */
    @Test
    void aLargeFileGivesItsFirstRows() {
        var lines = new String[5_011];
        lines[0] = HEADINGS;
        for (var row = 1; row < lines.length; row++) {
            lines[row] = one + row + ",名" + row + ",若干," + zone + ",签约";
        }

        var link = send(csv(lines), "asOf", "2023-06-30")
                .statusCode(422)
                .extract()
                .jsonPath()
                .getString("errorsLink");
        var workbook = fetch(link, "zh");

        assertTrue(workbook.cell(1, "A5001").contains(one + 5_000));
        assertTrue(workbook.cell(1, "A5002").contains("注：另有 10 行被拒绝"), workbook.cell(1, "A5002"));
        send(workbook.bytes(), "asOf", "2023-06-30")
                .statusCode(422)
                .body("read", equalTo(5_000))
                .body("refused", equalTo(5_000))
                .body("passedOver.count", equalTo(1));
    }
}
