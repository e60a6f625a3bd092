package org.investmentpipeline.spreadsheet.reading;

import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a cell or row cannot be imported.
 *
 * @param row as a spreadsheet numbers it
 * @param column the heading as written; null for the row itself
 * @param value the content of the cell, shortened
 * @param expected the expected content
 */
public record CellError(
        int row, @Nullable String column, @Nullable String value, LocalizedText expected) {}
