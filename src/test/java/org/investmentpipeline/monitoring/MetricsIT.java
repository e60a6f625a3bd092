package org.investmentpipeline.monitoring;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.support.Users.as;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.Users;
import org.investmentpipeline.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the service: who may read them, what they say, and that the dashboard and the alerts ask for ones that exist. */
@QuarkusTest
class MetricsIT {
    private static final Set<String> READERS = Set.of("ADMIN", "AUDITOR");
    private static final List<String> STAGES = List.of("UNDER_NEGOTIATION", "SIGNED", "GROUNDBREAKING", "COMPLETED");

    /** What Prometheus knows by itself. */
    private static final Set<String> ITS_OWN = Set.of("up");

    private static final Pattern NAME = Pattern.compile("\\b[a-z]+(_[a-z0-9]+)+\\b(?=\\s*[{\\[)/<>*]|\\s|$)|\\bup\\b");
    private static final Set<String> WORDS = Set.of("histogram_quantile");

    @ParameterizedTest
    @EnumSource(names = {"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    void onlyWhoRunsOrAuditsTheServiceReadsThem(org.investmentpipeline.security.Role role) {
        var answer = as(List.of(role.name())).get("/q/metrics");

        if (READERS.contains(role.name())) {
            assertEquals(200, answer.statusCode());
            assertTrue(answer.asString().contains("pipeline_problems_total"), answer.asString());
        } else {
            assertEquals(403, answer.statusCode(), answer.asString());
            assertEquals("application/problem+json", answer.contentType());
            assertEquals("/problems/forbidden", answer.path("type"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/metrics/", "/q/metrics/x", "/q/%6detrics", "/q/metrics/%2e"})
    void noOtherSpellingOpensThem(String address) {
        var viewer = Users.bearer(Users.user(List.of("VIEWER"), Fixtures.zone()));

        var strange = Wire.send(Wire.plain("GET " + address + " HTTP/1.1", "Host: x\r\n", new byte[0]));
        var known = Wire.send(Wire.plain(
                "GET " + address + " HTTP/1.1", "Host: x\r\nAuthorization: " + viewer + "\r\n", new byte[0]));

        assertEquals(401, strange.status(), strange::toString);
        assertTrue(Set.of(400, 403, 404).contains(known.status()), known::toString);
        assertFalse(known.body().contains("pipeline_"), known::toString);
    }

    @Test
    void aRefusalIsInTheAuditTrail() {
        var username = Users.user(List.of("OFFICER"));

        by(Users.bearer(username)).get("/q/metrics").then().statusCode(403);

        var entries = given().get("/api/v1/audit?username=" + username + "&action=REFUSED")
                .jsonPath();
        assertEquals("GET /q/metrics", entries.getString("items[0].note"));
    }

    @Test
    void requestsAreCountedByOperationAndNotByWhatClientsMakeUp() throws Exception {
        var id = Projects.register();
        given().get("/api/v1/projects/" + id).then().statusCode(200);
        given().get("/api/v1/nothing-of-the-kind-" + id).then().statusCode(404);
        Wire.send(Wire.plain("GET /api/v1/nobody-asks-" + id + " HTTP/1.1", "Host: x\r\n", new byte[0]));
        Wire.send(Wire.plain("FOOBAR /api/v1/sectors HTTP/1.1", "Host: x\r\n", new byte[0]));
        Wire.send(Wire.request("GET /api/v1/sectors/%ff-odd HTTP/1.1", "", new byte[0]));

        var scrape = Scrape.until(now -> now.value(count("getProject", 200)).isPresent());

        assertAll(
                () -> assertTrue(scrape.value(count("createProject", 201)).isPresent()),
                () -> assertTrue(scrape.value(count("none", 404)).isPresent()),
                () -> assertTrue(scrape.value(count("none", 401)).isPresent()),
                () -> assertFalse(scrape.text().contains("nothing-of-the-kind")),
                () -> assertFalse(scrape.text().contains("nobody-asks")),
                () -> assertFalse(scrape.text().contains("FOOBAR")),
                () -> assertFalse(scrape.text().contains("odd")));
    }

    private static String count(String operation, int status) {
        return "http_server_requests_seconds_count{operation=\"%s\",status=\"%d\"}".formatted(operation, status);
    }

    @Test
    void problemsAreCountedByTheirType() {
        var series = "pipeline_problems_total{type=\"version-required\"}";
        var before = Scrape.now().value(series).orElseThrow();

        given().delete("/api/v1/projects/" + Projects.register()).then().statusCode(428);

        assertEquals(before.add(BigDecimal.ONE), Scrape.now().value(series).orElseThrow());
    }

    @Test
    void theStockIsThatOfToday() throws Exception {
        Projects.register("stage", "SIGNED", "agreement", "FORMAL", "investment", Projects.cny("120000000.55"));
        var totals = given().get("/api/v1/totals?by=stage").jsonPath();

        Scrape.until(scrape -> STAGES.stream().allMatch(stage -> agrees(scrape, totals, stage)));
    }

    /** Prometheus keeps binary numbers of some sixteen digits. */
    private static boolean agrees(Scrape scrape, JsonPath totals, String stage) {
        var row = "rows.find { it.stage == '" + stage + "' }.";
        var count = scrape.value("pipeline_projects{stage=\"%s\"}".formatted(stage));
        var investment = scrape.value("pipeline_investment_cny{stage=\"%s\"}".formatted(stage));
        return count.isPresent()
                && investment.isPresent()
                && count.get().longValueExact() == totals.getLong(row + "count")
                && investment.get().doubleValue() == totals.getDouble(row + "investment");
    }

    @Test
    void jobsSayWhenTheyLastSucceeded() throws Exception {
        var scrape = Scrape.until(now -> Stream.of("figures", "seal", "measure")
                .allMatch(job -> now.value("pipeline_job_seconds_count{name=\"%s\",outcome=\"success\"}".formatted(job))
                        .filter(count -> count.signum() > 0)
                        .isPresent()));

        for (var job : List.of("figures", "seal", "measure", "compare", "forget-keys", "forget-failures")) {
            var moment = scrape.value("pipeline_job_last_success_timestamp_seconds{name=\"%s\"}".formatted(job));
            assertTrue(moment.isPresent() && moment.get().longValue() > 1_600_000_000L, job);
        }
    }

    @Test
    void theDashboardAndTheAlertsAskForNumbersThatThereAre() throws Exception {
        Projects.register();
        var asked = new TreeSet<String>();
        expressions().forEach(expression -> asked.addAll(names(expression)));
        asked.removeAll(ITS_OWN);

        var scrape = Scrape.until(now -> now.names().containsAll(asked));

        assertTrue(asked.size() > 20, asked::toString);
        assertTrue(scrape.names().containsAll(asked));
    }

    /** The names of series in an expression: words with an underscore that are no function. */
    private static Set<String> names(String expression) {
        var bare = expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\$\\w+", "")
                .replaceAll("\\b(by|on) \\([^)]*\\)", "");
        var found = new TreeSet<String>();
        var names = NAME.matcher(bare);
        while (names.find()) {
            if (!WORDS.contains(names.group())) {
                found.add(names.group());
            }
        }
        return found;
    }

    private static List<String> expressions() throws IOException {
        var dashboard = new ObjectMapper().readTree(Files.readString(Path.of("deploy/grafana-dashboard.json")));
        var alerts = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("deploy/alerts.yml")));
        return Stream.concat(dashboard.findValuesAsText("expr").stream(), alerts.findValuesAsText("expr").stream())
                .map(Objects::requireNonNull)
                .toList();
    }
}
