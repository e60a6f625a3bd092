package org.investmentpipeline.spreadsheet.schema;

import org.investmentpipeline.spreadsheet.cell.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * A column that fills a field.
 *
 * @param index 0-based
 * @param letters as a spreadsheet shows them
 * @param heading as written
 * @param amounts the reader of money in the units of the heading and the caller
 * @param words the caller's own words for the field
 * @param measureUnit the unit of area or of a count that the heading names, null when it names none
 */
public record Column(
        int index,
        String letters,
        String heading,
        OwnWords words,
        Amounts amounts,
        @Nullable String measureUnit) {

    /** The same column with amounts whose digits are grouped by blanks. */
    public Column groupedByBlanks() {
        return new Column(index, letters, heading, words, amounts.withBlanks(true), measureUnit);
    }

    /** The same column for a row that names the currency of its amounts in another cell. */
    public Column inCurrency(String currency) {
        return new Column(index, letters, heading, words, amounts.inCurrency(currency), measureUnit);
    }
}
