package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.OwnZone.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many days lie between two stages, of those that reached the later one in a period. */
@QuarkusTest
@Tag("portable")
class LeadTimeIT {
    private static final LocalDate SIGNED = LocalDate.of(2023, 1, 10);

    private final Client client = new Client();
    private OwnZone zone;

    @BeforeEach
    void aZone() {
        zone = new OwnZone();
    }

    @ParameterizedTest(name = "days {0}: median {1}, 90th percentile {2}")
    @CsvSource({
        "0, 0, 0",
        "7, 7, 7",
        "1 2, 1.5, 2",
        "9 1 5, 5, 9",
        "4 4 4 4, 4, 4",
        "0 0 1 100, 0.5, 100",
        "10 9 8 7 6 5 4 3 2 1, 5.5, 9",
        "11 10 9 8 7 6 5 4 3 2 1, 6, 10",
        "1 1 1 1 1 1 1 1 1 300, 1, 1"
    })
    void theMedianIsInTheMiddleAndThePercentileTheNearestRank(String days, String median, int percentile90) {
        var all = Arrays.stream(days.split(" ")).map(Integer::parseInt).toList();
        zone.registerAll(all.stream()
                .map(each -> Map.of(
                        "SIGNED",
                        SIGNED.toString(),
                        "GROUNDBREAKING",
                        SIGNED.plusDays(each).toString()))
                .toList());

        assertDays(all.size(), median, percentile90, 0, leadTimes().get("total"));
    }

    @Test
    void whatHasNoStatedDayAtTheOtherEndIsExcludedAndCounted() {
        zone.registerAll(List.of(
                Map.of("UNDER_NEGOTIATION", "2023-01-01", "GROUNDBREAKING", "2023-03-01"),
                Map.of("SIGNED", "2023-01-10", "GROUNDBREAKING", "2023-01-12")));

        var figure = leadTimes();

        assertDays(1, "2", 2, 1, figure.get("total"));
        var listed = client.follow(figure.at("/total/projects").asText(), 2);
        assertEquals(1, listed.count());
        assertEquals(
                2,
                zone.flows("2023", "stage", "GROUNDBREAKING").at("/total/count").asInt());
    }

    @Test
    void suspendedDaysCount() {
        var project = zone.worth("1");
        zone.sign(project, "2023-01-10", "FORMAL");
        zone.turn(project, "SUSPENDED", "2023-01-15");
        zone.turn(project, "ACTIVE", "2023-02-15");
        zone.move(project, "GROUNDBREAKING", "2023-02-20");

        assertDays(1, "41", 41, 0, leadTimes().get("total"));
    }

    @Test
    void onlyThoseThatReachedTheStageInThePeriodCount() {
        var early = stages("2022-12-01", "2022-12-31");
        var first = stages("2022-12-01", "2023-01-01");
        var last = stages("2023-12-30", "2023-12-31");
        zone.move(first, "COMPLETED", "2023-02-01");

        var year = leadTimes().get("total");

        assertDays(2, "16", 31, 0, year);
        assertListed(year, first, last);
        assertDays(1, "31", 31, 0, leadTimes("asOf", "2023-12-30").get("total"));
        var before = zone.figure(
                "lead-times", "from", "SIGNED", "to", "GROUNDBREAKING", "period", "2022", "asOf", "2022-12-31");
        assertListed(before.at("/total"), early);
        var completed = zone.figure("lead-times", "from", "UNDER_NEGOTIATION", "to", "COMPLETED", "period", "2023");
        assertDays(1, "92", 92, 0, completed.at("/total"));
    }

    @Test
    void nothingHasNoMedian() {
        var total = leadTimes().get("total");

        assertEquals(0, total.get("count").asInt());
        assertTrue(total.get("median").isNull());
        assertTrue(total.get("percentile90").isNull());
    }

    @Test
    void rowsAreOfTheDayOnWhichTheLaterStageWasEntered() {
        var one = Fixtures.sector();
        var other = Fixtures.sector();
        var project = zone.worth("1", "sector", one);
        zone.sign(project, "2023-01-10", "FORMAL");
        zone.amend(project, "2023-01-15", "sector", other);
        zone.move(project, "GROUNDBREAKING", "2023-01-20");

        var figure = leadTimes("by", "sector");

        assertEquals(1, figure.get("rows").size());
        var row = row(figure.get("rows"), "sector", other);
        assertDays(1, "10", 10, 0, row);
        assertListed(row, project);
        assertEquals("SIGNED", figure.get("fromStage").asText());
        assertEquals("GROUNDBREAKING", figure.get("toStage").asText());
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource({"2023-02-19, 0", "2023-02-20, 1"})
    void aListDoesNotLookBeyondTheDayOfTheAnswerForAnotherStage(String asOf, int count) {
        stages("2023-01-10", "2023-02-20");

        var listed = client.follow(
                zone.address(
                        "projects",
                        "entered",
                        "SIGNED",
                        "period",
                        "2023",
                        "alsoEntered",
                        "GROUNDBREAKING",
                        "asOf",
                        asOf),
                2);

        assertEquals(count, listed.count());
    }

    @Test
    void aReversedEntryIsNoEndAnyMore() {
        var project = stages("2023-01-10", "2023-01-20");
        var address = OwnZone.PROJECTS + "/" + project;
        var move = client.get(address).at("/moves/1/id").asLong();

        client.delete(address + "/moves/" + move + "?reason=mistake").expecting(200);

        assertEquals(0, leadTimes().at("/total/count").asInt());
        assertEquals(0, leadTimes().at("/total/excluded").asInt());
    }

    /** A project under negotiation since 2022-11-01. */
    private long stages(String signed, String begun) {
        var project = zone.since("2022-11-01", "1");
        zone.sign(project, signed, "FORMAL");
        zone.move(project, "GROUNDBREAKING", begun);
        return project;
    }

    private JsonNode leadTimes(Object... parameters) {
        var all = new ArrayList<Object>(List.of("from", "SIGNED", "to", "GROUNDBREAKING", "period", "2023"));
        all.addAll(List.of(parameters));
        return zone.figure("lead-times", all.toArray()).body();
    }

    private void assertListed(JsonNode days, Long... projects) {
        var listed = client.follow(days.get("projects").asText(), 2);
        assertEquals(Arrays.stream(projects).map(String::valueOf).sorted().toList(), listed.all("id"), days::toString);
    }

    private static void assertDays(int count, String median, long percentile90, int excluded, JsonNode days) {
        assertEquals(count, days.get("count").asInt(), days::toString);
        assertEquals(0, new BigDecimal(median).compareTo(days.get("median").decimalValue()), days::toString);
        assertEquals(percentile90, days.get("percentile90").asLong(), days::toString);
        assertEquals(excluded, days.get("excluded").asInt(), days::toString);
    }
}
