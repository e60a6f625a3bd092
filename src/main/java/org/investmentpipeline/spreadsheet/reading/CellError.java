package org.investmentpipeline.spreadsheet.reading;

import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Why one cell, or one row, cannot be taken over.
 *
 * @param row as a spreadsheet numbers it
 * @param column the heading as written; null for the row itself
 * @param value what stands there, shortened
 * @param expected what was expected instead
 */
public record CellError(
        int row, @Nullable String column, @Nullable String value, LocalizedText expected) {}
