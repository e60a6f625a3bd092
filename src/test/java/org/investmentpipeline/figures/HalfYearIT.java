package org.investmentpipeline.figures;

import static org.investmentpipeline.support.Client.address;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A register of 135 projects answers with the figures that were published for the first half of 2023. */
@QuarkusTest
class HalfYearIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Client client = new Client();
    private final Map<String, String> zones = new HashMap<>();
    private String prefix = "";
    private List<JsonNode> projects = List.of();

    /** The codes of zones and projects are this test's own, for the database is everyone's. */
    @BeforeEach
    void registerTheHalfYear() throws IOException {
        var register = read();
        prefix = Fixtures.code("half") + "-";
        register.get("zones").forEach(zone -> zones.put(zone.get("code").asText(), Fixtures.zone()));
        projects = StreamSupport.stream(register.get("projects").spliterator(), false)
                .map(project -> (JsonNode) ((ObjectNode) project.deepCopy())
                        .put("code", prefix + project.get("code").asText())
                        .put("zone", zones.get(project.get("zone").asText())))
                .toList();
        client.post("/api/v1/projects/batch", Map.of("projects", projects)).expecting(201);
    }

    @Test
    void twentySevenProjectsWereSignedFor10Point7Billion() {
        var signed = flow("SIGNED");

        assertFigure(signed, 27, "10700000000");
        assertLinksListExactly(signed, project -> entered(project, "SIGNED"));
    }

    @Test
    void twentySixProjectsBrokeGroundAndTenWereCompleted() {
        var broken = flow("GROUNDBREAKING");
        var completed = flow("COMPLETED");

        assertEquals(26, broken.at("/total/count").asInt());
        assertEquals(10, completed.at("/total/count").asInt());
        assertLinksListExactly(broken, project -> entered(project, "GROUNDBREAKING"));
        assertLinksListExactly(completed, project -> entered(project, "COMPLETED"));
    }

    @Test
    void thirtySixKeyProjectsWereUnderNegotiationFor50Point25Billion() {
        var stock = client.get(address(
                        "/api/v1/totals",
                        Map.of(
                                "asOf", "2023-06-30",
                                "stage", "UNDER_NEGOTIATION",
                                "key", "true",
                                "by", "zone,size",
                                "zone", List.copyOf(zones.values()))))
                .expecting(200)
                .body();

        assertFigure(stock, 36, "50250000000");
        assertLinksListExactly(stock, HalfYearIT::isKeyUnderNegotiation);
    }

    @Test
    void theDayBeforeTheProjectsWereRegisteredNothingWasKnown() {
        var unknown = client.get(address(
                        "/api/v1/flows",
                        Map.of(
                                "period", "2023-H1",
                                "knownAt", "2023-06-30T16:00:00Z",
                                "zone", List.copyOf(zones.values()))))
                .expecting(200)
                .body();

        assertFigure(unknown, 0, "0");
    }

    private JsonNode flow(String stage) {
        return client.get(address(
                        "/api/v1/flows",
                        Map.of(
                                "period",
                                "2023-H1",
                                "stage",
                                stage,
                                "by",
                                "zone,sector,size",
                                "zone",
                                List.copyOf(zones.values()))))
                .expecting(200)
                .body();
    }

    private static void assertFigure(JsonNode figure, int count, String investment) {
        assertEquals(count, figure.at("/total/count").asInt());
        assertEquals(
                0,
                new BigDecimal(investment)
                        .compareTo(figure.at("/total/investment").decimalValue()));
    }

    /** The total's link lists these projects, and the links of the rows list each of them once. */
    private void assertLinksListExactly(JsonNode figure, Predicate<JsonNode> counted) {
        var expected = projects.stream()
                .filter(counted)
                .map(project -> project.get("code").asText())
                .sorted()
                .toList();
        assertEquals(
                expected,
                client.follow(figure.at("/total/projects").asText(), 10).all("code"));
        Set<String> seen = new HashSet<>();
        for (var row : figure.get("rows")) {
            var listed = client.follow(row.get("projects").asText(), 3);
            assertEquals(row.get("count").asInt(), listed.count());
            assertEquals(0, row.get("investment").decimalValue().compareTo(listed.investment()));
            listed.all("code").forEach(code -> assertTrue(seen.add(code), code + " is in two rows"));
        }
        assertEquals(Set.copyOf(expected), seen);
    }

    private static boolean entered(JsonNode project, String stage) {
        var on = project.path("stages").path(stage).asText();
        return on.compareTo("2023-01-01") >= 0 && on.compareTo("2023-06-30") <= 0;
    }

    private static boolean isKeyUnderNegotiation(JsonNode project) {
        var signed = project.path("stages").path("SIGNED").asText("9999");
        var begun = project.path("stages").path("UNDER_NEGOTIATION").asText();
        return project.get("key").asBoolean()
                && begun.compareTo("2023-06-30") <= 0
                && signed.compareTo("2023-06-30") > 0;
    }

    private static JsonNode read() {
        try (var register = HalfYearIT.class.getResourceAsStream("/half-year-2023.json")) {
            return JSON.readTree(register);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
