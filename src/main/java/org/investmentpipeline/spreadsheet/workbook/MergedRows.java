package org.investmentpipeline.spreadsheet.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.spreadsheet.sheet.RowSource;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Rows in which a cell merged over several of them has its value in each; it belongs to its first column. */
final class MergedRows implements RowSource {

    private static final int MOST_AT_ONCE = 1_000;

    private final RowSource rows;
    private final List<SheetSurvey.Merge> merges;
    private final List<Carried> carried = new ArrayList<>();
    private int upcoming;

    private record Carried(SheetSurvey.Merge merge, SheetCell value) {}

    MergedRows(RowSource rows, List<SheetSurvey.Merge> merges) {
        this.rows = rows;
        this.merges = merges;
    }

    @Override
    public @Nullable SheetRow next() {
        var row = rows.next();
        if (row == null) {
            return null;
        }
        carried.removeIf(c -> c.merge.lastRow() < row.number());
        var filled = row.isBlank() ? row : fill(row);
        var spans = begin(row);
        return spans.isEmpty()
                ? filled
                : new SheetRow(filled.number(), filled.cells(), filled.continued(), spans, filled.hidden());
    }

    /** Takes up the merged cells that begin in the row, and gives the columns of those that are wider than one. */
    private Map<Integer, Integer> begin(SheetRow row) {
        var spans = new HashMap<Integer, Integer>();
        while (upcoming < merges.size() && merges.get(upcoming).firstRow() <= row.number()) {
            var merge = merges.get(upcoming++);
            if (merge.firstRow() != row.number()) {
                continue;
            }
            if (merge.lastColumn() > merge.firstColumn()) {
                spans.put(merge.firstColumn(), merge.lastColumn());
            }
            if (merge.lastRow() > merge.firstRow()) {
                SheetSurvey.refuse(carried.size() > MOST_AT_ONCE);
                carried.add(new Carried(merge, row.cell(merge.firstColumn())));
            }
        }
        return spans;
    }

    private SheetRow fill(SheetRow row) {
        if (carried.isEmpty()) {
            return row;
        }
        var cells = new ArrayList<>(row.cells());
        var continued = new HashMap<Integer, Integer>();
        for (var c : carried) {
            while (cells.size() <= c.merge.firstColumn()) {
                cells.add(SheetCell.Text.BLANK);
            }
            int last = Math.min(c.merge.lastColumn(), cells.size() - 1);
            for (int column = c.merge.firstColumn(); column <= last; column++) {
                cells.set(column, column == c.merge.firstColumn() ? c.value : SheetCell.Text.BLANK);
                continued.put(column, c.merge.firstRow());
            }
        }
        return new SheetRow(row.number(), cells, continued, row.spans(), row.hidden());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
