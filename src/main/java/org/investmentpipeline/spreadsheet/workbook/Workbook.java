package org.investmentpipeline.spreadsheet.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.investmentpipeline.spreadsheet.sheet.RowSource;
import org.investmentpipeline.spreadsheet.sheet.UnreadableFile;

/** An .xlsx workbook whose sheets are read row by row. */
public final class Workbook implements AutoCloseable {

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    private final WorkbookArchive archive;
    private final WorkbookParts parts;
    private final StoredCells stored;
    private final Map<String, List<SheetSurvey.Merge>> surveyed = new HashMap<>();

    private Workbook(WorkbookArchive archive) throws IOException, XMLStreamException {
        this.archive = archive;
        this.parts = WorkbookParts.of(archive);
        this.stored = new StoredCells(
                SharedTexts.open(archive, parts.texts()),
                CellFormats.of(archive, parts.styles()),
                parts.date1904() ? DAY_ZERO_1904 : DAY_ZERO,
                parts.uncalculated());
    }

    /**
     * Opens a workbook.
     *
     * @throws UnreadableFile when it is damaged, or too large when unpacked
     */
    public static Workbook open(Path file) throws IOException {
        var archive = WorkbookArchive.open(file);
        try {
            return new Workbook(archive);
        } catch (UnreadableFile e) {
            archive.close();
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            archive.close();
            throw WorkbookArchive.corrupt(e);
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
        var sheets = parts.sheets();
        return IntStream.range(0, sheets.size())
                .mapToObj(place -> new Tab(
                        place, sheets.get(place).name(), sheets.get(place).visible()))
                .toList();
    }

    /** The rows of a sheet by its place, merged cells carried down. */
    public RowSource rows(int place) {
        String part = parts.sheets().get(place).part();
        try {
            var merges = surveyed.get(part);
            if (merges == null) {
                merges = SheetSurvey.merges(archive, part);
                surveyed.put(part, merges);
            }
            var rows = new WorkbookRows(archive.xml(part), stored);
            return merges.isEmpty() ? rows : new MergedRows(rows, merges);
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // A damaged workbook causes arbitrary exceptions of its readers.
            throw WorkbookArchive.corrupt(e);
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
