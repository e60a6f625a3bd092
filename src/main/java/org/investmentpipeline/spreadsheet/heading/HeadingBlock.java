package org.investmentpipeline.spreadsheet.heading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * The headings of a sheet in one row, or in two of which the upper one groups columns of the lower one.
 *
 * @param upper null for headings in one row
 * @param lower the last row of headings
 */
record HeadingBlock(@Nullable SheetRow upper, SheetRow lower) {

    /** A longer cell is a remark or a description. */
    private static final int LONGEST_HEADING = 300;
    /** A longer cell is no heading of a part of a group. */
    private static final int LONGEST_PART = 30;

    private static final Pattern TITLE = Pattern.compile(".*(表|台账|台帐|清单|目录|汇总)(\\(.*\\))?|附件.*|附表.*");

    /** The headings from left to right. */
    List<Heading> headings() {
        var headings = new ArrayList<Heading>();
        int columns = width();
        Heading group = null;
        int last = -1;
        for (int column = 0; column < columns; column++) {
            var above = upper == null ? SheetCell.Text.BLANK : upper.cell(column);
            if (isHeading(above)) {
                group = Heading.of(column, above);
                last = lastOf(upper, column);
            }
            if (lower.isWritten(column) && isHeading(lower.cell(column))) {
                var heading = Heading.of(column, lower.cell(column));
                headings.add(group == null || column > last ? heading : heading.below(group));
            } else if (isHeading(above)) {
                headings.add(Heading.of(column, above));
            }
        }
        return headings;
    }

    /** The last column below an upper heading: that of its merged cell, or any up to the next heading in a sheet that merges none. */
    private static int lastOf(@Nullable SheetRow upper, int column) {
        if (upper == null || upper.spans().isEmpty()) {
            return Integer.MAX_VALUE;
        }
        return upper.spans().getOrDefault(column, column);
    }

    /** Whether a row can be the lower row of headings: only short texts, and some below no heading of the upper row. */
    static boolean canContinue(SheetRow upper, @Nullable SheetRow lower) {
        if (lower == null || lower.number() != upper.number() + 1) {
            return false;
        }
        boolean isPart = false;
        for (int column = 0; column < lower.cells().size(); column++) {
            if (lower.isWritten(column)) {
                var cell = lower.cell(column);
                if (!(cell instanceof SheetCell.Text) || cell.shown().length() > LONGEST_PART) {
                    return false;
                }
                isPart |= upper.cell(column).isBlank();
            }
        }
        return isPart;
    }

    /** Whether a row can group the columns of the next one: several headings, no titles, and no notes such as 填报单位：招商局. */
    static boolean canGroup(@Nullable SheetRow upper, SheetRow lower) {
        if (upper == null || lower.number() != upper.number() + 1 || upper.written() < 2) {
            return false;
        }
        return upper.cells().stream()
                .filter(cell -> !cell.isBlank())
                .allMatch(cell -> cell instanceof SheetCell.Text
                        && cell.shown().length() <= LONGEST_PART
                        && Wording.of(cell.shown()).indexOf(':') < 0
                        && !TITLE.matcher(Wording.of(cell.shown())).matches());
    }

    /** Whether a heading of the upper row has two parts or more in the lower one. */
    boolean hasParts() {
        for (int column = 0; upper != null && column + 1 < lower.cells().size(); column++) {
            if (!upper.cell(column).isBlank()
                    && upper.cell(column + 1).isBlank()
                    && lower.isWritten(column)
                    && lower.isWritten(column + 1)) {
                return true;
            }
        }
        return false;
    }

    /** The number of columns of the headings, blank ones at the end included. */
    int width() {
        return Math.max(lower.cells().size(), upper == null ? 0 : upper.cells().size());
    }

    private static boolean isHeading(SheetCell cell) {
        return !cell.isBlank() && cell.shown().length() <= LONGEST_HEADING;
    }
}
