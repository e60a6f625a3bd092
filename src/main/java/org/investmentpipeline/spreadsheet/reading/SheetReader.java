package org.investmentpipeline.spreadsheet.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.heading.Columns;
import org.investmentpipeline.spreadsheet.heading.HeadingRow;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.sheet.CsvRows;
import org.investmentpipeline.spreadsheet.sheet.FileFormat;
import org.investmentpipeline.spreadsheet.sheet.RowSource;
import org.investmentpipeline.spreadsheet.sheet.UnreadableFile;
import org.investmentpipeline.spreadsheet.sheet.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bureau's sheet (台账) from a workbook or a CSV as import rows. Nothing is kept of a row
 * after it is handed over.
 */
public final class SheetReader {

    /** The number of rows searched for a heading row. */
    private static final int SEARCHED_ROWS = 30;

    private final HeadingRow headings;
    private final ReadingOptions options;
    private final Consumer<ImportRow> statements;

    private SheetReader(ReadingOptions options, Consumer<ImportRow> statements) {
        this.headings = new HeadingRow(options);
        this.options = options;
        this.statements = statements;
    }

    /**
     * Reads the whole file, handing over each import row as it is read.
     *
     * @throws UnreadableSheet when the file as a whole cannot be read: no encoding fits, the sheet or the
     *     heading row is missing, the mapping names unknown fields or headings, the workbook is damaged. Import rows
     *     may have been handed over before the damage
     */
    public static SheetReading read(Path file, ReadingOptions options, Consumer<ImportRow> rows) {
        var reader = new SheetReader(options, rows);
        try {
            return switch (FileFormat.of(file)) {
                case WORKBOOK -> reader.workbook(file);
                case CSV -> reader.csv(file);
            };
        } catch (UnreadableFile e) {
            throw new UnreadableSheet(e.reason(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SheetReading csv(Path file) throws IOException {
        try (var rows = CsvRows.open(file, headings::sense)) {
            var columns = columns(rows);
            if (columns == null) {
                throw noHeadings();
            }
            return statements(rows, columns);
        }
    }

    private SheetReading workbook(Path file) throws IOException {
        try (var workbook = Workbook.open(file)) {
            for (int place : workbook.candidates(options.sheet())) {
                try (var rows = workbook.rows(place)) {
                    var columns = columns(rows);
                    if (columns != null) {
                        return statements(rows, columns);
                    }
                }
            }
            throw noHeadings();
        }
    }

    private @Nullable Columns columns(RowSource rows) {
        for (var row = rows.next(); row != null; row = rows.next()) {
            if (row.number() > SEARCHED_ROWS) {
                return null;
            }
            if (headings.sense(row) > 0) {
                return headings.read(row);
            }
        }
        return null;
    }

    private SheetReading statements(RowSource rows, Columns columns) {
        var reader = new RowReader(columns, options.asOf());
        int count = 0;
        for (var row = rows.next(); row != null; row = rows.next()) {
            var statement = reader.read(row);
            if (statement != null) {
                statements.accept(statement);
                count++;
            }
        }
        return new SheetReading(count, columns.headings());
    }

    private static UnreadableSheet noHeadings() {
        return new UnreadableSheet(LocalizedText.of(
                "No heading row was found in the first %1$s rows: it needs the project's name (项目名称) and one more column that is known or mapped.",
                "前 %1$s 行中没有找到表头行：至少要有“项目名称”和另一个可识别或已在 mapping 中指明的列。", SEARCHED_ROWS));
    }
}
