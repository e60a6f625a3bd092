package org.investmentpipeline.spreadsheet.reading;

import java.util.List;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * The refused rows of a sheet.
 *
 * @param name null for the sheet of a CSV
 * @param above the rows up to the headings
 * @param rows the refused rows in their order; unrepaired, an import refuses them again
 */
public record RefusedSheet(@Nullable String name, List<SheetRow> above, List<Row> rows) {

    /**
     * A refused row.
     *
     * @param number as a spreadsheet numbers it
     */
    public record Row(int number, List<SheetCell> cells, List<Fault> faults) {}

    /**
     * One reason of the refusal.
     *
     * @param column the 0-based column of the cell; that of the row's subject where the reason is about no single cell
     * @param heading null where the reason is about no single cell
     * @param replaced the text of a cell whose content does not show the fault by itself, and is therefore replaced by a failing formula; else null
     */
    public record Fault(
            int column,
            @Nullable String heading,
            LocalizedText expected,
            @Nullable String replaced) {}

    /**
     * The refusal of one row.
     *
     * @param isUnreadable whether its cells were refused, and not its content
     */
    public record Refusal(List<CellError> errors, boolean isUnreadable) {}

    /**
     * The bounds of what is read.
     *
     * @param rows the most refused rows
     * @param size the most characters and cells
     */
    public record Bounds(int rows, int size) {}

    /** The number of columns with content. */
    public int width() {
        int width = 0;
        for (var row : above) {
            width = Math.max(width, row.cells().size());
        }
        for (var row : rows) {
            width = Math.max(width, row.cells().size());
        }
        return width;
    }

    /** The same sheet with its first refused rows. */
    public RefusedSheet first(int most) {
        return new RefusedSheet(name, above, rows.subList(0, Math.min(most, rows.size())));
    }
}
