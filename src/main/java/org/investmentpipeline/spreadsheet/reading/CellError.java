package org.investmentpipeline.spreadsheet.reading;

import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a cell or row cannot be imported.
 *
 * @param column the heading as written; null for the row itself
 * @param value the content of the cell, shortened
 * @param expected the expected content
 */
public record CellError(
        RowPlace place, @Nullable String column, @Nullable String value, LocalizedText expected) {}
