package org.investmentpipeline.spreadsheet.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.investmentpipeline.spreadsheet.heading.Columns;
import org.investmentpipeline.spreadsheet.heading.HeadingReader;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.heading.RepairHeadings;
import org.investmentpipeline.spreadsheet.reading.GroupedDigits.RowOpener;
import org.investmentpipeline.spreadsheet.reading.RefusedSheet.Bounds;
import org.investmentpipeline.spreadsheet.reading.RefusedSheet.Refusal;
import org.investmentpipeline.spreadsheet.schema.Column;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.schema.SheetSchema;
import org.investmentpipeline.spreadsheet.sheet.CsvRows;
import org.investmentpipeline.spreadsheet.sheet.FileFormat;
import org.investmentpipeline.spreadsheet.sheet.PeekedRows;
import org.investmentpipeline.spreadsheet.sheet.RowSource;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.investmentpipeline.spreadsheet.workbook.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads the refused rows of a file once more, with their headings, for repair. Taken out of their file some rows look right, such as one
 * whose amount is in a cell merged over several rows, or whose fields a CSV moved: their faulty cells are replaced by a failing formula.
 *
 * @param <T> the content of a row
 */
public final class RefusedRowReader<T> {
    /** In the place of a cell that does not show its fault; a spreadsheet shows it as #N/A. */
    private static final SheetCell UNREADABLE = new SheetCell.Unsaved("=NA()");

    private final ReadingOptions options;
    private final RowReader<T> rowReader;
    private final SheetSchema schema;
    private final HeadingReader headings;
    private final Map<RowPlace, Refusal> refused;
    private final List<RefusedSheet> sheets = new ArrayList<>();
    private int rowsLeft;
    private int sizeLeft;

    private RefusedRowReader(
            ReadingOptions options, RowReader<T> rowReader, Map<RowPlace, Refusal> refused, Bounds bounds) {
        this.options = options;
        this.rowReader = rowReader;
        this.schema = rowReader.schema();
        this.headings = new HeadingReader(schema, options);
        this.refused = refused;
        this.rowsLeft = bounds.rows();
        this.sizeLeft = bounds.size();
    }

    /** The first refused rows of a file that was read before, by sheet; sheets without any are left out. */
    public static <T> List<RefusedSheet> read(
            Path file,
            ReadingOptions options,
            RowReader<T> rowReader,
            SheetReading reading,
            Map<RowPlace, Refusal> refused,
            Bounds bounds)
            throws IOException {
        var reader = new RefusedRowReader<>(options, rowReader, refused, bounds);
        if (FileFormat.of(file) == FileFormat.CSV) {
            reader.sheet(() -> CsvRows.open(file, reader.headings::sense), null, null);
            return reader.sheets;
        }
        try (var workbook = Workbook.open(file)) {
            boolean several =
                    reading.sheets().stream().filter(SheetReading.Sheet::isRead).count() > 1;
            for (var tab : workbook.tabs()) {
                if (reading.sheets().get(tab.place()).isRead()) {
                    reader.sheet(() -> workbook.rows(tab.place()), tab.name(), several ? tab.name() : null);
                }
            }
        }
        return reader.sheets;
    }

    private void sheet(RowOpener opener, @Nullable String name, @Nullable String prefix) throws IOException {
        Columns columns;
        try (var rows = new PeekedRows(opener.open())) {
            columns = new HeadingSearch(headings, schema).required(rows);
        }
        var above = new ArrayList<SheetRow>();
        var found = new ArrayList<SheetRow>();
        try (var rows = opener.open()) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (row.number() <= columns.row()) {
                    above.add(row);
                } else if (refused.containsKey(new RowPlace(prefix, row.number())) && hasRoom(row)) {
                    found.add(row);
                }
            }
        }
        if (!found.isEmpty()) {
            var added = addedBefore(above);
            var trimmed = above.stream().map(row -> trimmed(row, added)).toList();
            var cells = found.stream()
                    .map(row -> new SheetRow(row.number(), written(row, columns, added)))
                    .toList();
            sheets.add(new RefusedSheet(name, trimmed, rows(cells, columns, name, prefix)));
        }
    }

    private boolean hasRoom(SheetRow row) {
        for (var cell : row.cells()) {
            sizeLeft -= 1 + cell.shown().length();
        }
        return sizeLeft >= 0 && rowsLeft-- > 0;
    }

    /** The columns that an earlier workbook of refused rows added. */
    private static Set<Integer> addedBefore(List<SheetRow> above) {
        var added = new HashSet<Integer>();
        for (var row : above) {
            for (int column = 0; column < row.cells().size(); column++) {
                if (RepairHeadings.isOne(row.cell(column).shown().strip())) {
                    added.add(column);
                }
            }
        }
        return added;
    }

    private static SheetRow trimmed(SheetRow row, Set<Integer> added) {
        var cells = new ArrayList<>(row.cells());
        added.stream()
                .filter(column -> column < cells.size())
                .forEach(column -> cells.set(column, SheetCell.Text.BLANK));
        trim(cells);
        return new SheetRow(row.number(), cells, row.continued(), row.spans(), row.hidden());
    }

    /** The cells as a workbook has them: texts typed by hand, and errors only where they are read. */
    private static List<SheetCell> written(SheetRow row, Columns columns, Set<Integer> added) {
        var read = columns.fields().values().stream().map(Column::index).collect(Collectors.toSet());
        var cells = new ArrayList<SheetCell>();
        for (int column = 0; column < row.cells().size(); column++) {
            var cell = row.cell(column);
            if (added.contains(column)) {
                cells.add(SheetCell.Text.BLANK);
            } else if (cell instanceof SheetCell.Numeric
                    || read.contains(column) && !(cell instanceof SheetCell.Text)) {
                cells.add(cell);
            } else {
                cells.add(new SheetCell.Text(cell.shown()));
            }
        }
        trim(cells);
        return cells;
    }

    private static void trim(List<SheetCell> cells) {
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
    }

    private List<RefusedSheet.Row> rows(
            List<SheetRow> written, Columns columns, @Nullable String name, @Nullable String prefix)
            throws IOException {
        var again = GroupedDigits.in(() -> source(written.iterator()), columns);
        var stated = SheetName.of(schema, options.sheetIs(), name);
        var rows = new ArrayList<RefusedSheet.Row>();
        for (var row : written) {
            var place = new RowPlace(prefix, row.number());
            var refusal = Objects.requireNonNull(refused.get(place));
            var reread = new RowCells(row, place, again, schema.subject(), stated);
            var shown = SheetReader.row(reread, rowReader).errors().stream()
                    .map(error -> column(error, columns))
                    .collect(Collectors.toSet());
            rows.add(row(row, refusal, columns, refusal.isUnreadable() ? shown : null));
        }
        return rows;
    }

    /** @param shown the columns whose cells are refused when the row is read by itself; null when they need not be */
    private RefusedSheet.Row row(SheetRow row, Refusal refusal, Columns columns, @Nullable Set<Integer> shown) {
        var cells = new ArrayList<>(row.cells());
        var faults = new ArrayList<RefusedSheet.Fault>();
        for (var error : refusal.errors()) {
            int column = column(error, columns);
            boolean isHidden = shown != null && !shown.contains(column);
            if (isHidden) {
                while (cells.size() <= column) {
                    cells.add(SheetCell.Text.BLANK);
                }
                cells.set(column, UNREADABLE);
            }
            faults.add(new RefusedSheet.Fault(
                    column,
                    heading(error, columns),
                    error.expected(),
                    isHidden ? row.cell(column).shown() : null));
        }
        return new RefusedSheet.Row(row.number(), cells, faults);
    }

    private static Map.@Nullable Entry<SheetField<?>, Column> find(CellError error, Columns columns) {
        Map.Entry<SheetField<?>, Column> found = null;
        for (var entry : columns.fields().entrySet()) {
            if (entry.getValue().heading().equals(error.column())) {
                return entry;
            }
            if (entry.getKey().key().equals(error.column())) {
                found = entry;
            }
        }
        return found;
    }

    private int column(CellError error, Columns columns) {
        var found = find(error, columns);
        return found != null
                ? found.getValue().index()
                : Objects.requireNonNull(columns.fields().get(schema.subject())).index();
    }

    private static @Nullable String heading(CellError error, Columns columns) {
        var found = find(error, columns);
        if (found != null) {
            return found.getValue().heading();
        }
        return error.column() == null || error.column().isEmpty() ? null : error.column();
    }

    private static RowSource source(Iterator<SheetRow> rows) {
        return new RowSource() {
            @Override
            public @Nullable SheetRow next() {
                return rows.hasNext() ? rows.next() : null;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
