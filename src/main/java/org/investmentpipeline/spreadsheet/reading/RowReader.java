package org.investmentpipeline.spreadsheet.reading;

import org.investmentpipeline.spreadsheet.schema.SheetSchema;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a register's sheets.
 *
 * @param <T> the content of a row
 */
public interface RowReader<T> {

    SheetSchema schema();

    /**
     * The content of a row whose subject is stated or refused. Refused cells are recorded in the cells.
     *
     * @return null only when a cell was refused
     */
    @Nullable
    T read(RowCells cells);
}
