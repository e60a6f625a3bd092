package org.investmentpipeline.spreadsheet.heading;

import java.util.List;
import java.util.Map;
import org.investmentpipeline.spreadsheet.cell.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * The heading row of a ledger, understood.
 *
 * @param row its number
 * @param fields the heading that fills each field
 * @param amounts how the column of investments reads
 * @param landUnit the unit of the land's heading, null when it names none
 * @param headings what was understood of each
 */
public record Columns(
        int row,
        Map<StatedField, Heading> fields,
        Amounts amounts,
        @Nullable String landUnit,
        List<HeadingReading> headings) {}
