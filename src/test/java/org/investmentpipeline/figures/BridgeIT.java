package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.OwnZone.assertCounted;
import static org.investmentpipeline.figures.OwnZone.cny;
import static org.investmentpipeline.figures.OwnZone.row;
import static org.investmentpipeline.support.Given.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.investmentpipeline.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bridges from one stock to another: what came, what went, why, and what was merely worth more. */
@QuarkusTest
class BridgeIT {
    private final Clock clock;
    private OwnZone zone;

    BridgeIT(Clock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void aZone() {
        zone = new OwnZone();
    }

    @Test
    void whatStandsThroughoutOpensAndCloses() {
        var project = zone.worth("100");

        var bridge = bridge("2023-03", "by", "stage");

        var row = row(bridge.get("rows"), "stage", "UNDER_NEGOTIATION");
        zone.assertCounts(row.get("opening"), project);
        zone.assertCounts(row.get("closing"), project);
        assertCauses(row, Map.of(), Map.of());
        assertEquals(4, bridge.get("rows").size());
    }

    @Test
    void anEntryOnAStatedDayIsRegisteredOneWithoutIsTakenOver() {
        var today = LocalDate.now(clock).toString();
        var project = zone.worth("100", "stage", "SIGNED", "agreement", "FORMAL");

        var begun = bridge("2023-01", "by", "stage");
        var taken = bridge(today + ".." + today, "by", "stage");

        assertCauses(row(begun.get("rows"), "stage", "UNDER_NEGOTIATION"), Map.of("registered", 1), Map.of());
        assertCauses(row(taken.get("rows"), "stage", "UNDER_NEGOTIATION"), Map.of(), Map.of("takenOver", 1));
        assertCauses(row(taken.get("rows"), "stage", "SIGNED"), Map.of("takenOver", 1), Map.of());
        zone.assertCounts(row(taken.get("rows"), "stage", "SIGNED").get("closing"), project);
        assertCounted(0, "0", zone.flows(today + ".." + today).at("/total"));
    }

    @Test
    void aLifeThatBeginsWithAnOpeningBalanceIsTakenOver() {
        var today = LocalDate.now(clock).toString();
        zone.worth("5", "stage", "GROUNDBREAKING", "agreement", "FORMAL", "stages", Map.of());

        var bridge = bridge(today + ".." + today);

        assertCauses(bridge.get("total"), Map.of("takenOver", 1), Map.of());
        assertCounted(0, "0", bridge.at("/total/opening"));
    }

    @Test
    void severalStagesOfOneDayAreEnteredAndLeft() {
        var project = zone.worth("100");
        zone.move(project, "GROUNDBREAKING", "2023-03-01", "agreement", "FORMAL");

        var rows = bridge("2023-03").get("rows");

        assertCauses(row(rows, "stage", "UNDER_NEGOTIATION"), Map.of(), Map.of("moved", 1));
        assertCauses(row(rows, "stage", "SIGNED"), Map.of("moved", 1), Map.of("moved", 1));
        assertCauses(row(rows, "stage", "GROUNDBREAKING"), Map.of("moved", 1), Map.of());
        assertCounted(0, "0", row(rows, "stage", "SIGNED").get("opening"));
        assertCounted(0, "0", row(rows, "stage", "SIGNED").get("closing"));
    }

    @Test
    void signedAndWithdrawnOnOneDayStillCountsAsSignedAndIsSeenToLeave() {
        var project = zone.worth("100");
        zone.sign(project, "2023-03-01", "FORMAL");
        zone.turn(project, "WITHDRAWN", "2023-03-01");

        var signed = row(bridge("2023-03-01..2023-03-01").get("rows"), "stage", "SIGNED");

        assertCauses(signed, Map.of("moved", 1), Map.of("withdrawn", 1));
        assertCounted(1, "100", signed.get("left"));
        zone.assertCounts(zone.flows("2023-03", "stage", "SIGNED").at("/total"), project);
    }

    @Test
    void whatIsSuspendedAndResumedLeavesAndEnters() {
        var project = zone.worth("100");
        zone.turn(project, "SUSPENDED", "2023-03-05");
        zone.turn(project, "ACTIVE", "2023-03-31");

        assertCauses(bridge("2023-03").get("total"), Map.of("resumed", 1), Map.of("suspended", 1));
        assertCauses(bridge("2023-03-X1").get("total"), Map.of(), Map.of("suspended", 1));
        assertCauses(bridge("2023-03-X3").get("total"), Map.of("resumed", 1), Map.of());
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
        var one = Given.sector();
        var other = Given.sector();
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
        var top = Given.department();
        var below = Given.departmentBelow(top);
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

    @ParameterizedTest(name = "until {0}")
    @CsvSource({
        "2023-03-20, 1, 1, 1",
        "2023-03-09, 1, 0, 1",
        "2023-02-28, 1, 0, 1",
        "2023-01-10, 1, 0, 1",
        "2023-01-01, 0, 0, 0"
    })
    void theDayOfTheAnswerCutsABridgeWhichClosesEvenBeforeItsPeriod(String asOf, int opening, int moved, int closing) {
        var project = zone.worth("100");
        zone.sign(project, "2023-03-10", "FORMAL");

        var bridge = bridge("2023-03", "asOf", asOf);

        var total = bridge.get("total");
        assertEquals(opening, total.at("/opening/count").asInt());
        assertCauses(
                total, moved == 0 ? Map.of() : Map.of("moved", moved), moved == 0 ? Map.of() : Map.of("moved", moved));
        assertEquals(closing, total.at("/closing/count").asInt());
        zone.assertCounts(total.get("closing"), closing == 0 ? new Long[0] : new Long[] {project});
        zone.assertCounts(total.get("opening"), opening == 0 ? new Long[0] : new Long[] {project});
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

    /** A bridge of which every row and the total close. */
    private JsonNode bridge(String period, Object... parameters) {
        var bridge = zone.bridge(period, parameters).body();
        bridge.get("rows").forEach(BridgeIT::assertCloses);
        assertCloses(bridge.get("total"));
        return bridge;
    }

    private static void assertCloses(JsonNode spans) {
        for (var property : List.of("count", "investment")) {
            var sum = number(spans, "opening", property)
                    .add(number(spans, "entered", property))
                    .subtract(number(spans, "left", property))
                    .add(number(spans, "revalued", property));
            assertEquals(0, sum.compareTo(number(spans, "closing", property)), spans::toString);
        }
    }

    private static BigDecimal number(JsonNode spans, String span, String property) {
        return spans.at("/" + span + "/" + property).decimalValue();
    }

    private static void assertRevalued(String investment, int changes, JsonNode spans) {
        assertCounted(0, investment, spans.get("revalued"));
        assertEquals(changes, spans.at("/revalued/changes").asInt());
    }

    private static void assertCauses(JsonNode spans, Map<String, Integer> entered, Map<String, Integer> left) {
        assertEquals(entered, causes(spans.at("/causes/entered")), spans::toString);
        assertEquals(left, causes(spans.at("/causes/left")), spans::toString);
    }

    private static Map<String, Integer> causes(JsonNode items) {
        var causes = new TreeMap<String, Integer>();
        items.forEach(
                item -> causes.put(item.get("cause").asText(), item.get("count").asInt()));
        return causes;
    }
}
