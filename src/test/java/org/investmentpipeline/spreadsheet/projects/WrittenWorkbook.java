package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.reading.SheetReading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** A workbook that a test writes and has read. */
abstract class WrittenWorkbook {

    private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

    @TempDir
    Path folder = Path.of("");

    final List<ReadRow> statements = new ArrayList<>();

    static void ledger(Worksheet sheet, String name) {
        row(sheet, 0, "项目名称", "行业");
        row(sheet, 1, name, "制造");
    }

    static void row(Worksheet sheet, int row, @Nullable Object... values) {
        for (int column = 0; column < values.length; column++) {
            Object value = values[column];
            if (value instanceof String text) {
                sheet.value(row, column, text);
            } else if (value instanceof Boolean tick) {
                sheet.value(row, column, tick);
            } else if (value instanceof LocalDate day) {
                sheet.value(row, column, day);
            } else if (value instanceof Number number) {
                sheet.value(row, column, number);
            }
        }
    }

    Path workbook(Consumer<Workbook> content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            content.accept(book);
        }
        return Files.write(folder.resolve("ledger.xlsx"), bytes.toByteArray());
    }

    /** A workbook of one sheet with exactly these rows. */
    Path sheetXml(String rows) throws IOException {
        return sheetXml(rows, "<sheet name=\"项目\" sheetId=\"1\" r:id=\"rId1\"/>", "");
    }

    /**
     * The same with other tabs and number formats.
     *
     * @param tabs the elements of the sheets, with the relationship rId1
     * @param styles the elements of the formats of cells
     */
    Path sheetXml(String rows, String tabs, String styles) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    </Types>""");
            entry(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets>%s</sheets></workbook>""".formatted(tabs));
            entry(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs>" + styles
                            + "</cellXfs></styleSheet>");
            entry(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/></Relationships>""");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                            + "</sheetData></worksheet>");
        }
        return Files.write(folder.resolve("sheet.xlsx"), bytes.toByteArray());
    }

    static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    SheetReading read(Path file, @Nullable String sheet) {
        return ReadRow.all(
                file,
                new ReadingOptions(
                        sheet == null ? List.of() : List.of(sheet), null, null, null, Map.of(), Map.of(), AS_OF),
                statements::add);
    }

    String refusal(Path file, @Nullable String sheet) {
        return assertThrows(UnreadableSheet.class, () -> read(file, sheet))
                .reason()
                .en();
    }
}
