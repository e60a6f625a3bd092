package org.investmentpipeline.figures.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.MovementCause;
import org.investmentpipeline.figures.table.MovementSide;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.query.Dimension;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final LocalDate DAY = LocalDate.parse("2023-06-30");
    private static final Instant KNOWN = Instant.parse("2023-07-01T08:00:00Z");
    private static final TimeSlice STOCK = new TimeSlice.Stock(DAY, KNOWN, false);
    private static final TimeSlice FLOW = new TimeSlice.Flow(
            Period.parse("2023-H1"),
            DAY,
            List.of(),
            KNOWN,
            new TimeSlice.LaterOutcome(Stage.COMPLETED, null, Stage.SIGNED));
    private static final String TIMES = "asOf=2023-06-30&knownAt=2023-07-01T08:00:00Z";

    @Test
    void aRowsValuesTakeThePlaceOfTheFilters() {
        var links = links(
                STOCK,
                Map.of("stage", "SIGNED,COMPLETED", "leader", "王芳"),
                ProjectDimensions.STAGE,
                ProjectDimensions.KEY);

        assertEquals(
                "/api/v1/projects?" + TIMES + "&stage=COMPLETED&key=true&leader=%E7%8E%8B%E8%8A%B3",
                links.of(List.of("COMPLETED", "true")));
        assertEquals(
                "/api/v1/projects?" + TIMES + "&stage=SIGNED&stage=COMPLETED&leader=%E7%8E%8B%E8%8A%B3", links.all());
    }

    @Test
    void aRowOfATreeIsLinkedWithoutWhatIsBelow() {
        var links = links(STOCK, Map.of("sector", "industry"), ProjectDimensions.SECTOR);

        assertEquals("/api/v1/projects?" + TIMES + "&ownSector=steel", links.of(List.of("steel")));
        assertEquals("/api/v1/projects?" + TIMES + "&sector=industry", links.all());
    }

    @Test
    void entriesAreAskedForByStage() {
        var more = "&period=2023-H1&reached=COMPLETED&alsoEntered=SIGNED&" + TIMES + "&zone=east";

        assertEquals(
                "/api/v1/projects?entered=SIGNED" + more,
                links(FLOW, Map.of("stage", "SIGNED", "zone", "east"), ProjectDimensions.ZONE)
                        .of(List.of("east")));
        assertEquals(
                "/api/v1/projects?entered=GROUNDBREAKING" + more,
                links(FLOW, Map.of("zone", "east"), ProjectDimensions.STAGE).of(List.of("GROUNDBREAKING")));
    }

    @Test
    void aTierIsLinkedFromItsLowerEdgeUp() {
        var tiers = SizeTiers.of(List.of(
                new SizeTiers.Edge("small", BigDecimal.ZERO), new SizeTiers.Edge("large", new BigDecimal("500.00"))));
        var links = links(STOCK, Map.of("size", "small,large"), ProjectDimensions.STAGE, ProjectDimensions.SIZE);

        assertEquals(
                "/api/v1/projects?" + TIMES + "&stage=SIGNED&size=small&size=large&minInvestment=500",
                links.atLeast(List.of("SIGNED", "large"), tiers));
    }

    @Test
    void changesAreLinkedWithTheDimensionsOfTheirBridge() {
        var links = links(STOCK, Map.of("zone", "east"), ProjectDimensions.STAGE, ProjectDimensions.KEY);

        assertEquals(
                "/api/v1/bridge/changes?period=2023-H1&side=entered&cause=moved&by=key&" + TIMES
                        + "&stage=SIGNED&zone=east&key=false",
                links.changes(
                        List.of("SIGNED", "false"),
                        Period.parse("2023-H1"),
                        MovementSide.ENTERED,
                        MovementCause.MOVED));
        assertEquals(
                "/api/v1/bridge/changes?period=2023-H1&side=revalued&by=key&" + TIMES + "&zone=east",
                links.changes(null, Period.parse("2023-H1"), MovementSide.REVALUED, null));
    }

    private static Links links(TimeSlice scope, Map<String, String> asked, Dimension... by) {
        var values = new LinkedHashMap<Dimension, List<String>>();
        for (var dimension : ProjectDimensions.ALL.all()) {
            if (asked.containsKey(dimension.json())) {
                values.put(dimension, List.of(asked.get(dimension.json()).split(",")));
            }
        }
        return new Links(ProjectDimensions.ALL.filter(values), scope, new Breakdown(List.of(by)));
    }
}
