package org.investmentpipeline.spreadsheet.journal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.PATH;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Users.as;
import static org.investmentpipeline.support.Users.bearer;
import static org.investmentpipeline.support.Users.by;
import static org.investmentpipeline.support.Users.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record of imports: those that wrote something, by whom, of which file. */
@QuarkusTest
class RecordedImportsIT {
    private String code = "";
    private String zone = "";

    @BeforeEach
    void registerAZone() {
        code = code("导");
        zone = zone();
    }

    private byte[] ledger(String amount) {
        return csv("项目编号,项目名称,总投资（万元）,所属园区", code + "," + code + "厂," + amount + "," + zone);
    }

    @Test
    void anImportThatWroteSomethingIsRecordedWithItsFileAndCounts() {
        var id = imported(ledger("100"), "asOf", "2023-06-30").getLong("id");

        given().get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo((int) id))
                .body("by", equalTo("admin"))
                .body("recordedAt", equalTo(knownAt()))
                .body("asOf", equalTo("2023-06-30"))
                .body("fileName", equalTo("ledger"))
                .body("fileHash", matchesPattern("[0-9a-f]{64}"))
                .body("read", equalTo(1))
                .body("created", equalTo(1))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(0))
                .body("refused", equalTo(0))
                .body("undoneAt", nullValue())
                .body("undoneBy", nullValue())
                .body("reason", nullValue());
        given().get("/api/v1/audit?kind=IMPORT&subject=" + id)
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("IMPORTED")))
                .body("items[0].changes.field", hasItem("fileHash"));
    }

    @Test
    void anImportThatChangesNothingAndATrialAreNotRecorded() {
        assertNull(imported(ledger("100"), "dryRun", "true").get("id"));
        var first = imported(ledger("100"), "asOf", "2023-06-30").getLong("id");

        assertNull(imported(ledger("100"), "asOf", "2023-06-30").get("id"));

        assertEquals(first, latest());
    }

    @Test
    void aRefusedImportHasNoRecord() {
        var before = imported(ledger("100"), "asOf", "2023-06-30").getLong("id");

        send(ledger("一百"), "asOf", "2023-07-31").statusCode(422);

        assertEquals(before, latest());
        given().get(PATH + "/" + Long.MAX_VALUE).then().statusCode(404);
    }

    @Test
    void importsAreListedInPagesTheLatestFirst() {
        var ids = List.of("100", "200", "300").stream()
                .map(amount -> (int) imported(ledger(amount)).getLong("id"))
                .toList();

        var first = given().get(PATH + "?limit=2").then().statusCode(200);

        first.body("items.id", equalTo(List.of(ids.get(2), ids.get(1))));
        var next = first.extract().<String>path("next");
        given().queryParam("limit", 1)
                .queryParam("cursor", next)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(ids.get(0))));
        given().get(PATH + "?cursor=x").then().statusCode(400).body("violations[0].field", equalTo("cursor"));
    }

    @Test
    void aUserWithZonesSeesItsOwnImportsAndThoseInItsZonesAlone() {
        var same = (int) imported(ledger("100")).getLong("id");
        var other = imported(csv("项目编号,项目名称,所属园区", code + "-2,乙," + zone, code + "-3,丙," + zone()))
                .getLong("id");
        var officer = user(List.of("OFFICER"), zone);
        var bearer = bearer(officer);

        var own = by(bearer)
                .multiPart("file", "own.csv", ledger("200"), "text/csv")
                .post(Ledgers.PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("id");

        by(bearer)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(own, same)))
                .body("items.by", equalTo(List.of(officer, "admin")));
        by(bearer).get(PATH + "/" + same).then().statusCode(200);
        by(bearer).get(PATH + "/" + own).then().statusCode(200).body("fileName", equalTo("own.csv"));
        by(bearer).get(PATH + "/" + other).then().statusCode(404);
        as(List.of("OFFICER"), zone()).get(PATH).then().body("items.id", not(hasItem(own)));
        as(List.of("VIEWER")).get(PATH).then().statusCode(403);
        as(List.of("VIEWER")).get(PATH + "/" + own).then().statusCode(403);
    }

    @Test
    void theNameOfTheFileIsKeptAsBrowsersSendIt() throws Exception {
        var body =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"2023年6月 台账.csv\"\r\n\r\n%s\r\n--x--\r\n"
                        .formatted(new String(ledger("100"), StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
                .header("Authorization", SignedIn.bearer())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(200, answer.statusCode(), answer.body());
        given().get(PATH + "?limit=1").then().body("items[0].fileName", equalTo("2023年6月 台账.csv"));
    }

    private static long latest() {
        return given().get(PATH + "?limit=1").jsonPath().getLong("items[0].id");
    }
}
