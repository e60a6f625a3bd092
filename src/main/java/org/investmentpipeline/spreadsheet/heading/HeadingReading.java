package org.investmentpipeline.spreadsheet.heading;

import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The interpretation of one heading.
 *
 * @param column the letters of the column
 * @param heading as written
 * @param field the field it fills; null when the column is not used
 * @param unit of its numbers, where one is known
 * @param currency of its bare amounts; null for other columns
 * @param note the reason why it is not used, or a warning
 * @param isDoubtful whether it was not understood although it is probably about money, a day, a stage or a status
 */
public record HeadingReading(
        String column,
        String heading,
        @Nullable String field,
        @Nullable String unit,
        @Nullable String currency,
        @Nullable LocalizedText note,
        boolean isDoubtful) {}
