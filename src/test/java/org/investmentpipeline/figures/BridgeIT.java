package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Bridged.assertCauses;
import static org.investmentpipeline.figures.OwnZone.assertCounted;
import static org.investmentpipeline.figures.OwnZone.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bridges from one stock to another: what came, what went, why, and what was merely worth more. */
@QuarkusTest
@Tag("portable")
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
    void whatHasNoZoneAnyMoreIsSeenToLeave() {
        var project = zone.worth("100");
        zone.amend(project, "2023-03-05", "zone", null);

        assertCauses(bridge("2023-03").get("total"), Map.of(), Map.of("reclassified", 1));
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

    private JsonNode bridge(String period, Object... parameters) {
        return Bridged.bridge(zone, period, parameters);
    }
}
