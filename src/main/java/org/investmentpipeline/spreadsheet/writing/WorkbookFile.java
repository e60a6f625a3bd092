package org.investmentpipeline.spreadsheet.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook (Office Open XML). Texts are in the cells themselves and not in a table of shared strings, which would stay in memory until
 * the end; numbers of more digits than a spreadsheet has are texts.
 */
public final class WorkbookFile implements SheetWriter {

    static final String APPLICATION = "InvestmentPipeline";
    static final String VERSION = "1.0";
    private static final int MOST_DIGITS = 15;
    private static final String HEADING_FILL = "DDEBF7";

    /** Text that looks like the notation of workbooks for characters that XML does not allow. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int rows;

    public WorkbookFile(OutputStream out) {
        this.workbook = new Workbook(out, APPLICATION, VERSION);
    }

    @Override
    public void begin(SheetStart start) throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        var begun = workbook.newWorksheet(start.name());
        rows = 0;
        if (start.note() != null) {
            begun.inlineString(rows++, 0, escaped(start.note()));
        }
        headings(begun, rows, start.headings());
        rows++;
        begun.freezePane(start.fixedColumns(), rows);
        sheet = begun;
    }

    /** Writes a styled row of headings, and gives the columns their widths. */
    static void headings(Worksheet sheet, int row, List<SheetHeading> headings) {
        for (var column = 0; column < headings.size(); column++) {
            sheet.width(column, headings.get(column).width());
            sheet.inlineString(row, column, escaped(headings.get(column).text()));
        }
        sheet.range(row, 0, row, headings.size() - 1)
                .style()
                .bold()
                .fillColor(HEADING_FILL)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
    }

    @Override
    public void row(List<CellContent> cells) {
        var current = current();
        for (var column = 0; column < cells.size(); column++) {
            write(current, rows, column, cells.get(column));
        }
        rows++;
    }

    static void write(Worksheet sheet, int row, int column, CellContent cell) {
        if (cell instanceof CellContent.Text text) {
            sheet.inlineString(row, column, escaped(text.text()));
        } else if (cell instanceof CellContent.Formula formula) {
            sheet.formula(row, column, formula.expression());
        } else if (cell instanceof CellContent.Numeric number) {
            if (number.value().stripTrailingZeros().precision() > MOST_DIGITS) {
                sheet.inlineString(row, column, number.value().toPlainString());
            } else {
                sheet.value(row, column, number.value());
                sheet.style(row, column).format(number.format()).set();
            }
        }
    }

    static String escaped(String text) {
        return text.contains("_x") ? LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_") : text;
    }

    @Override
    public void flush() throws IOException {
        current().flush();
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
    }

    private Worksheet current() {
        if (sheet == null) {
            throw new IllegalStateException("no sheet was begun");
        }
        return sheet;
    }
}
