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
 *
 * @param <T> the content of a row
 */
public final class SheetReader<T> {

    /** The number of rows searched for a heading row. */
    private static final int SEARCHED_ROWS = 30;

    private final RowReader<T> rowReader;
    private final HeadingRow headings;
    private final ReadingOptions options;
    private final Consumer<ImportRow<T>> consumer;

    private SheetReader(RowReader<T> rowReader, ReadingOptions options, Consumer<ImportRow<T>> consumer) {
        this.rowReader = rowReader;
        this.headings = new HeadingRow(rowReader.schema(), options);
        this.options = options;
        this.consumer = consumer;
    }

    /**
     * Reads the whole file, handing over each import row as it is read.
     *
     * @throws UnreadableSheet when the file as a whole cannot be read: no encoding fits, the sheet or the
     *     heading row is missing, the mapping names unknown fields or headings, the workbook is damaged. Import rows
     *     may have been handed over before the damage
     */
    public static <T> SheetReading read(
            Path file, ReadingOptions options, RowReader<T> rowReader, Consumer<ImportRow<T>> consumer) {
        var reader = new SheetReader<>(rowReader, options, consumer);
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
            return rows(rows, columns);
        }
    }

    private SheetReading workbook(Path file) throws IOException {
        try (var workbook = Workbook.open(file)) {
            for (int place : workbook.candidates(options.sheet())) {
                try (var rows = workbook.rows(place)) {
                    var columns = columns(rows);
                    if (columns != null) {
                        return rows(rows, columns);
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

    private SheetReading rows(RowSource rows, Columns columns) {
        var filter =
                new RowFilter(columns, columns.fields().get(rowReader.schema().subject()));
        int count = 0;
        for (var row = rows.next(); row != null; row = rows.next()) {
            var read = filter.isPassedOver(row)
                    ? null
                    : row(new RowCells(row, columns, rowReader.schema().subject()));
            if (read != null) {
                consumer.accept(read);
                count++;
            }
        }
        return new SheetReading(count, columns.headings());
    }

    /** The import row, null when the row has no content. */
    private @Nullable ImportRow<T> row(RowCells cells) {
        var subject = rowReader.schema().subject();
        if (cells.cell(subject).isBlank()) {
            if (!cells.hasContent()) {
                return null;
            }
            var name = rowReader.schema().subjectName();
            cells.refuse(subject, LocalizedText.of("Missing: %1$s.", "缺少%2$s。", name.en(), name.zh()));
        }
        cells.refuseContinued();
        var content = rowReader.read(cells);
        return new ImportRow<>(cells.row(), cells.errors().isEmpty() ? content : null, cells.errors());
    }

    private UnreadableSheet noHeadings() {
        var name = rowReader.schema().subjectName();
        return new UnreadableSheet(LocalizedText.of(
                "No heading row was found in the first %1$s rows: it needs %2$s (%3$s) and one more column that is known or mapped.",
                "前 %1$s 行中没有找到表头行：至少要有“%3$s”和另一个可识别或已在 mapping 中指明的列。", SEARCHED_ROWS, name.en(), name.zh()));
    }
}
