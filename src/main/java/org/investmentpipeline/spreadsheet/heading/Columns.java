package org.investmentpipeline.spreadsheet.heading;

import java.util.List;
import java.util.Map;
import org.investmentpipeline.spreadsheet.cell.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * The interpreted heading row of a sheet.
 *
 * @param row its number
 * @param fields the heading that fills each field
 * @param amounts the reader of the investment column
 * @param landUnit the unit of the land's heading, null when it names none
 * @param headings the interpretation of each heading
 */
public record Columns(
        int row,
        Map<StatedField, Heading> fields,
        Amounts amounts,
        @Nullable String landUnit,
        List<HeadingReading> headings) {}
