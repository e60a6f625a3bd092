package org.investmentpipeline.spreadsheet.reading;

import java.util.List;
import java.util.Set;
import org.investmentpipeline.spreadsheet.heading.HeadingReading;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a file, apart from its import rows.
 *
 * @param sheets all sheets in their order
 * @param passedOver the rows of totals, section titles and remarks
 * @param warnings of the file as a whole
 */
public record SheetReading(List<Sheet> sheets, List<RowPlace> passedOver, Set<ImportWarning> warnings) {

    /**
     * One sheet.
     *
     * @param name null for the sheet of a CSV
     * @param isRead whether its rows were read
     * @param rows the number of its import rows
     * @param headings from left to right
     */
    public record Sheet(@Nullable String name, boolean isRead, int rows, List<HeadingReading> headings) {}

    /** The number of import rows. */
    public int rows() {
        return sheets.stream().mapToInt(Sheet::rows).sum();
    }

    /** The headings of all sheets that were read. */
    public List<HeadingReading> headings() {
        return sheets.stream().flatMap(sheet -> sheet.headings().stream()).toList();
    }
}
