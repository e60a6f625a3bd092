package org.investmentpipeline.spreadsheet.sheet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An .xlsx workbook whose sheets are read row by row. */
public final class Workbook implements AutoCloseable {

    private final WorkbookArchive archive;
    private final ReadableWorkbook workbook;
    private final List<Sheet> sheets;

    private Workbook(WorkbookArchive archive, ReadableWorkbook workbook) {
        this.archive = archive;
        this.workbook = workbook;
        this.sheets = workbook.getSheets().toList();
    }

    /**
     * Opens a workbook.
     *
     * @throws UnreadableFile when it is damaged, or too large when unpacked
     */
    public static Workbook open(Path file) throws IOException {
        var archive = WorkbookArchive.open(file);
        try {
            return new Workbook(archive, open(file.toFile()));
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw WorkbookArchive.corrupt(e);
        }
    }

    /** The formats of cells, by which a number is recognised as a day; a workbook without styles has none. */
    private static ReadableWorkbook open(File file) throws IOException {
        try {
            return new ReadableWorkbook(file, new ReadingOptions(true, false));
        } catch (ExcelReaderException noStyles) {
            return new ReadableWorkbook(file, new ReadingOptions(false, false));
        }
    }

    /**
     * A sheet of the workbook.
     *
     * @param place its index from 0
     */
    public record Tab(int place, String name, boolean isVisible) {}

    /** The sheets in their order. */
    public List<Tab> tabs() {
        return sheets.stream()
                .map(sheet ->
                        new Tab(sheet.getIndex(), sheet.getName(), sheet.getVisibility() == SheetVisibility.VISIBLE))
                .toList();
    }

    /** The rows of a sheet by its place, merged cells carried down. */
    public RowSource rows(int place) {
        var sheet = sheets.get(place);
        try {
            var merges = SheetSurvey.merges(archive, sheet.getId());
            var rows = new WorkbookRows(sheet.openStream(), workbook.isDate1904());
            return merges.isEmpty() ? rows : new MergedRows(rows, merges);
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A damaged workbook causes arbitrary exceptions of its readers.
            throw WorkbookArchive.corrupt(e);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
        archive.close();
    }
}
