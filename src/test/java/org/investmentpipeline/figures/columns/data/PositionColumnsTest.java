package org.investmentpipeline.figures.columns.data;

import static org.investmentpipeline.figures.columns.data.Rows.OPEN;
import static org.investmentpipeline.figures.columns.data.Rows.at;
import static org.investmentpipeline.figures.columns.data.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.investmentpipeline.figures.columns.scan.ProjectRows;
import org.investmentpipeline.figures.columns.scan.RowFilter;
import org.investmentpipeline.figures.columns.scan.RowScan;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.timeline.Stage;
import org.junit.jupiter.api.Test;

class PositionColumnsTest {
    private static final LocalDate DAY = LocalDate.of(2023, 6, 1);

    @Test
    void aRowThatIsReadAgainIsTakenOnce() {
        var columns = Rows.columns(100, List.of(signed(1, 50, OPEN)));

        columns.take(signed(1, 50, 150), at(200));
        columns.take(signed(1, 150, OPEN), at(200));
        columns.take(signed(1, 150, OPEN), at(200));
        columns.publish(at(200), at(150));

        assertEquals(2, columns.snapshot().rows());
        assertEquals(1, holding(columns, 200));
        assertEquals(1, columns.projects());
    }

    @Test
    void whatComesAfterTheMomentOfAReadingIsLeftToTheNext() {
        var columns = Rows.columns(100, List.of(signed(1, 50, 150)));

        assertEquals(OPEN, columns.supersededAt.values()[0]);
        columns.take(signed(1, 50, 150), at(149));
        assertEquals(OPEN, columns.supersededAt.values()[0]);
        columns.take(signed(1, 50, 150), at(150));
        assertEquals(150, columns.supersededAt.values()[0]);
    }

    @Test
    void anEarlierSnapshotAnswersAsBefore() {
        var columns = Rows.columns(100, List.of(signed(1, 50, OPEN), signed(2, 60, OPEN)));
        var before = columns.snapshot();

        for (var project = 3; project < 5_000; project++) {
            columns.take(signed(project, 120, OPEN), at(200));
        }
        columns.take(signed(1, 50, 130), at(200));
        columns.publish(at(200), at(130));

        assertEquals(2, count(RowScan.holding(columns, before, at(100), DAY)));
        assertEquals(2, count(RowScan.last(columns, before, at(100))));
        assertEquals(4_998, count(RowScan.last(columns, columns.snapshot(), at(200))));
        assertEquals(2, holding(columns, 100));
        assertEquals(1, holding(columns, 55));
        assertEquals(4_998, holding(columns, 200));
        assertEquals(4_999, holding(columns, 129));
    }

    @Test
    void chainsHaveTheRowsOfEachProjectInWhateverOrderTheyCome() {
        var all = new ArrayList<PositionRow>();
        for (var project = 1; project <= 50; project++) {
            all.add(row(project, "2023-01-01", "2023-02-01", Stage.UNDER_NEGOTIATION, "a", 5, 10, OPEN));
            all.add(row(project, "2023-02-01", "2023-03-01", Stage.SIGNED, "a", 5, 10, OPEN));
            all.add(row(project, "2023-02-01", null, Stage.SIGNED, "a", 7, 5, 10));
            all.add(row(project, "2023-03-01", null, Stage.GROUNDBREAKING, "a", 5, 10, OPEN));
        }
        Collections.shuffle(all, new Random(1));
        var columns = Rows.columns(20, all);
        var projects = new ProjectRows(columns, columns.snapshot(), at(20));
        var stages = columns.coded(ProjectDimensions.STAGE);

        for (var row = 0; row < all.size(); row++) {
            var before = projects.before(row);
            var expected = columns.from.values()[row] == Rows.day("2023-01-01")
                    ? PositionColumns.NO_ROW
                    : columns.to.values()[before];
            assertEquals(before < 0 ? PositionColumns.NO_ROW : columns.from.values()[row], expected);
            var signed = projects.entering(row, stages.dictionary().find(Stage.SIGNED));
            assertEquals(Rows.day("2023-03-01"), columns.to.values()[signed]);
            var now = projects.holding(row, Rows.day("2023-06-01"));
            assertEquals(Rows.day("2023-03-01"), columns.from.values()[now]);
            assertEquals(columns.project.values()[row], columns.project.values()[now]);
        }
    }

    @Test
    void columnsTakeNoMoreMemoryThanTheyMay() {
        var columns = new PositionColumns(1_000, 200_000);

        var refused = assertThrows(LedgerTooLarge.class, () -> {
            for (var project = 1; project < 1_000_000; project++) {
                columns.append(signed(project, 50, OPEN), at(100));
            }
        });

        assertTrue(columns.bytes() <= 300_000, () -> columns.bytes() + " " + refused);
        assertThrows(LedgerTooLarge.class, () -> new PositionColumns(1_000_000, 1_000_000));
    }

    private static PositionRow signed(long project, long recordedAt, long supersededAt) {
        return row(project, "2023-01-01", null, Stage.SIGNED, "steel", 100, recordedAt, supersededAt);
    }

    private static int holding(PositionColumns columns, long knownAt) {
        return count(RowScan.holding(columns, columns.snapshot(), at(knownAt), DAY));
    }

    private static int count(RowScan scan) {
        var found = new int[1];
        scan.each(new RowFilter(List.of()), (rows, count) -> found[0] += count);
        return found[0];
    }
}
