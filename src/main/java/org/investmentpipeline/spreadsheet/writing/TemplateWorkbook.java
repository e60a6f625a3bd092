package org.investmentpipeline.spreadsheet.writing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An empty sheet to be filled in: headings with comments, choices in drop-down lists, instructions.
 *
 * @param sheet the name of the sheet to be filled in
 * @param instructions the name of the sheet of instructions
 * @param options the name of the hidden sheet with the choices
 */
public record TemplateWorkbook(
        String sheet, String instructions, String options, List<Column> columns, List<String> lines, Warning warning) {

    /** Rows with a drop-down list. */
    private static final int LAST_ROW = 10_000;

    private static final int INSTRUCTIONS_WIDTH = 100;

    /**
     * A column.
     *
     * @param note the comment of the heading
     * @param choices the usual values; none for a free text
     */
    public record Column(SheetHeading heading, String note, List<String> choices) {}

    /** The warning about a value that is none of the choices; it can be kept. */
    public record Warning(String title, String text) {}

    /** The file. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, WorkbookFile.APPLICATION, WorkbookFile.VERSION)) {
            var ledger = workbook.newWorksheet(sheet);
            var help = workbook.newWorksheet(instructions);
            var choices = workbook.newWorksheet(options);
            choices.setVisibilityState(VisibilityState.HIDDEN);
            WorkbookFile.headings(
                    ledger, 0, columns.stream().map(Column::heading).toList());
            ledger.freezePane(2, 1);
            for (var column = 0; column < columns.size(); column++) {
                ledger.comment(0, column, columns.get(column).note());
                choose(ledger, choices, column);
            }
            help.width(0, INSTRUCTIONS_WIDTH);
            for (var line = 0; line < lines.size(); line++) {
                help.inlineString(line, 0, WorkbookFile.escaped(lines.get(line)));
                help.style(line, 0).wrapText(true).set();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private void choose(Worksheet ledger, Worksheet choices, int column) {
        var values = columns.get(column).choices();
        if (values.isEmpty()) {
            return;
        }
        for (var row = 0; row < values.size(); row++) {
            choices.inlineString(row, column, WorkbookFile.escaped(values.get(row)));
        }
        ledger.range(1, column, LAST_ROW, column)
                .validateWithList(choices.range(0, column, values.size() - 1, column))
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.WARNING)
                .showErrorMessage(true)
                .errorTitle(warning.title())
                .error(warning.text());
    }
}
