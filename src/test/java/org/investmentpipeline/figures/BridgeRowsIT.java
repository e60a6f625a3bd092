package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Bridged.assertCauses;
import static org.investmentpipeline.figures.Bridged.assertRevalued;
import static org.investmentpipeline.figures.OwnZone.assertCounted;
import static org.investmentpipeline.figures.OwnZone.cny;
import static org.investmentpipeline.figures.OwnZone.row;
import static org.investmentpipeline.support.Fixtures.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bridges by rows and filters: who moves from one to another leaves and enters, who stays is merely revalued. */
@QuarkusTest
class BridgeRowsIT {
    private OwnZone zone;

    @BeforeEach
    void aZone() {
        zone = new OwnZone();
    }

    @Test
    void aFilterOrARowOfStatusShowsWhereTheyWent() {
        var project = zone.worth("100");
        zone.turn(project, "SUSPENDED", "2023-03-05");

        var suspended = bridge("2023-03", "status", "SUSPENDED");
        var rows =
                bridge("2023-03", "by", "status", "stage", "UNDER_NEGOTIATION").get("rows");

        assertCauses(suspended.get("total"), Map.of("suspended", 1), Map.of());
        zone.assertCounts(suspended.at("/total/closing"), project);
        assertCauses(row(rows, "status", "ACTIVE"), Map.of(), Map.of("suspended", 1));
        assertCauses(row(rows, "status", "SUSPENDED"), Map.of("suspended", 1), Map.of());
    }

    @Test
    void anotherSectorReclassifies() {
        var one = Fixtures.sector();
        var other = Fixtures.sector();
        var project = zone.worth("100", "sector", one);
        zone.amend(project, "2023-03-10", "sector", other, "investment", cny("150"));

        var rows =
                bridge("2023-03", "by", "sector", "stage", "UNDER_NEGOTIATION").get("rows");

        assertCauses(row(rows, "sector", one), Map.of(), Map.of("reclassified", 1));
        assertCauses(row(rows, "sector", other), Map.of("reclassified", 1), Map.of());
        assertCounted(1, "100", row(rows, "sector", one).get("left"));
        assertCounted(1, "150", row(rows, "sector", other).get("entered"));
        assertCauses(bridge("2023-03", "sector", one).get("total"), Map.of(), Map.of("reclassified", 1));
    }

    @Test
    void acrossASizeEdgeIsReclassifiedWithinOneRowRevalued() {
        var project = zone.worth("99999999.99");
        zone.amend(project, "2023-03-10", "investment", cny("100000000"));

        var bySize =
                bridge("2023-03", "by", "size", "stage", "UNDER_NEGOTIATION").get("rows");
        var whole = bridge("2023-03").get("total");

        assertCauses(row(bySize, "size", "under-100m"), Map.of(), Map.of("reclassified", 1));
        assertCauses(row(bySize, "size", "100m-500m"), Map.of("reclassified", 1), Map.of());
        assertCauses(bridge("2023-03", "minInvestment", "100000000").get("total"), Map.of("reclassified", 1), Map.of());
        assertCauses(whole, Map.of(), Map.of());
        assertRevalued("0.01", 1, whole);
    }

    @Test
    void aDepartmentHasWhatIsBelowItUnlessARowOfItsOwn() {
        var top = Fixtures.department();
        var below = Fixtures.departmentBelow(top);
        var project = zone.worth("100", "department", below);
        zone.amend(project, "2023-03-10", "department", top);

        assertCauses(bridge("2023-03", "department", top).get("total"), Map.of(), Map.of());
        assertCauses(bridge("2023-03", "department", below).get("total"), Map.of(), Map.of("reclassified", 1));
        var rows = bridge("2023-03", "department", top, "by", "department", "stage", "UNDER_NEGOTIATION")
                .get("rows");
        assertCauses(row(rows, "department", below), Map.of(), Map.of("reclassified", 1));
        assertCauses(row(rows, "department", top), Map.of("reclassified", 1), Map.of());
        zone.assertCounts(row(rows, "department", below).get("opening"), project);
        zone.assertCounts(row(rows, "department", top).get("opening"));
    }

    @Test
    void foreignMoneyIsRevaluedByWhatIsStatedAndNotByItsRate() {
        Map.of("2022-12-01", "0.05", "2023-03-01", "0.04")
                .forEach((on, rate) -> json(Map.of("currency", "VUV", "on", on, "rate", new BigDecimal(rate)))
                        .post("/api/v1/exchange-rates"));
        var project = zone.register("investment", Map.of("amount", 1000, "currency", "VUV"));
        zone.amend(project, "2023-03-10", "investment", Map.of("amount", 1000, "currency", "VUV"));
        assertRevalued("0", 0, bridge("2023-03").get("total"));

        zone.amend(project, "2023-03-15", "investment", Map.of("amount", 500, "currency", "VUV"));
        zone.amend(project, "2023-03-20", "investment", Map.of("amount", 2000, "currency", "VUV"));

        assertRevalued("30", 2, bridge("2023-03").get("total"));
        assertRevalued("-30", 1, bridge("2023-03-11..2023-03-19").get("total"));
    }

    @Test
    void theStageComesBesideTheThreeDimensionsThatAreAsked() {
        zone.worth("100", "origin", "LOCAL", "key", true, "leader", "王小明");

        var bridge = bridge("2023-01", "by", "origin,key,leader");

        assertEquals(List.of("stage", "origin", "key", "leader"), values(bridge.get("by")));
        var row = row(bridge.get("rows"), "origin", "LOCAL", "stage", "UNDER_NEGOTIATION");
        assertCauses(row, Map.of("registered", 1), Map.of());
    }

    private static List<String> values(JsonNode words) {
        return List.of(words.toString().replaceAll("[\\[\\]\"]", "").split(","));
    }

    private JsonNode bridge(String period, Object... parameters) {
        return Bridged.bridge(zone, period, parameters);
    }
}
