package org.investmentpipeline.monitoring;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** What the service says of itself. */
@QuarkusTest
class InfoIT {

    @Test
    void itSaysWhichItIsAndHowFarItsLedgerIs() throws Exception {
        var info = given().get("/api/v1/info").then().statusCode(200).extract().jsonPath();

        var edition = System.getProperty("quarkus.datasource.db-kind", "h2");
        assertEquals("investment-pipeline", info.getString("name"));
        assertTrue(
                Files.readString(Path.of("pom.xml")).contains("<version>" + info.getString("version") + "</version>"));
        assertEquals(edition, info.getString("edition"));
        assertEquals(latestMigration(edition), info.getString("schema"));
        assertEquals(Runtime.version().toString(), info.getString("java"));
        assertEquals(given().get("/api/v1/totals").path("knownAt"), info.getString("knownAt"));
        var commit = info.getString("commit");
        assertTrue(commit == null || commit.matches("[0-9a-f]{40}(-modified)?"), commit);
    }

    private static String latestMigration(String edition) {
        return Stream.of("migration", edition)
                .map(folder -> Path.of("src/main/resources/db", folder).toFile().list())
                .flatMap(Arrays::stream)
                .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .getVersion();
    }
}
