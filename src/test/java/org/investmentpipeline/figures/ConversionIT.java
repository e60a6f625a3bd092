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
import org.investmentpipeline.support.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of what was signed: of how many, of how much, and on which day. */
@QuarkusTest
@Tag("portable")
class ConversionIT {
    private OwnZone zone;

    @BeforeEach
    void aZone() {
        zone = new OwnZone();
    }

    @ParameterizedTest(name = "{1} of {0} projects signed had started: {2} %")
    @CsvSource({"46, 43, 93.5", "52, 39, 75.0", "3, 1, 33.3", "8, 1, 12.5", "1, 0, 0.0"})
    void theShareThatStartedIsThePublishedOne(int signed, int started, String percent) {
        var projects = new ArrayList<Map<String, String>>();
        for (var i = 0; i < signed; i++) {
            projects.add(
                    i < started
                            ? Map.of("SIGNED", "2022-07-01", "GROUNDBREAKING", "2022-12-31")
                            : Map.of("SIGNED", "2022-09-30"));
        }
        projects.add(Map.of("SIGNED", "2022-06-30"));
        projects.add(Map.of("SIGNED", "2022-10-01", "GROUNDBREAKING", "2022-10-02"));
        zone.registerAll(projects);

        var conversion = conversion("2022-Q3", "asOf", "2022-12-31");

        assertCounted(signed, String.valueOf(signed), conversion.at("/total/signed"));
        assertGroup(started, percent, percent, conversion.at("/total/started"));
        assertCounted(0, "0", conversion("2022-Q3", "asOf", "2022-12-30").at("/total/started"));
    }

    @Test
    void theGroupsOverlapAndEachListsItsOwn() {
        var signed = signed("100");
        var withdrawn = signed("200");
        zone.turn(withdrawn, "WITHDRAWN", "2023-02-10");
        var begunAndWithdrawn = signed("300");
        zone.move(begunAndWithdrawn, "GROUNDBREAKING", "2023-03-01");
        zone.turn(begunAndWithdrawn, "WITHDRAWN", "2023-04-01");
        var completed = signed("400");
        zone.move(completed, "COMPLETED", "2023-05-01");
        var suspended = signed("0");
        zone.turn(suspended, "SUSPENDED", "2023-05-01");

        var total = conversion("2023").get("total");

        zone.assertCounts(total.get("signed"), signed, withdrawn, begunAndWithdrawn, completed, suspended);
        zone.assertCounts(total.get("started"), begunAndWithdrawn, completed);
        zone.assertCounts(total.get("completed"), completed);
        zone.assertCounts(total.get("withdrawn"), withdrawn, begunAndWithdrawn);
        assertGroup(2, "40.0", "70.0", total.get("started"));
        assertGroup(1, "20.0", "40.0", total.get("completed"));
        assertGroup(2, "40.0", "50.0", total.get("withdrawn"));
    }

    @Test
    void whatWasReopenedIsNotWithdrawnAnyMore() {
        var project = signed("100");
        zone.turn(project, "WITHDRAWN", "2023-03-01");
        zone.turn(project, "ACTIVE", "2023-06-01");

        zone.assertCounts(conversion("2023", "asOf", "2023-02-28").at("/total/withdrawn"));
        zone.assertCounts(conversion("2023", "asOf", "2023-05-31").at("/total/withdrawn"), project);
        zone.assertCounts(conversion("2023", "asOf", "2023-06-01").at("/total/withdrawn"));
    }

    @Test
    void everythingIsValuedAndClassedAsAtSigning() {
        var one = Fixtures.sector();
        var project = signed("100", "sector", one);
        zone.amend(project, "2023-03-01", "investment", cny("900000000"), "sector", Fixtures.sector(), "key", true);
        zone.move(project, "GROUNDBREAKING", "2023-04-01");
        var other = signed("300", "sector", one);

        var conversion = conversion("2023", "by", "sector,size,key");

        assertEquals(
                List.of(one),
                values(conversion.get("rows"), "sector").stream().distinct().toList());
        var row = row(conversion.get("rows"), "sector", one, "size", "under-100m", "key", false);
        zone.assertCounts(row.get("signed"), project, other);
        zone.assertCounts(row.get("started"), project);
        assertGroup(1, "50.0", "25.0", row.get("started"));
        assertGroup(1, "50.0", "25.0", conversion.at("/total/started"));
    }

    @Test
    void theDayOfTheAnswerCutsTheCohortToo() {
        var project = signed("100");
        zone.move(project, "GROUNDBREAKING", "2023-04-01");

        assertCounted(0, "0", conversion("2023", "asOf", "2023-01-31").at("/total/signed"));
        assertCounted(1, "100", conversion("2023", "asOf", "2023-02-01").at("/total/signed"));
        assertCounted(0, "0", conversion("2023", "asOf", "2023-03-31").at("/total/started"));
        assertCounted(1, "100", conversion("2023", "asOf", "2023-04-01").at("/total/started"));
    }

    @Test
    void whatWasTakenOverWasSignedInNoPeriod() {
        zone.worth("100", "stage", "SIGNED", "agreement", "FORMAL");

        assertCounted(0, "0", conversion("2000-01-01..2998-12-31").at("/total/signed"));
    }

    @Test
    void ofNothingThereIsNoShare() {
        signed("0");

        assertGroup(0, null, null, conversion("2022").at("/total/started"));
        assertGroup(0, "0.0", null, conversion("2023").at("/total/started"));
    }

    @Test
    void aConversionIsOfSignedProjectsAndOfNothingElse() {
        var project = signed("100");

        zone.assertCounts(conversion("2023", "stage", "SIGNED").at("/total/signed"), project);
        var refused = new Client().get(zone.address("conversion", "signedIn", "2023", "stage", "COMPLETED"));
        assertEquals(400, refused.status());
        assertEquals("stage", refused.at("/violations/0/field").asText());
    }

    private long signed(String amount, Object... values) {
        var project = zone.worth(amount, values);
        zone.sign(project, "2023-02-01", "FORMAL");
        return project;
    }

    private JsonNode conversion(String signedIn, Object... parameters) {
        var all = new ArrayList<Object>(List.of("signedIn", signedIn));
        all.addAll(List.of(parameters));
        return zone.figure("conversion", all.toArray()).body();
    }

    private static void assertGroup(int number, @Nullable String count, @Nullable String investment, JsonNode group) {
        assertEquals(number, group.get("count").asInt(), group::toString);
        assertNumber(count, group.at("/rate/count"));
        assertNumber(investment, group.at("/rate/investment"));
    }

    private static void assertNumber(@Nullable String expected, JsonNode number) {
        if (expected == null) {
            assertTrue(number.isNull(), number::toString);
        } else {
            assertEquals(0, new BigDecimal(expected).compareTo(number.decimalValue()), number + " for " + expected);
        }
    }
}
