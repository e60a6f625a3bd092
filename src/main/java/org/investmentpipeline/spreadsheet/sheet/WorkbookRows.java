package org.investmentpipeline.spreadsheet.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook's sheet as it stores them; a formula counts as the value it had when it was saved. */
final class WorkbookRows implements RowSource {

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    /** The notation of workbooks for characters that XML does not allow. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** No number of a spreadsheet has more digits before or after its point. */
    private static final int MOST_DIGITS = 400;

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final LocalDate dayZero;

    WorkbookRows(Stream<Row> stream, boolean date1904) {
        this.stream = stream;
        this.rows = stream.iterator();
        this.dayZero = date1904 ? DAY_ZERO_1904 : DAY_ZERO;
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            return rows.hasNext() ? row(rows.next()) : null;
        } catch (RuntimeException e) {
            // A damaged sheet causes arbitrary exceptions of the parser.
            throw WorkbookArchive.corrupt(e);
        }
    }

    private SheetRow row(Row row) {
        var cells = new ArrayList<SheetCell>(row.getCellCount());
        for (@Nullable Cell cell : row) {
            cells.add(cell == null ? SheetCell.Text.BLANK : cell(cell));
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    private SheetCell cell(Cell cell) {
        Object value = cell.getValue();
        if (value == null || cell.getType() == CellType.EMPTY) {
            return SheetCell.Text.BLANK;
        }
        if (value instanceof BigDecimal number) {
            if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
                throw new ArithmeticException("out of the range of a spreadsheet");
            }
            var shownAs = DayFormat.precision(cell.getDataFormatId(), cell.getDataFormatString());
            return new SheetCell.Numeric(number, dayZero, shownAs);
        }
        if (value instanceof Boolean bool) {
            return new SheetCell.Text(bool ? "TRUE" : "FALSE");
        }
        String text = value.toString();
        if (cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA && text.matches("#[A-Z0-9/]+[!?]?"))) {
            return new SheetCell.Failed(text);
        }
        return new SheetCell.Text(unescape(text));
    }

    private static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    @Override
    public void close() {
        stream.close();
    }
}
