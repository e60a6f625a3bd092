package org.investmentpipeline.spreadsheet.reading;

import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.RefusedCell;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a cell or row cannot be imported.
 *
 * @param column the heading as written; null for the row itself
 * @param value the content of the cell, shortened
 * @param expected the expected content
 * @param isUnknownWord whether the value is a word without a known meaning
 * @param nearest the known word that is most like an unknown one, null when none is
 */
public record CellError(
        RowPlace place,
        @Nullable String column,
        @Nullable String value,
        LocalizedText expected,
        boolean isUnknownWord,
        @Nullable String nearest) {

    public CellError(RowPlace place, @Nullable String column, @Nullable String value, LocalizedText expected) {
        this(place, column, value, expected, false, null);
    }

    static CellError of(RowPlace place, String column, @Nullable String value, RefusedCell refused) {
        return new CellError(place, column, value, refused.expected(), refused.isUnknownWord(), refused.nearest());
    }
}
