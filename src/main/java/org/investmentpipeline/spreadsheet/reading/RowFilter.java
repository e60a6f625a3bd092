package org.investmentpipeline.spreadsheet.reading;

import java.util.regex.Pattern;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.investmentpipeline.spreadsheet.heading.Columns;
import org.investmentpipeline.spreadsheet.schema.Column;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * Recognises rows that are about no record: blank ones, totals, section titles, remarks, and the continuation of a merged
 * heading.
 *
 * @param subject the column of the register's subject, null when the sheet has none
 */
record RowFilter(Columns columns, @Nullable Column subject) {

    private static final Pattern TOTAL = Pattern.compile("(合计|总计|小计|累计|total|grandtotal|subtotal)([:(].*)?");
    private static final Pattern SECTION = Pattern.compile("(\\([一二三四五六七八九十]+\\)|[一二三四五六七八九十]+[、.]).*");
    private static final Pattern REMARK = Pattern.compile("(注|备注|说明|填报|填表|制表|审核|note|source).*");

    private static final int LONGEST_TITLE = 60;

    /** Whether the row is blank or only continues the headings. */
    boolean hasNoContent(SheetRow row) {
        return row.isBlank() || continuesHeading(row);
    }

    /** Whether the row is one of totals, the title of a section or a remark. */
    boolean isPassedOver(SheetRow row) {
        return isTotal(row) || isAside(row);
    }

    private boolean isTotal(SheetRow row) {
        return isTotal(row.firstWritten()) || (subject != null && isTotal(row.cell(subject.index())));
    }

    private static boolean isTotal(SheetCell cell) {
        return cell.shown().length() <= LONGEST_TITLE
                && TOTAL.matcher(Wording.of(cell.shown()).replace(" ", "")).matches();
    }

    private static boolean isAside(SheetRow row) {
        if (row.written() != 1) {
            return false;
        }
        String only = Wording.of(row.firstWritten().shown());
        return SECTION.matcher(only).matches() || REMARK.matcher(only).matches();
    }

    private boolean continuesHeading(SheetRow row) {
        var from = subject == null ? null : row.continued().get(subject.index());
        return from != null && from <= columns.row();
    }
}
