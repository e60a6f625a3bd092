package org.investmentpipeline.exchange.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.investmentpipeline.api.LocalizedText;
import org.investmentpipeline.exchange.sheet.CsvRows;
import org.investmentpipeline.exchange.sheet.FileFormat;
import org.investmentpipeline.exchange.sheet.RowSource;
import org.investmentpipeline.exchange.sheet.UnreadableFile;
import org.investmentpipeline.exchange.sheet.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * A bureau's ledger, read from a workbook or a CSV as statements about projects. Nothing is kept of a row
 * once its statement is handed over.
 */
public final class LedgerReader {

    /** How far down a heading row is looked for. */
    private static final int SEARCHED_ROWS = 30;

    private final HeadingRow headings;
    private final ReadingOptions options;
    private final Consumer<Statement> statements;

    private LedgerReader(ReadingOptions options, Consumer<Statement> statements) {
        this.headings = new HeadingRow(options);
        this.options = options;
        this.statements = statements;
    }

    /**
     * Reads the whole file, handing over each row's statement as it comes.
     *
     * @throws UnreadableLedger when the file as a whole cannot be read: no encoding fits, the sheet or the
     *     heading row is not there, the mapping names what does not exist, the workbook is damaged. Statements
     *     may have been handed over before, when the damage is further down
     */
    public static LedgerReading read(Path file, ReadingOptions options, Consumer<Statement> rows) {
        var reader = new LedgerReader(options, rows);
        try {
            return switch (FileFormat.of(file)) {
                case WORKBOOK -> reader.workbook(file);
                case CSV -> reader.csv(file);
            };
        } catch (UnreadableFile e) {
            throw new UnreadableLedger(e.reason(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LedgerReading csv(Path file) throws IOException {
        try (var rows = CsvRows.open(file, headings::sense)) {
            var columns = columns(rows);
            if (columns == null) {
                throw noHeadings();
            }
            return statements(rows, columns);
        }
    }

    private LedgerReading workbook(Path file) throws IOException {
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

    private LedgerReading statements(RowSource rows, Columns columns) {
        var reader = new RowReader(columns, options.asOf());
        int count = 0;
        for (var row = rows.next(); row != null; row = rows.next()) {
            var statement = reader.read(row);
            if (statement != null) {
                statements.accept(statement);
                count++;
            }
        }
        return new LedgerReading(count, columns.headings());
    }

    private static UnreadableLedger noHeadings() {
        return new UnreadableLedger(LocalizedText.of(
                "No heading row was found in the first %1$s rows: it needs the project's name (项目名称) and one more column that is known or mapped.",
                "前 %1$s 行中没有找到表头行：至少要有“项目名称”和另一个可识别或已在 mapping 中指明的列。", SEARCHED_ROWS));
    }
}
