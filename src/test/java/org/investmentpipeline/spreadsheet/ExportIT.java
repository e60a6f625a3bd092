package org.investmentpipeline.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.projectList;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.investmentpipeline.spreadsheet.workbook.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects as files, and the columns by which files come in again. */
@QuarkusTest
class ExportIT {
    private static final String EXPORT = "/api/v1/projects/export";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aCsvHasTheProjectsOfAFilterAndBothClocksInItsName() {
        var zone = zone();
        var code = code("EX");
        register("code", code, "name", "=甲", "zone", zone, "investment", cny("1200000000"), "key", true);
        var known = knownAt();

        var answer = given().get(EXPORT + "?format=csv&columns=code,name,investment,key,stage&lang=en&zone=" + zone);

        assertEquals(200, answer.statusCode());
        assertEquals(
                "\uFEFFProject code,Project name,Total investment (units),Key project,Stage\r\n" + code
                        + ",'=甲,1200000000.00,Yes,Under negotiation\r\n",
                text(answer));
        var moment = known.replaceAll("[-:]", "");
        var digits = moment.substring(0, 15);
        assertTrue(
                answer.header("Content-Disposition").startsWith("attachment; filename=\"projects_"),
                answer.header("Content-Disposition"));
        assertTrue(answer.header("Content-Disposition").contains("_" + digits), moment);
        assertTrue(answer.header("Content-Disposition").contains("filename*=UTF-8''projects_"));
    }

    @Test
    void namesOfCatalogueEntriesAreForReading() {
        var zone = zone();
        register("zone", zone);

        var answer = given().header("Accept-Language", "zh")
                .get(EXPORT + "?format=csv&columns=zone&labels=true&zone=" + zone);

        assertEquals("\uFEFF所属园区\r\n名称" + zone + "\r\n", text(answer));
        assertTrue(answer.header("Content-Disposition").contains("filename*=UTF-8''%E9%A1%B9%E7%9B%AE"));
    }

    @Test
    void aNewNameOfACatalogueEntryIsAnotherFile() {
        var zone = zone();
        register("zone", zone);
        var query = EXPORT + "?format=csv&columns=zone&lang=zh&zone=" + zone;
        var codes = given().get(query).header("ETag");
        var names = given().get(query + "&labels=true").header("ETag");

        given().contentType("application/json")
                .header("If-Match", "*")
                .body(object("name", Map.of("zh", "新名", "en", "New"), "active", true))
                .put("/api/v1/zones/" + zone)
                .then()
                .statusCode(200);

        given().header("If-None-Match", codes).get(query).then().statusCode(304);
        var renamed = given().header("If-None-Match", names).get(query + "&labels=true");
        assertEquals("\uFEFF所属园区\r\n新名\r\n", text(renamed));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"csv, text/csv", "csv, */*", "xlsx, */*", "csv, 'application/json, text/csv;q=0.5'"})
    void anyTypeThatTheFormatHasIsAccepted(String format, String accepted) {
        given().header("Accept", accepted)
                .get(EXPORT + "?columns=code&zone=" + zone() + "&format=" + format)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "columns=code%2Ccost, columns",
        "columns=, columns",
        "format=pdf, format",
        "lang=fr, lang",
        "format=csv&history=true, history",
        "q=x&asOf=2023-01-01, q",
        "sort=code, sort"
    })
    void aParameterThatMeansNothingIsRefused(String query, String field) {
        given().get(EXPORT + "?" + query).then().statusCode(400).body("violations.field", contains(field));
    }

    @Test
    void aSecondSheetHasEveryPosition() throws IOException {
        var zone = zone();
        var id = register("zone", zone, "stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"));
        turn(id, "status", "SUSPENDED", "on", "2023-05-01", "reason", "土地未落实").statusCode(200);

        var answer = given().get(EXPORT + "?history=true&lang=zh&zone=" + zone);

        var rows = sheet(answer.asByteArray(), 1);
        assertTrue(rows.get(0).cell(0).shown().startsWith("仅供查阅"));
        assertEquals(List.of("2023-01-05", "2023-05-01"), texts(rows, 1));
        assertEquals(List.of("2023-05-01", ""), texts(rows, 2));
        assertEquals(1, imported(answer.asByteArray()).getInt("unchanged"));
    }

    private static List<String> texts(List<SheetRow> rows, int column) {
        return rows.stream().skip(2).map(row -> row.cell(column).shown()).toList();
    }

    private List<SheetRow> sheet(byte[] file, int place) throws IOException {
        var rows = new ArrayList<SheetRow>();
        try (var workbook = Workbook.open(Files.write(folder.resolve("file"), file));
                var source = workbook.rows(place)) {
            for (var row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void aTemplateIsImportedAsNoRows() throws IOException {
        var zone = zone();

        var answer = given().get("/api/v1/imports/template?lang=zh");

        assertEquals(200, answer.statusCode());
        assertEquals(0, imported(answer.asByteArray()).getInt("read"));
        try (var workbook = Workbook.open(Files.write(folder.resolve("file"), answer.asByteArray()))) {
            assertEquals(
                    List.of("台账 true", "说明 true", "选项 false"),
                    workbook.tabs().stream()
                            .map(tab -> tab.name() + " " + tab.isVisible())
                            .toList());
        }
        assertTrue(sheet(answer.asByteArray(), 2).stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.shown().equals("名称" + zone)));
        assertEquals(
                0,
                imported(given().get("/api/v1/imports/template?lang=en").asByteArray())
                        .getInt("read"));
    }

    @Test
    void aSheetPutsProjectsOnExactlyItsLists() {
        var kept = projectList();
        var left = projectList();
        var code = code("EX");
        var first = csv("项目编号,项目名称,所属清单", code + ",甲," + kept + "、" + left);

        assertEquals(1, imported(first, "asOf", "2023-01-31").getInt("created"));
        var second = csv("项目编号,项目名称,所属清单", code + ",甲," + kept);
        assertEquals(1, imported(second, "asOf", "2023-03-31").getInt("changed"));

        list("list=" + left + "&asOf=2023-03-30").body("items.code", contains(code));
        list("list=" + left + "&asOf=2023-03-31").body("items.size()", equalTo(0));
        list("list=" + kept).body("items[0].lists", contains(kept));
        send(csv("项目编号,项目名称,所属清单", code + ",甲,no-such-list"), "asOf", "2023-04-30")
                .statusCode(422)
                .body("errors[0].column", equalTo("所属清单"))
                .body("errors[0].expected", containsString("no-such-list"));
    }

    @Test
    void noSheetPutsMoreProjectsOnAListThanItHasPlaces() {
        var list = code("list");
        given().contentType("application/json")
                .body(object("code", list, "name", Map.of("zh", list, "en", list), "size", 1))
                .post("/api/v1/project-lists")
                .then()
                .statusCode(201);
        var one = code("EX");
        var other = code("EX");
        var sheet = csv("项目编号,项目名称,所属清单", one + ",甲," + list, other + ",乙," + list);

        send(sheet, "asOf", "2023-01-31")
                .statusCode(422)
                .body("violations[0].field", equalTo("lists"))
                .body("read", equalTo(2));
        send(sheet, "asOf", "2023-01-31", "dryRun", "true").statusCode(422);

        assertEquals(
                1,
                imported(csv("项目编号,项目名称,所属清单", one + ",甲," + list), "asOf", "2023-01-31")
                        .getInt("created"));
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }
}
