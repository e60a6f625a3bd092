package org.investmentpipeline.spreadsheet.schema;

import org.investmentpipeline.spreadsheet.cell.RefusedCell;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of a column.
 *
 * @param <V> the value of a cell
 */
@FunctionalInterface
public interface CellReader<V> {
    /**
     * The value of a cell that is not blank; null when it only holds a placeholder.
     *
     * @throws RefusedCell when the cell cannot be read, with the expected content
     */
    @Nullable
    V read(SheetCell cell, Column column) throws RefusedCell;
}
