package org.investmentpipeline.spreadsheet.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.heading.Columns;
import org.investmentpipeline.spreadsheet.heading.HeadingReader;
import org.investmentpipeline.spreadsheet.heading.HeadingReading;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.reading.GroupedDigits.RowOpener;
import org.investmentpipeline.spreadsheet.schema.SheetField.Kind;
import org.investmentpipeline.spreadsheet.schema.SheetSchema;
import org.investmentpipeline.spreadsheet.sheet.CsvRows;
import org.investmentpipeline.spreadsheet.sheet.FileFormat;
import org.investmentpipeline.spreadsheet.sheet.PeekedRows;
import org.investmentpipeline.spreadsheet.sheet.RowSource;
import org.investmentpipeline.spreadsheet.sheet.UnreadableFile;
import org.investmentpipeline.spreadsheet.workbook.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bureau's sheets (台账) from a workbook or a CSV as import rows. Nothing is kept of a row
 * after it is handed over.
 *
 * @param <T> the content of a row
 */
public final class SheetReader<T> {

    private final RowReader<T> rowReader;
    private final SheetSchema schema;
    private final HeadingReader headings;
    private final ReadingOptions options;
    private final Consumer<ImportRow<T>> consumer;
    private final List<SheetReading.Sheet> sheets = new ArrayList<>();
    private final List<RowPlace> passedOver = new ArrayList<>();
    private final Set<ImportWarning> warnings = EnumSet.noneOf(ImportWarning.class);

    private SheetReader(RowReader<T> rowReader, ReadingOptions options, Consumer<ImportRow<T>> consumer) {
        this.rowReader = rowReader;
        this.schema = rowReader.schema();
        this.headings = new HeadingReader(schema, options);
        this.options = options;
        this.consumer = consumer;
    }

    /**
     * Reads the whole file, handing over each import row as it is read.
     *
     * @throws UnreadableSheet when the file as a whole cannot be read: no encoding fits, a sheet or the headings are missing,
     *     several sheets have headings and none is selected, the mapping names unknown fields or headings, the workbook is damaged.
     *     Import rows may have been handed over before the damage
     */
    public static <T> SheetReading read(
            Path file, ReadingOptions options, RowReader<T> rowReader, Consumer<ImportRow<T>> consumer) {
        var reader = new SheetReader<>(rowReader, options, consumer);
        try {
            switch (FileFormat.of(file)) {
                case WORKBOOK -> reader.workbook(file);
                case CSV -> reader.csv(file);
            }
            return new SheetReading(reader.sheets, reader.passedOver, reader.warnings);
        } catch (UnreadableFile e) {
            throw new UnreadableSheet(e.reason(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks options before there is a file.
     *
     * @throws UnreadableSheet when they name a field, unit or currency that does not exist
     */
    public static void check(SheetSchema schema, ReadingOptions options) {
        new HeadingReader(schema, options);
        SheetName.of(schema, options.sheetIs(), "");
    }

    private void csv(Path file) throws IOException {
        if (options.sheetIs() != null) {
            throw new UnreadableSheet(
                    LocalizedText.of("A CSV has no sheets for `sheetIs`.", "CSV 没有工作表，不能使用 sheetIs。"));
        }
        sheets.add(sheet(() -> CsvRows.open(file, headings::sense), null, null));
    }

    private void workbook(Path file) throws IOException {
        try (var workbook = Workbook.open(file)) {
            var search = new HeadingSearch(headings, schema);
            var chosen = SheetSelection.of(workbook, options.sheets(), search);
            for (var tab : workbook.tabs()) {
                if (!chosen.read().contains(tab)) {
                    sheets.add(new SheetReading.Sheet(tab.name(), false, 0, List.of()));
                    continue;
                }
                var several = chosen.read().size() > 1 ? tab.name() : null;
                sheets.add(sheet(() -> workbook.rows(tab.place()), tab.name(), several));
            }
            if (!chosen.leftOut().isEmpty()) {
                warnings.add(ImportWarning.SHEETS_LEFT_OUT);
            }
        }
    }

    /**
     * Reads one sheet.
     *
     * @param name null for a CSV
     * @param prefix the name of the sheet in the places of its rows, null for none
     */
    private SheetReading.Sheet sheet(RowOpener opener, @Nullable String name, @Nullable String prefix)
            throws IOException {
        try (var rows = new PeekedRows(opener.open())) {
            var found = new HeadingSearch(headings, schema).required(rows);
            warnOf(found);
            return rows(rows, GroupedDigits.in(opener, found), name, prefix);
        }
    }

    private SheetReading.Sheet rows(RowSource rows, Columns columns, @Nullable String name, @Nullable String prefix) {
        var stated = SheetName.of(schema, options.sheetIs(), name);
        var filter = new RowFilter(columns, schema.subject());
        int count = 0;
        for (var row = rows.next(); row != null; row = rows.next()) {
            var place = new RowPlace(prefix, row.number());
            switch (filter.kind(row)) {
                case BLANK -> {
                    // Nothing to read.
                }
                case TOTAL, SECTION, REMARK -> passedOver.add(place);
                case DATA -> {
                    var cells = new RowCells(row, place, columns, schema.subject(), stated);
                    if (name == null && row.hasContentFrom(columns.width())) {
                        refuseFurtherFields(cells);
                    }
                    if (row.hidden()) {
                        cells.warn(ImportWarning.HIDDEN_ROW);
                    }
                    consumer.accept(row(cells, rowReader));
                    count++;
                }
            }
        }
        return new SheetReading.Sheet(name, true, count, columns.headings());
    }

    private void warnOf(Columns columns) {
        if (schema.fields().stream().anyMatch(field -> field.kind() == Kind.MONEY)
                && columns.fields().keySet().stream().noneMatch(field -> field.kind() == Kind.MONEY)) {
            warnings.add(ImportWarning.NO_MONEY_COLUMN);
        }
        if (columns.headings().stream().anyMatch(HeadingReading::isDoubtful)) {
            warnings.add(ImportWarning.COLUMN_NOT_UNDERSTOOD);
        }
    }

    /** In a CSV an amount such as 12,000 without quotation marks is two fields, of which no column shows the second. */
    private void refuseFurtherFields(RowCells cells) {
        cells.refuse(
                schema.subject(),
                LocalizedText.of(
                        "The row has more fields than the headings; an amount with commas needs quotation marks.",
                        "该行的字段多于表头；带千分位逗号的金额须加引号。"));
    }

    /** Reads the cells of one row. */
    static <T> ImportRow<T> row(RowCells cells, RowReader<T> rowReader) {
        var schema = rowReader.schema();
        if (cells.cell(schema.subject()).isBlank()) {
            var name = schema.subjectName();
            cells.refuse(schema.subject(), LocalizedText.of("Missing: %1$s.", "缺少%2$s。", name.en(), name.zh()));
        }
        cells.refuseContinued();
        var content = rowReader.read(cells);
        return new ImportRow<>(
                cells.place(),
                cells.cell(schema.subject()).shown(),
                cells.errors().isEmpty() ? content : null,
                cells.errors(),
                cells.warnings());
    }
}
