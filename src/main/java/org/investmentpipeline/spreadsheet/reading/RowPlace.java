package org.investmentpipeline.spreadsheet.reading;

import org.jspecify.annotations.Nullable;

/**
 * The place of a row in a file.
 *
 * @param sheet the name of its sheet; null when only one sheet is read
 * @param row as a spreadsheet numbers it
 */
public record RowPlace(@Nullable String sheet, int row) {

    /** {@code sheet!row}, or the row alone when only one sheet is read. */
    @Override
    public String toString() {
        return sheet == null ? Integer.toString(row) : sheet + "!" + row;
    }
}
