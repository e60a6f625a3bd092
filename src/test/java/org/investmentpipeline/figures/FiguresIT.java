package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.OwnZone.assertCounted;
import static org.investmentpipeline.figures.OwnZone.cny;
import static org.investmentpipeline.figures.OwnZone.row;
import static org.investmentpipeline.figures.OwnZone.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stocks and flows on both clocks: what counts on which day, valued how, and as known when. */
@QuarkusTest
class FiguresIT {
    private static final String TIERS = "/api/v1/size-tiers";

    private final Client client = new Client();
    private OwnZone zone;

    @BeforeEach
    void aZone() {
        zone = new OwnZone();
    }

    @Test
    void aFigureKnownBeforeTheTiersChangedKeepsTheOldOnes() {
        var project = zone.worth("600000000");
        var before = zone.totals("by", "size");
        var usual = client.get(TIERS).at("/items");

        var replaced = client.put(TIERS, tiers(List.of("small", "large"), List.of("0", "600000000")));
        try {
            var after = zone.totals("by", "size").body();
            assertEquals(200, replaced.status());
            assertEquals(List.of("small", "large"), values(after.get("rows"), "size"));
            zone.assertCounts(row(after.get("rows"), "size", "large"), project);
            assertEquals(before.text(), again(before, "by", "size"));
            zone.assertCounts(row(before.at("/rows"), "size", "500m-1b"), project);
        } finally {
            client.put(TIERS, restored(usual)).expecting(200);
        }

        zone.assertCounts(row(zone.totals("by", "size").at("/rows"), "size", "500m-1b"), project);
    }

    @Test
    void aDeletedProjectIsSeenWhereItWasKnown() {
        var project = zone.worth("100");
        var stock = zone.totals("by", "stage");
        var flow = zone.flows("2023");

        zone.delete(project);

        assertCounted(0, "0", zone.totals().at("/total"));
        assertCounted(0, "0", zone.flows("2023").at("/total"));
        assertEquals(stock.text(), again(stock, "by", "stage"));
        zone.assertCounts(stock.at("/total"), project);
        zone.assertCounts(flow.at("/total"), project);
        client.get(OwnZone.PROJECTS + "/" + project).expecting(404);
    }

    @Test
    void aFrameworkUpgradedToFormalIsSignedOnceAsOnEntry() {
        var project = zone.worth("100");
        zone.sign(project, "2023-03-01", "FRAMEWORK");

        zone.amend(project, "2023-05-01", "agreement", "FORMAL", "key", true, "investment", cny("250"));

        var flow = zone.flows("2023", "stage", "SIGNED", "by", "agreement,key").body();
        assertEquals(1, flow.get("rows").size());
        zone.assertCounts(row(flow.get("rows"), "agreement", "FRAMEWORK", "key", false), project);
        assertCounted(1, "100", flow.get("total"));
        assertCounted(1, "100", stock("2023-04-30", "agreement", "FRAMEWORK"));
        assertCounted(0, "0", stock("2023-05-01", "agreement", "FRAMEWORK"));
        assertCounted(1, "250", stock("2023-05-01", "agreement", "FORMAL"));
    }

    @Test
    void aCorrectionDatedOnTheEntryDayCorrectsTheFlow() {
        var project = zone.worth("100");
        zone.sign(project, "2023-03-01", "FRAMEWORK");
        var before = zone.flows("2023-Q1", "stage", "SIGNED", "by", "agreement");

        zone.amend(project, "2023-03-01", "agreement", "FORMAL", "investment", cny("120.5"));

        var after = zone.flows("2023-Q1", "stage", "SIGNED", "by", "agreement").body();
        assertEquals(List.of("FORMAL"), values(after.get("rows"), "agreement"));
        assertCounted(1, "120.5", after.get("total"));
        zone.assertCounts(after.get("total"), project);
        zone.assertCounts(before.at("/total"), project);
        assertCounted(1, "100", before.at("/total"));
        assertCounted(1, "100", stock("2023-02-28"));
    }

    @Test
    void signedAndBrokenGroundOnOneDayCountsInBothFlows() {
        var project = zone.worth("100");
        zone.move(project, "GROUNDBREAKING", "2023-03-01", "agreement", "FORMAL");

        var flow = zone.flows("2023-03", "by", "stage").body();

        zone.assertCounts(row(flow.get("rows"), "stage", "SIGNED"), project);
        zone.assertCounts(row(flow.get("rows"), "stage", "GROUNDBREAKING"), project);
        zone.assertCounts(row(flow.get("rows"), "stage", "UNDER_NEGOTIATION"));
        zone.assertCounts(flow.get("total"), project, project);
        assertCounted(0, "0", stock("2023-03-01", "stage", "SIGNED"));
        assertCounted(1, "100", stock("2023-03-01", "stage", "GROUNDBREAKING"));
        assertCounted(1, "100", stock("2023-02-28", "stage", "UNDER_NEGOTIATION"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "WITHDRAWN"})
    void whatIsSuspendedOrWithdrawnLeavesTheStockThatDayAndStaysInPastFigures(String status) {
        var project = zone.worth("100");
        zone.sign(project, "2023-03-01", "FORMAL");

        zone.turn(project, status, "2023-03-15");

        assertCounted(1, "100", stock("2023-03-14", "stage", "SIGNED"));
        assertCounted(0, "0", stock("2023-03-15"));
        assertCounted(1, "100", stock("2023-03-15", "status", status));
        zone.assertCounts(zone.flows("2023-03", "stage", "SIGNED").at("/total"), project);
        zone.assertCounts(zone.totals("asOf", "2023-03-14").at("/total"), project);
    }

    @Test
    void aResumedProjectIsBackFromThatDayOn() {
        var project = zone.register();
        zone.turn(project, "SUSPENDED", "2023-02-01");

        zone.turn(project, "ACTIVE", "2023-03-01");

        assertCounted(1, "0", stock("2023-01-31"));
        assertCounted(0, "0", stock("2023-02-28"));
        assertCounted(1, "0", stock("2023-03-01"));
    }

    @Test
    void anAmountHoldsFromItsDayOnAndNotBefore() {
        var project = zone.worth("100");

        zone.amend(project, "2023-06-01", "investment", cny("150.01"));

        assertCounted(1, "100", stock("2023-05-31"));
        assertCounted(1, "150.01", stock("2023-06-01"));
        assertCounted(0, "0", stock("2023-01-04"));
        assertCounted(1, "100", stock("2023-01-05"));
        assertCounted(1, "100", zone.flows("2023").at("/total"));
    }

    @Test
    void aReversedMoveIsInNoFlowFromThenOnAndInThoseKnownBefore() {
        var project = zone.worth("100");
        zone.sign(project, "2023-03-01", "FORMAL");
        var before = zone.flows("2023", "stage", "SIGNED");
        var address = OwnZone.PROJECTS + "/" + project;

        var move = client.get(address).at("/moves/0/id").asLong();
        client.delete(address + "/moves/" + move + "?reason=mistake").expecting(200);

        zone.assertCounts(zone.flows("2023", "stage", "SIGNED").at("/total"));
        assertCounted(1, "100", stock("2023-03-01", "stage", "UNDER_NEGOTIATION"));
        zone.assertCounts(before.at("/total"), project);
    }

    @Test
    void figuresDoNotSearchTodaysNames() {
        assertEquals(400, client.get("/api/v1/totals?q=x").status());
        assertEquals(400, client.get("/api/v1/flows?period=2023&q=x").status());
    }

    @Test
    void aFigureStatesItsFilterAndBothClocks() {
        var flow = zone.flows("2023-H1", "stage", "SIGNED", "minInvestment", "1000000000")
                .body();

        assertEquals("SIGNED", flow.at("/filter/stage/0").asText());
        assertEquals("1000000000", flow.at("/filter/minInvestment/0").asText());
        assertEquals("CNY", flow.get("currency").asText());
        var link = flow.at("/total/projects").asText();
        assertTrue(link.contains("knownAt=" + flow.get("knownAt").asText()), link);
        assertTrue(link.contains("asOf=" + flow.get("asOf").asText()), link);
        assertTrue(link.contains("entered=SIGNED&"), link);
    }

    private JsonNode stock(String asOf, Object... parameters) {
        var all = new ArrayList<Object>(List.of("asOf", asOf));
        all.addAll(List.of(parameters));
        var total = zone.totals(all.toArray()).at("/total");
        assertEquals(
                total.get("count").asInt(),
                client.follow(total.get("projects").asText(), 2).count());
        return total;
    }

    private String again(Client.Answer figure, Object... parameters) {
        var all = new ArrayList<Object>(List.of(parameters));
        all.addAll(List.of(
                "asOf",
                figure.at("/asOf").asText(),
                "knownAt",
                figure.at("/knownAt").asText()));
        return zone.totals(all.toArray()).text();
    }

    private static Map<String, Object> tiers(List<String> codes, List<String> lower) {
        var items = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < codes.size(); i++) {
            items.add(Map.of(
                    "code", codes.get(i), "name", Map.of("en", codes.get(i)), "lower", new BigDecimal(lower.get(i))));
        }
        return Map.of("items", items);
    }

    private static Map<String, Object> restored(JsonNode items) {
        var tiers = new ArrayList<Map<String, Object>>();
        items.forEach(tier ->
                tiers.add(Map.of("code", tier.get("code"), "name", tier.get("name"), "lower", tier.get("lower"))));
        return Map.of("items", tiers);
    }
}
