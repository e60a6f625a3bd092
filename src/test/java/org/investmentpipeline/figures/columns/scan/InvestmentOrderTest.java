package org.investmentpipeline.figures.columns.scan;

import static org.investmentpipeline.figures.columns.data.Rows.OPEN;
import static org.investmentpipeline.figures.columns.data.Rows.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.columns.data.PositionRow;
import org.investmentpipeline.figures.columns.data.Rows;
import org.investmentpipeline.project.timeline.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects 1 to 9 have the investments 1, 1, 1, 2, 2, 2, 3, 3, 3. */
class InvestmentOrderTest {

    @ParameterizedTest
    @CsvSource({
        "false, 4, -9, 0, 1 2 3 4",
        "true, 4, 9, 0, 6 7 8 9",
        "false, 100, -9, 0, 1 2 3 4 5 6 7 8 9",
        "false, 2, 1, 2, 3 4",
        "true, 2, 2, 5, 3 4",
        "true, 3, 2, 4, 1 2 3",
        "false, 1, 3, 9, ''",
        "true, 1, 1, 1, ''",
    })
    void theFirstAfterAPlaceAreKept(boolean isDescending, int most, long investment, long project, String expected) {
        var columns = columns();
        var order = new InvestmentOrder(columns, isDescending, most);
        order.after(investment, project);

        RowScan.last(columns, columns.snapshot(), at(1)).each(RowFilter.NONE, order::take);

        var found = order.projects().stream().sorted().map(String::valueOf).toList();
        assertEquals(expected, String.join(" ", found));
    }

    private static PositionColumns columns() {
        var rows = new ArrayList<PositionRow>();
        for (var id : LongStream.of(5, 9, 1, 7, 2, 8, 4, 3, 6).toArray()) {
            rows.add(Rows.row(id, "2024-01-01", null, Stage.SIGNED, null, 1 + (id - 1) / 3, 1, OPEN));
        }
        return Rows.columns(1, List.copyOf(rows));
    }
}
