package org.investmentpipeline.backup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.investmentpipeline.support.Projects;
import org.junit.jupiter.api.Test;

/** Backups and dumps of a service that is in use, on both editions. */
@QuarkusTest
class AdministrationIT {
    private static final String ADMIN = "/api/v1/admin/";

    private static boolean isEmbedded() {
        return System.getProperty("quarkus.datasource.db-kind", "h2").equals("h2");
    }

    @Test
    void theEmbeddedDatabaseIsBackedUpAndPostgresqlIsLeftToItsOwnMeans() {
        var known = Projects.knownAt();

        var key = UUID.randomUUID().toString();
        var answer =
                given().header("Idempotency-Key", key).post(ADMIN + "backup").then();

        if (isEmbedded()) {
            var again = given().header("Idempotency-Key", key).post(ADMIN + "backup");
            assertEquals(answer.extract().asString(), again.asString(), "under its key it is made once");
            answer.statusCode(201)
                    .body("file", matchesPattern("pipeline-\\d{8}T\\d{6}\\.\\d{3}Z\\.mv\\.db"))
                    .body("knownAt", equalTo(known));
            assertRecorded("BACKED_UP");
        } else {
            answer.statusCode(422).body("type", equalTo("/problems/refused")).body("detail", containsString("pg_dump"));
        }
    }

    @Test
    void aBackupTakesNoPathFromAnybody() {
        given().queryParam("file", "/tmp/stolen")
                .post(ADMIN + "backup")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("file"));
    }

    @Test
    void aDumpIsLinesOfJsonToItsEndAndIsRecorded() {
        Projects.register("name", "转储里的项目");

        var answer = given().get(ADMIN + "dump").then().statusCode(200).extract();

        var lines = answer.asString().split("\n");
        assertEquals("application/x-ndjson", answer.contentType().split(";")[0]);
        assertEquals("no-store", answer.header("Cache-Control"));
        assertTrue(lines[0].startsWith("{\"format\":\"investment-pipeline-dump\",\"version\":1,"), lines[0]);
        assertTrue(lines[lines.length - 1].matches("\\{\"rows\":\\{.*},\"sha256\":\"[0-9a-f]{64}\"}"));
        assertTrue(answer.asString().contains("转储里的项目"));
        assertRecorded("DUMPED");
    }

    @Test
    void whoWantsADumpAsSomethingElseIsToldSo() {
        given().accept("application/json")
                .get(ADMIN + "dump")
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
    }

    private static void assertRecorded(String action) {
        given().queryParam("kind", "DATABASE")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.action", hasItem(action))
                .body("items[0].subject.id", equalTo("pipeline"));
    }
}
