package org.investmentpipeline.spreadsheet.sheet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

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
     * The indices of the sheets that the caller's option selects, in their order: by name, or by number from 1, or else
     * every visible one.
     *
     * @throws UnreadableFile when the workbook has no such sheet
     */
    public List<Integer> candidates(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return sheets.stream()
                    .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getIndex)
                    .toList();
        }
        for (var sheet : sheets) {
            if (sheet.getName().strip().equals(wanted.strip())) {
                return List.of(sheet.getIndex());
            }
        }
        if (wanted.strip().matches("[1-9]\\d{0,3}") && Integer.parseInt(wanted.strip()) <= sheets.size()) {
            return List.of(Integer.parseInt(wanted.strip()) - 1);
        }
        throw new UnreadableFile(LocalizedText.of(
                "The workbook has no sheet \"%1$s\"; it has: %2$s.", "工作簿中没有工作表“%1$s”，现有：%2$s。", wanted, names()));
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

    private String names() {
        return sheets.stream().map(Sheet::getName).collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws IOException {
        workbook.close();
        archive.close();
    }
}
