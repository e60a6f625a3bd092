package org.investmentpipeline.spreadsheet.writing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of rows to be repaired by hand: headings as they were, faulty cells red with a comment. */
public record RepairWorkbook(List<Sheet> sheets) {
    private static final String HEADING_FILL = "DDEBF7";
    private static final String FAULT_FILL = "FFC7CE";
    private static final String FAULT_FONT = "9C0006";
    private static final int WIDTH = 16;
    private static final int LAST_WIDTH = 80;

    /** The most characters of a cell. */
    private static final int LONGEST = 32_000;

    /** Characters that XML does not allow, and halves of pairs. */
    private static final Pattern NO_XML = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])");

    /**
     * A sheet.
     *
     * @param headings the 0-based row of the lowest headings
     * @param width the number of columns, of which the last has long texts
     */
    public record Sheet(String name, int headings, int width, List<Merge> merges, List<Line> lines) {}

    /** Cells that are one, from the first to the last; 0-based. */
    public record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    /**
     * A row.
     *
     * @param row 0-based
     */
    public record Line(int row, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param column 0-based
     * @param fault the comment of a faulty cell; null for any other
     */
    public record Cell(
            int column, CellContent content, @Nullable String fault) {}

    /** The file. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, WorkbookFile.APPLICATION, WorkbookFile.VERSION)) {
            sheets.forEach(sheet -> write(sheet, workbook.newWorksheet(sheet.name)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(Sheet sheet, Worksheet written) {
        for (var column = 0; column < sheet.width; column++) {
            written.width(column, column == sheet.width - 1 ? LAST_WIDTH : WIDTH);
        }
        for (var line : sheet.lines) {
            line.cells.forEach(cell -> write(cell, line.row, written));
        }
        for (var merge : sheet.merges) {
            written.range(merge.firstRow, merge.firstColumn, merge.lastRow, merge.lastColumn)
                    .merge();
        }
        written.range(sheet.headings, 0, sheet.headings, sheet.width - 1)
                .style()
                .bold()
                .fillColor(HEADING_FILL)
                .wrapText(true)
                .set();
        written.freezePane(0, sheet.headings + 1);
    }

    private static void write(Cell cell, int row, Worksheet sheet) {
        if (cell.content instanceof CellContent.Text text) {
            sheet.inlineString(row, cell.column, storable(text.text()));
        } else {
            WorkbookFile.write(sheet, row, cell.column, cell.content);
        }
        if (cell.fault != null) {
            sheet.style(row, cell.column)
                    .fillColor(FAULT_FILL)
                    .fontColor(FAULT_FONT)
                    .set();
            sheet.comment(
                    row, cell.column, NO_XML.matcher(shortened(cell.fault)).replaceAll("?"));
        }
    }

    /** The text with the notation of workbooks for characters that XML does not allow. */
    private static String storable(String text) {
        return NO_XML.matcher(WorkbookFile.escaped(shortened(text)))
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
