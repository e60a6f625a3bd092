package org.investmentpipeline;

import static org.investmentpipeline.support.Projects.PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.PostgresServer;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Today's service on a database of former releases: the first one with the rows of {@code first-release.sql}, from which the expected
 * figures follow by hand, then the last one before figures in memory with those of {@code release-before-columns.sql}.
 */
@Tag("packaged")
class UpgradeIT {
    private static final String FIRST_RELEASE = "1.1";
    private static final String BEFORE_COLUMNS = "9.1";
    private static final String REGISTERED = "2023-07-01T00:00:00Z";
    private static final String MOVED = "2023-07-10T00:00:00Z";
    private static final String RAISED = "2023-07-20T00:00:00Z";

    @Test
    void theEmbeddedEditionUpgradesFormerReleases() throws Exception {
        var data = TestDatabase.newDirectory();

        leftByFormerReleases("jdbc:h2:file:" + data.resolve("pipeline"), "pipeline", "", "h2");

        takesItUp(Packages.h2(), Map.of("PIPELINE_DATA_DIR", data.toString()));
    }

    @Test
    void thePostgresqlEditionUpgradesFormerReleases() throws Exception {
        var settings = PostgresServer.newDatabase();

        leftByFormerReleases(
                Objects.requireNonNull(settings.get("quarkus.datasource.jdbc.url")),
                Objects.requireNonNull(settings.get("quarkus.datasource.username")),
                Objects.requireNonNull(settings.get("quarkus.datasource.password")),
                "postgresql");

        takesItUp(Packages.postgresql(), Packages.environment(settings));
    }

    private static void leftByFormerReleases(String url, String username, String password, String edition)
            throws Exception {
        migrate(url, username, password, edition, FIRST_RELEASE);
        run("/first-release.sql", url, username, password);
        migrate(url, username, password, edition, BEFORE_COLUMNS);
        run("/release-before-columns.sql", url, username, password);
    }

    private static void migrate(String url, String username, String password, String edition, String target) {
        var folder = "filesystem:" + Path.of("src/main/resources/db").toAbsolutePath() + "/";
        Flyway.configure()
                .dataSource(url, username, password)
                .locations(folder + "migration", folder + edition)
                .target(target)
                .load()
                .migrate();
    }

    private static void run(String script, String url, String username, String password) throws Exception {
        try (var connection = DriverManager.getConnection(url, username, password);
                var statement = connection.createStatement();
                var file = UpgradeIT.class.getResourceAsStream(script)) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            for (var each : text.replaceAll("(?m)^--.*$", "").split(";\\s*\\n")) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }

    private static void takesItUp(Path application, Map<String, String> settings) throws Exception {
        var quick = new HashMap<>(settings);
        try (var service = PackagedService.start(application, quick)) {
            var client = new Client(service.port());

            assertNotEquals(
                    BEFORE_COLUMNS,
                    client.get("/api/v1/info").expecting(200).at("/schema").asText());
            assertEquals(
                    "admin",
                    client.get("/api/v1/me").expecting(200).at("/username").asText());
            figuresAreWhatTheyWere(client);
            awaitColumns(service);
            figuresAreWhatTheyWere(client);
            namesAreFoundInWhateverLetters(client);
            historyIsToldWithoutAnActor(client);
            everyKnownPositionHasThePresentLandAndJobs(client);
            everythingCanBeChangedOn(client);
            figuresAreWhatTheyWere(client);
        }
    }

    private static void figuresAreWhatTheyWere(Client client) {
        var day = "/api/v1/totals?asOf=2023-06-30&by=stage&knownAt=";
        assertEquals(
                List.of("UNDER_NEGOTIATION 1 0", "SIGNED 1 9900000000", "GROUNDBREAKING 1 860000000", "COMPLETED 0 0"),
                rows(client, day + REGISTERED, "stage"));
        assertEquals(
                List.of("UNDER_NEGOTIATION 0 0", "SIGNED 2 11100000000", "GROUNDBREAKING 1 860000000", "COMPLETED 0 0"),
                rows(client, day + MOVED, "stage"));
        assertEquals(
                List.of("UNDER_NEGOTIATION 0 0", "SIGNED 1 1500000000", "GROUNDBREAKING 1 860000000", "COMPLETED 0 0"),
                rows(client, day + RAISED, "stage"));
        var flow = "/api/v1/flows?period=2023-H1&asOf=2023-06-30&by=stage&knownAt=";
        assertEquals(
                List.of(
                        "UNDER_NEGOTIATION 2 360000000",
                        "SIGNED 2 10760000000",
                        "GROUNDBREAKING 1 860000000",
                        "COMPLETED 0 0"),
                rows(client, flow + REGISTERED, "stage"));
        assertEquals(
                List.of(
                        "UNDER_NEGOTIATION 2 360000000",
                        "SIGNED 2 2060000000",
                        "GROUNDBREAKING 1 860000000",
                        "COMPLETED 0 0"),
                rows(client, flow + RAISED, "stage"));
        var sizes = "/api/v1/totals?asOf=2023-06-30&by=size&knownAt=";
        assertEquals(
                List.of(
                        "under-100m 0 0",
                        "100m-500m 0 0",
                        "500m-1b 1 860000000",
                        "1b-5b 1 1500000000",
                        "5b-10b 0 0",
                        "10b-up 0 0"),
                rows(client, sizes + RAISED, "size"));
        assertEquals(
                List.of("small 1 860000000", "large 1 1500000000"),
                rows(client, sizes + "2023-08-01T00:00:00Z", "size"));
        assertEquals(
                List.of("unknown 1 9900000000", "wanbei 1 1200000000", "wannan 1 860000000"),
                rows(client, "/api/v1/totals?asOf=2023-06-30&by=zone&knownAt=" + MOVED, "zone").stream()
                        .sorted()
                        .toList());
        var suspended = client.get("/api/v1/totals?asOf=2023-06-30&status=SUSPENDED&knownAt=" + RAISED);
        assertEquals("1 360000000", cell(suspended.at("/total")));
    }

    private static List<String> rows(Client client, String address, String dimension) {
        var rows = client.get(address).expecting(200).at("/rows");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(dimension).asText() + " " + cell(row))
                .toList();
    }

    private static String cell(JsonNode row) {
        return row.path("count").asLong() + " "
                + row.path("investment").decimalValue().toPlainString();
    }

    private static void awaitColumns(PackagedService service) throws Exception {
        Eventually.within(
                Duration.ofMinutes(1),
                "the columns are loaded",
                () -> service.get("/q/health/well").body().contains("LOADED"));
    }

    /** Search texts and keys of names of what was there are computed before the service answers: full-width CMP, order by pinyin. */
    private static void namesAreFoundInWhateverLetters(Client client) {
        var found = client.get(PATH + "?q=%EF%BC%A3%EF%BC%AD%EF%BD%90").expecting(200);

        assertEquals("2023-0001", found.at("/items/0/code").asText());
        var sorted = client.get(PATH + "?sort=name").expecting(200).at("/items");
        assertEquals(
                List.of("精密轴承", "氢燃料电池电堆", "CMP半导体零部件设备"),
                StreamSupport.stream(sorted.spliterator(), false)
                        .map(project -> project.path("name").asText())
                        .toList());
    }

    /** They had no history, so positions known before have what the project had when it was upgraded. */
    private static void everyKnownPositionHasThePresentLandAndJobs(Client client) {
        var items = client.get(PATH + "/1/timeline").expecting(200).at("/items");

        assertEquals(5, items.size());
        items.forEach(item -> assertEquals(
                "120.5 300",
                item.path("landArea").asText() + " " + item.path("jobs").asText()));
        assertEquals("120.5", client.get(PATH + "/1").at("/landArea").asText());
        client.get(PATH + "/2/timeline")
                .at("/items")
                .forEach(item -> assertTrue(item.path("landArea").isNull(), item::toString));
    }

    private static void historyIsToldWithoutAnActor(Client client) {
        var items = client.get(PATH + "/1/history").expecting(200).at("/items");

        assertEquals(List.of("AMENDED", "MOVED", "REGISTERED"), items.findValuesAsText("kind"));
        items.forEach(item -> assertTrue(item.path("by").isNull(), item::toString));
        assertEquals("1500000000 CNY", items.at("/0/values/0/after").asText());
        client.get(PATH + "/4").expecting(404);
    }

    private static void everythingCanBeChangedOn(Client client) {
        var moved = Map.of("to", "GROUNDBREAKING", "on", "2023-07-05");
        client.post(PATH + "/1/moves", moved).expecting(201);
        var amended = client.patch(PATH + "/2?effectiveOn=2023-07-01", Map.of("zone", "wanbei"), "*")
                .expecting(200);
        client.put(PATH + "/3/status", Map.of("status", "ACTIVE", "on", "2023-07-02"))
                .expecting(200);
        var created = client.post(PATH, Map.of("name", "升级之后", "sector", "logistics", "zone", "wannan"))
                .expecting(201);
        client.put("/api/v1/zones/wanbei", Map.of("name", Map.of("zh", "皖北"), "active", true))
                .expecting(200);

        assertEquals("2023-05-18", amended.at("/stages/GROUNDBREAKING").asText());
        assertEquals("SIGNED", client.get(PATH + "/1").at("/moves/0/to").asText());
        assertEquals("GROUNDBREAKING", client.get(PATH + "/1").at("/moves/1/to").asText());
        assertEquals(
                "admin",
                client.get(PATH + "/1/history").at("/items/0/by/username").asText());
        assertTrue(created.at("/id").asLong() > 4, created.text());
        theAuditTrailGoesOn(client);
    }

    private static void theAuditTrailGoesOn(Client client) {
        var zone = client.get("/api/v1/audit?kind=ZONE&subject=wanbei").expecting(200);
        assertEquals(List.of("admin", "wang"), zone.at("/items").findValuesAsText("username"));
        assertEquals(List.of("2", "1"), zone.at("/items").findValuesAsText("sequence"));
        var trail = client.get("/api/v1/audit/verify").expecting(200);
        assertEquals("true", trail.at("/intact").asText());
        assertTrue(trail.at("/seals").asLong() >= 1, trail::text);
    }
}
