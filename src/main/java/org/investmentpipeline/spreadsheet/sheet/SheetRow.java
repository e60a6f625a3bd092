package org.investmentpipeline.spreadsheet.sheet;

import java.util.List;
import java.util.Map;

/**
 * One row of a sheet.
 *
 * @param number 1-based, as a spreadsheet shows it
 * @param cells by column, without trailing blanks where the file has none
 * @param continued columns whose value comes from a merged cell above, with the row of that cell
 * @param spans the first column of each cell that is merged over several columns from this row on, with its last column
 * @param hidden whether the workbook hides the row, by a filter or by hand
 */
public record SheetRow(
        int number,
        List<SheetCell> cells,
        Map<Integer, Integer> continued,
        Map<Integer, Integer> spans,
        boolean hidden) {

    public SheetRow(int number, List<SheetCell> cells) {
        this(number, cells, Map.of());
    }

    public SheetRow(int number, List<SheetCell> cells, Map<Integer, Integer> continued) {
        this(number, cells, continued, Map.of(), false);
    }

    /** The cell of a column, blank beyond the end of the row. */
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.Text.BLANK;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }

    /** The row's first written cell, not counting what merged cells carry down; blank when there is none. */
    public SheetCell firstWritten() {
        for (int column = 0; column < cells.size(); column++) {
            if (isWritten(column)) {
                return cells.get(column);
            }
        }
        return SheetCell.Text.BLANK;
    }

    /** The number of cells written in this row itself. */
    public int written() {
        int count = 0;
        for (int column = 0; column < cells.size(); column++) {
            if (isWritten(column)) {
                count++;
            }
        }
        return count;
    }

    /** Whether any column from one on has a value. */
    public boolean hasContentFrom(int column) {
        return cells.size() > column
                && cells.subList(column, cells.size()).stream().anyMatch(cell -> !cell.isBlank());
    }

    /** Whether the column has a value in this row itself. */
    public boolean isWritten(int column) {
        return !continued.containsKey(column) && !cell(column).isBlank();
    }
}
