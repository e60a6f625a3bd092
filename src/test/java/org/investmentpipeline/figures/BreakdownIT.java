package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.OwnZone.assertCounted;
import static org.investmentpipeline.figures.OwnZone.row;
import static org.investmentpipeline.figures.OwnZone.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures broken down: which rows there are, what each counts, and that its link lists just that. */
@QuarkusTest
@Tag("portable")
class BreakdownIT {
    private static final List<String> STAGES = List.of("UNDER_NEGOTIATION", "SIGNED", "GROUNDBREAKING", "COMPLETED");
    private static final List<String> SIZES =
            List.of("under-100m", "100m-500m", "500m-1b", "1b-5b", "5b-10b", "10b-up");

    private OwnZone zone;

    @BeforeEach
    void aZone() {
        zone = new OwnZone();
    }

    @Test
    void aFigureIsBrokenDownByThreeDimensions() {
        var sector = Fixtures.sector();
        var one = zone.worth("1000000000", "sector", sector, "origin", "FOREIGN");
        var other = zone.worth("5", "sector", sector, "origin", "LOCAL");
        var third = zone.worth("7", "sector", sector, "origin", "LOCAL", "key", true);

        var figure = zone.totals("by", "sector,origin,key").body();

        assertEquals(3, figure.get("rows").size());
        zone.assertCounts(row(figure.get("rows"), "sector", sector, "origin", "FOREIGN", "key", false), one);
        zone.assertCounts(row(figure.get("rows"), "sector", sector, "origin", "LOCAL", "key", false), other);
        zone.assertCounts(row(figure.get("rows"), "sector", sector, "origin", "LOCAL", "key", true), third);
        zone.assertCounts(figure.get("total"), one, other, third);
        assertTrue(row(figure.get("rows"), "key", true).get("key").isBoolean());
        assertFalse(figure.has("atLeast"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage,size,sector,zone", "stage,stage", "officer", "investor", "colour", "stage,"})
    void moreThanThreeOrUnknownDimensionsAreRefused(String by) {
        var refused = new Client()
                .get(Client.address("/api/v1/totals", Map.of("by", by)))
                .expecting(400);

        assertEquals("by", refused.at("/violations/0/field").asText());
    }

    @Test
    void aTableByStageAndSizeHasNoHoles() {
        var project = zone.worth("600000000");

        var figure = zone.totals("by", "stage,size").body();

        assertEquals(STAGES.size() * SIZES.size(), figure.get("rows").size());
        assertEquals(SIZES, values(figure.get("rows"), "size").subList(0, 6));
        zone.assertCounts(row(figure.get("rows"), "stage", "UNDER_NEGOTIATION", "size", "500m-1b"), project);
        zone.assertCounts(row(figure.get("rows"), "stage", "COMPLETED", "size", "10b-up"));
    }

    @Test
    void anEmptyZoneHasRowsOfZeroToo() {
        var figure = zone.flows("2023", "by", "stage").body();

        assertEquals(STAGES, values(figure.get("rows"), "stage"));
        figure.get("rows").forEach(row -> zone.assertCounts(row));
        assertCounted(0, "0", figure.get("total"));
    }

    @Test
    void aFilterLeavesOnlyItsRows() {
        var figure = zone.totals("by", "stage,size", "stage", "SIGNED", "size", "1b-5b")
                .body();

        assertEquals(1, figure.get("rows").size());
        zone.assertCounts(row(figure.get("rows"), "stage", "SIGNED", "size", "1b-5b"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, under-100m", "99999999.99, under-100m", "100000000, 100m-500m", "499999999.99, 100m-500m",
        "500000000, 500m-1b", "999999999.99, 500m-1b", "1000000000, 1b-5b", "4999999999.99, 1b-5b",
        "5000000000, 5b-10b", "9999999999.99, 5b-10b", "10000000000, 10b-up", "9999999999999.99, 10b-up"
    })
    void aTierHoldsItsLowerEdgeAndNotItsUpper(String amount, String size) {
        var project = zone.worth(amount);

        var figure = zone.totals("by", "size").body();

        assertEquals(SIZES, values(figure.get("rows"), "size"));
        assertCounted(1, amount, row(figure.get("rows"), "size", size));
        zone.assertCounts(row(figure.get("rows"), "size", size), project);
        for (var place = 0; place < SIZES.size(); place++) {
            var atLeast = row(figure.get("atLeast"), "size", SIZES.get(place));
            assertEquals(
                    place <= SIZES.indexOf(size) ? 1 : 0, atLeast.get("count").asInt(), atLeast::toString);
        }
    }

    @Test
    void atLeastCountsFromEachLowerEdgeUpAndListsJustThat() {
        var below = zone.worth("999999999.99");
        var on = zone.worth("1000000000");
        var above = zone.worth("20000000000");
        zone.register();

        var figure = zone.totals("by", "size").body();

        zone.assertCounts(row(figure.get("atLeast"), "size", "500m-1b"), below, on, above);
        zone.assertCounts(row(figure.get("atLeast"), "size", "1b-5b"), on, above);
        zone.assertCounts(row(figure.get("atLeast"), "size", "5b-10b"), above);
        assertEquals(SIZES, values(figure.get("atLeast"), "size"));
    }

    @Test
    void atLeastKeepsTheFilterAndTheLargerLowerBound() {
        zone.worth("1100000000");
        var inside = zone.worth("1200000000");
        var larger = zone.worth("6000000000");
        zone.worth("6000000001");

        var figure = zone.totals("by", "stage,size", "minInvestment", "1200000000", "maxInvestment", "6000000000")
                .body();

        var negotiated = figure.get("atLeast");
        zone.assertCounts(row(negotiated, "stage", "UNDER_NEGOTIATION", "size", "under-100m"), inside, larger);
        zone.assertCounts(row(negotiated, "stage", "UNDER_NEGOTIATION", "size", "1b-5b"), inside, larger);
        zone.assertCounts(row(negotiated, "stage", "UNDER_NEGOTIATION", "size", "5b-10b"), larger);
    }

    @Test
    void atLeastOfSizesThatAreFilteredListsJustThose() {
        zone.worth("5");
        var inside = zone.worth("1000000000");
        zone.worth("7000000000");
        var largest = zone.worth("20000000000");

        var figure = zone.flows("2023", "by", "size", "size", List.of("1b-5b", "10b-up"))
                .body();

        assertEquals(List.of("1b-5b", "10b-up"), values(figure.get("rows"), "size"));
        zone.assertCounts(row(figure.get("atLeast"), "size", "1b-5b"), inside, largest);
        zone.assertCounts(row(figure.get("atLeast"), "size", "10b-up"), largest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sector", "department", "origin", "agreement", "leader", "size"})
    void whatHasNoValueStandsUnderUnknownAndAddsUp(String dimension) {
        var project = zone.register();

        var figure = zone.totals("by", dimension).body();
        var filtered = zone.totals(dimension, "unknown").body();

        zone.assertCounts(row(figure.get("rows"), dimension, "unknown"), project);
        zone.assertCounts(figure.get("total"), project);
        zone.assertCounts(filtered.get("total"), project);
    }

    @Test
    void projectsWithoutAnInvestmentAreInNoSumFromAnEdgeUp() {
        zone.register();
        var nothing = zone.worth("0");

        var figure = zone.totals("by", "size").body();

        assertEquals(7, figure.get("rows").size());
        zone.assertCounts(row(figure.get("atLeast"), "size", "under-100m"), nothing);
        assertEquals(SIZES, values(figure.get("atLeast"), "size"));
    }

    @Test
    void aDepartmentIsFilteredWithThoseBelowItAndRowsAreOfItsOwn() {
        var above = Fixtures.department();
        var below = Fixtures.departmentBelow(above);
        var own = zone.register("department", above);
        var lower = zone.register("department", below);
        zone.register("department", Fixtures.department());

        var figure = zone.totals("by", "department", "department", above).body();

        assertEquals(2, figure.get("rows").size());
        zone.assertCounts(row(figure.get("rows"), "department", above), own);
        zone.assertCounts(row(figure.get("rows"), "department", below), lower);
        zone.assertCounts(figure.get("total"), own, lower);
        var link = row(figure.get("rows"), "department", above).get("projects").asText();
        assertTrue(link.contains("ownDepartment=" + above), link);
    }

    @Test
    void aSectorIsFilteredWithThoseBelowItAndRowsAreOfItsOwn() {
        var industry = Fixtures.sector();
        var below = Fixtures.sectorBelow(industry);
        var lowest = Fixtures.sectorBelow(below);
        var own = zone.register("sector", industry);
        var lower = zone.register("sector", below);
        var deepest = zone.register("sector", lowest);
        zone.register("sector", Fixtures.sector());
        zone.register();

        var figure = zone.totals("by", "sector", "sector", industry).body();

        assertEquals(3, figure.get("rows").size());
        zone.assertCounts(row(figure.get("rows"), "sector", industry), own);
        zone.assertCounts(row(figure.get("rows"), "sector", below), lower);
        zone.assertCounts(figure.get("total"), own, lower, deepest);
        zone.assertCounts(zone.totals("sector", below).body().get("total"), lower, deepest);
        zone.assertCounts(zone.totals("ownSector", below).body().get("total"), lower);
        zone.assertCounts(zone.flows("2023", "sector", industry).body().get("total"), own, lower, deepest);
        var link = row(figure.get("rows"), "sector", industry).get("projects").asText();
        assertTrue(link.contains("ownSector=" + industry), link);
    }

    @Test
    void aStockCountsActiveProjectsUnlessStatusIsAsked() {
        var active = zone.register();
        var suspended = zone.register();
        zone.turn(suspended, "SUSPENDED", "2023-02-01");

        var total = zone.totals().body().get("total");

        zone.assertCounts(total, active);
        assertTrue(total.get("projects").asText().contains("status=ACTIVE"), total::toString);
        zone.assertCounts(zone.totals("status", "SUSPENDED").body().get("total"), suspended);
        var byStatus = zone.totals("by", "status").body();
        zone.assertCounts(row(byStatus.get("rows"), "status", "SUSPENDED"), suspended);
        zone.assertCounts(row(byStatus.get("rows"), "status", "ACTIVE"), active);
        zone.assertCounts(byStatus.get("total"), active, suspended);
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "李 & 张", "a=b", "1+1", "100%", "%26", "#?/", "o'Brien \"x\"", "，；"})
    void aLeaderIsLinkedWhateverTheNameHolds(String leader) {
        var project = zone.register("leader", leader);
        zone.register("leader", "另一人");

        var figure = zone.totals("by", "leader").body();

        assertEquals(2, figure.get("rows").size());
        zone.assertCounts(row(figure.get("rows"), "leader", leader), project);
    }
}
