package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows count both ends of their period, in every form a period may take, and nothing after the day of the answer. */
@QuarkusTest
@Tag("portable")
class FlowPeriodIT {
    private final Client client = new Client();
    private OwnZone zone;

    @BeforeEach
    void aZone() {
        zone = new OwnZone();
    }

    @ParameterizedTest
    @CsvSource({"2023-03-01, 0", "2023-03-02, 1", "2023-06-30, 1", "2023-07-01, 1", "2022-01-01, 0"})
    void theDayOfTheAnswerCutsThePeriod(String asOf, int count) {
        var project = zone.worth("100");
        zone.sign(project, "2023-03-02", "FORMAL");

        var flow = zone.flows("2023-H1", "asOf", asOf, "stage", "SIGNED").body();

        assertEquals(asOf, flow.get("asOf").asText());
        assertEquals("2023-06-30", flow.get("to").asText());
        zone.assertCounts(flow.get("total"), count == 0 ? new Long[0] : new Long[] {project});
    }

    @ParameterizedTest
    @CsvSource({
        "2023, 2023-01-01, 2023-12-31",
        "2023-H1, 2023-01-01, 2023-06-30",
        "2023-H2, 2023-07-01, 2023-12-31",
        "2023-Q2, 2023-04-01, 2023-06-30",
        "2024-02, 2024-02-01, 2024-02-29",
        "2023-06-X1, 2023-06-01, 2023-06-10",
        "2023-06-X2, 2023-06-11, 2023-06-20",
        "2023-06-X3, 2023-06-21, 2023-06-30",
        "2024-02-X3, 2024-02-21, 2024-02-29",
        "2023-W01, 2023-01-02, 2023-01-08",
        "2023-W26, 2023-06-26, 2023-07-02",
        "2020-W53, 2020-12-28, 2021-01-03",
        "2023-01-01..2023-01-08, 2023-01-01, 2023-01-08",
        "2024-02-29..2024-02-29, 2024-02-29, 2024-02-29"
    })
    void aPeriodCountsItsFirstDayAndItsLast(String period, String first, String last) {
        var start = LocalDate.parse(first);
        var end = LocalDate.parse(last);
        var inside = new ArrayList<Long>();
        for (var day : List.of(start.minusDays(1), start, end, end.plusDays(1))) {
            var project = zone.register("stages", Map.of("UNDER_NEGOTIATION", day.toString()));
            if (!day.isBefore(start) && !day.isAfter(end)) {
                inside.add(project);
            }
        }

        var flow = zone.flows(period).body();

        assertEquals(period, flow.get("period").asText());
        assertEquals(first, flow.get("from").asText());
        assertEquals(last, flow.get("to").asText());
        zone.assertCounts(flow.get("total"), inside.toArray(Long[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-H3", "2023-13", "2021-W53", "2023-06-X4", "2023-01-08..2023-01-01", "", "H1"})
    void whatIsNoPeriodIsRefused(String period) {
        var refused = client.get(Client.address("/api/v1/flows", Map.of("period", period)))
                .expecting(400);

        assertEquals("period", refused.at("/violations/0/field").asText());
    }
}
