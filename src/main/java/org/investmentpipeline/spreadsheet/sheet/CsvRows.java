package org.investmentpipeline.spreadsheet.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file, with the row numbers that a spreadsheet would give them. */
public final class CsvRows implements RowSource {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int SAMPLE = 30;
    /** The columns of a spreadsheet. */
    private static final int MOST_FIELDS = 16_384;
    /** The maximum characters of one record: more than any real row, and small enough for memory. */
    private static final int LONGEST_RECORD = 4 << 20;

    private final CloseableIterator<CsvRecord> records;
    private int number;

    private CsvRows(CloseableIterator<CsvRecord> records) {
        this.records = records;
    }

    /**
     * Opens the file with the separator for which its first records have the most known headings.
     *
     * @param sense the number of known headings of a row
     */
    public static CsvRows open(Path file, ToIntFunction<SheetRow> sense) throws IOException {
        var encoding = CsvEncoding.of(file);
        char best = SEPARATORS.get(0);
        int most = -1;
        for (char separator : SEPARATORS) {
            int score = score(file, encoding, separator, sense);
            if (score > most) {
                best = separator;
                most = score;
            }
        }
        return open(file, encoding, best);
    }

    private static CsvRows open(Path file, CsvEncoding encoding, char separator) throws IOException {
        var records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(encoding.open(file))
                .iterator();
        return new CsvRows(records);
    }

    private static int score(Path file, CsvEncoding encoding, char separator, ToIntFunction<SheetRow> sense)
            throws IOException {
        int most = 0;
        try (var rows = open(file, encoding, separator)) {
            for (int i = 0; i < SAMPLE; i++) {
                var row = rows.next();
                if (row == null) {
                    break;
                }
                most = Math.max(most, sense.applyAsInt(row));
            }
        } catch (UnreadableFile wrongSeparator) {
            return most;
        }
        return most;
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var fields = records.next().getFields();
            number++;
            if (fields.size() > MOST_FIELDS) {
                throw new UnreadableFile(LocalizedText.of(
                        "Row %1$s of the CSV has more than %2$s fields.",
                        "CSV 第 %1$s 行的字段超过 %2$s 个。", number, MOST_FIELDS));
            }
            var cells = new ArrayList<SheetCell>(fields.size());
            for (var field : fields) {
                cells.add(CsvField.cell(field));
            }
            return new SheetRow(number, cells);
        } catch (CsvParseException | UncheckedIOException e) {
            throw new UnreadableFile(
                    LocalizedText.of(
                            "The CSV cannot be read after row %1$s: a quotation mark is misplaced or a record is too long.",
                            "CSV 在第 %1$s 行之后无法读取：引号位置不对，或某条记录过长。", number),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
