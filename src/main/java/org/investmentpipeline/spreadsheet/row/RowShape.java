package org.investmentpipeline.spreadsheet.row;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * Tells the kinds of rows of one sheet by their shape: a row of totals has its word in or before the name, or anywhere if it has no name, and states no code,
 * investor or day of its own. So a project that is called like a total is read once it has one of them.
 *
 * @param name the column of the project's name; null when the sheet has none
 * @param own the columns of codes, investors and days
 * @param read all columns that are read
 */
public record RowShape(@Nullable Integer name, Set<Integer> own, Set<Integer> read) {

    /** A title merged over so many columns is one of a section, whatever its words. */
    private static final int WIDE = 3;

    public RowKind kind(SheetRow row) {
        if (row.isBlank()) {
            return RowKind.BLANK;
        }
        boolean states = own.stream().anyMatch(column -> row.isWritten(column) && isOwn(row.cell(column)));
        if (!states) {
            if (totalTexts(row).anyMatch(RowWords::isTotal)) {
                return RowKind.TOTAL;
            }
            if (texts(row).allMatch(RowWords::isRemark)) {
                return RowKind.REMARK;
            }
            if (isSection(row)) {
                return RowKind.SECTION;
            }
        }
        return read.stream().anyMatch(row::isWritten) ? RowKind.DATA : RowKind.BLANK;
    }

    /** A count such as 35家, a total's word, or a note in the column of codes belongs to no project. */
    private static boolean isOwn(SheetCell cell) {
        String text = cell.shown();
        return !Wording.isPlaceholder(text)
                && !RowWords.isTotal(text)
                && !RowWords.isRemark(text)
                && !RowWords.isNumbered(text)
                && !RowWords.isCount(text);
    }

    private Stream<String> totalTexts(SheetRow row) {
        boolean named = name != null && !Wording.isPlaceholder(row.cell(name).shown());
        int end = named && name != null ? name + 1 : row.cells().size();
        return written(row)
                .filter(column -> column < end)
                .mapToObj(column -> row.cell(column).shown());
    }

    private static Stream<String> texts(SheetRow row) {
        return written(row).mapToObj(column -> row.cell(column).shown());
    }

    private static IntStream written(SheetRow row) {
        return IntStream.range(0, row.cells().size()).filter(row::isWritten);
    }

    /** A numbered title alone or beside its sums, a title merged over several columns, or a text in a column that is not read. */
    private boolean isSection(SheetRow row) {
        int title = written(row)
                .filter(column -> !RowWords.isNumber(row.cell(column).shown()))
                .findFirst()
                .orElse(-1);
        if (title < 0) {
            return false;
        }
        String text = row.cell(title).shown();
        boolean alone = row.written() == 1;
        boolean wide = row.spans().getOrDefault(title, title) - title + 1 >= WIDE;
        boolean aside = alone && !read.contains(title);
        boolean sums = texts(row).filter(other -> !RowWords.isNumber(other)).count() == 1 && RowWords.isCounted(text);
        return (alone && (RowWords.isNumbered(text) || wide)) || aside || sums;
    }
}
