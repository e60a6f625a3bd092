package org.investmentpipeline.spreadsheet.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as different programs write them. */
class WorkbookFormsTest {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0}: row {1}, column {2} is {3}")
    @CsvSource({
        "strict.xlsx, 2, 1, 严格格式",
        "strict.xlsx, 2, 5, 2023-06-09",
        "iso-moment.xlsx, 2, 5, 2023-06-09",
        "iso-day.xlsx, 2, 5, 2023-06-09",
        "phonetic-guide.xlsx, 2, 1, 内联音标名称",
        "phonetic-guides-in-runs.xlsx, 1, 1, 项目名称",
        "phonetic-guides-in-runs.xlsx, 2, 1, 青禾电堆内联",
        "format-contradicts-heading.xlsx, 2, 1, 3.50亿元",
        "format-contradicts-heading.xlsx, 3, 1, '3,000万美元'",
        "format-contradicts-heading.xlsx, 4, 1, 35000.0",
        "unit-in-format.xlsx, 3, 1, 12000.0万元",
        "formula-without-value.xlsx, 2, 3, =10000*2",
        "hidden-rows.xlsx, 3, 1, 被筛掉的项目"
    })
    void a_file_is_read_as_shown(String name, int row, int column, String shown) throws IOException {
        assertEquals(shown, rows(resource(name)).get(row - 1).cell(column).shown());
    }

    @Test
    void hidden_rows_are_marked() throws IOException {
        assertEquals(
                List.of(false, false, true, true),
                rows(resource("hidden-rows.xlsx")).stream()
                        .map(SheetRow::hidden)
                        .toList());
        for (var attribute : List.of("hidden=\"true\"", "ht=\"0\" customHeight=\"1\"")) {
            assertTrue(rows(sheet("<row " + attribute + "><c><v>1</v></c></row>"))
                    .get(0)
                    .hidden());
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<c><f>1+1</f></c> | Unsaved | =1+1",
                "<c><f>A1*2</f><v/></c> | Unsaved | =A1*2",
                "<c t=\"b\"><f>A1&gt;2</f></c> | Unsaved | =A1>2",
                "<c t=\"str\"><f>\"\"</f><v></v></c> | Text | ``",
                "<c t=\"str\"><f>A1</f><v>甲</v></c> | Text | 甲",
                "<c t=\"str\"><f>A1</f><v>#VALUE!</v></c> | Failed | #VALUE!",
                "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c> | Failed | #DIV/0!",
                "<c t=\"e\"><v>#N/A</v></c> | Failed | #N/A",
                "<c><f>0</f><v>0</v></c> | Numeric | 0",
                "<c s=\"3\"/> | Text | ``",
                "<c t=\"d\"><v>2023-06-28T10:15:00Z</v></c> | Numeric | 2023-06-28",
                "<c t=\"d\"><v>10:15:00</v></c> | Text | 10:15:00",
                "<c t=\"b\"><v>true</v></c> | Text | TRUE",
                "<c t=\"inlineStr\"><is><t>甲</t></is></c> | Text | 甲",
                "<c t=\"inlineStr\"><is><r><rPr/><t>甲</t></r><r><t xml:space=\"preserve\"> 乙</t></r></is></c> | Text | 甲 乙",
                "<c t=\"inlineStr\"><is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></is></c> | Text | 東京",
                "<c t=\"inlineStr\"><is><t><![CDATA[甲]]></t></is></c> | Text | 甲"
            })
    void a_cell_is_what_the_program_meant(String cell, String kind, String shown) throws IOException {
        var read = rows(sheet("<row>" + cell + "</row>")).get(0).cell(0);

        assertEquals(kind, read.getClass().getSimpleName());
        assertEquals(shown, read.shown());
    }

    @Test
    void a_zero_beside_a_formula_is_no_value_where_formulas_were_left_to_be_calculated() throws IOException {
        var file = workbook(
                MAIN,
                "<calcPr fullCalcOnLoad=\"1\"/>",
                "<row><c><f>1+1</f><v>0</v></c><c><f>2</f><v>2</v></c></row>",
                Map.of());

        var row = rows(file).get(0);

        assertInstanceOf(SheetCell.Unsaved.class, row.cell(0));
        assertEquals("2", row.cell(1).shown());
    }

    @ParameterizedTest
    @ValueSource(strings = {MAIN, STRICT})
    void shared_texts_and_formats_are_found_by_their_relationship(String namespace) throws IOException {
        var file = workbook(
                namespace,
                "",
                "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"D2\" s=\"1\"><v>7</v></c><c r=\"E2\" s=\"2\"><v>45105</v></c></row>",
                Map.of(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"" + namespace
                                + "\"><si><t>甲</t></si><si><r><t>乙</t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh><r><t>丙</t></r></si></sst>",
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"" + namespace
                                + "\"><numFmts><numFmt numFmtId=\"176\" formatCode=\"000\"/></numFmts>"
                                + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
                                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf numFmtId=\"57\"/></cellXfs></styleSheet>"));

        var row = rows(file).get(0);

        assertEquals(2, row.number());
        assertEquals("乙丙", row.cell(1).shown());
        assertEquals("007", row.cell(3).shown());
        assertEquals("2023-06", row.cell(4).shown());
        assertEquals(
                Precision.MONTH,
                assertInstanceOf(SheetCell.Numeric.class, row.cell(4)).shownAs());
    }

    @Test
    void rows_and_cells_without_their_place_follow_each_other() throws IOException {
        var rows = rows(
                sheet(
                        "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"B5\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>"));

        assertEquals(List.of(1, 5, 6), rows.stream().map(SheetRow::number).toList());
        assertEquals("2", rows.get(0).cell(1).shown());
        assertEquals("4", rows.get(1).cell(2).shown());
    }

    @Test
    void cells_merged_over_columns_are_known_in_their_row() throws IOException {
        var rows = rows(
                workbook(
                        MAIN,
                        "",
                        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
                        Map.of(
                                "merges",
                                "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B1:C2\"/><mergeCell ref=\"A2:B2\"/></mergeCells>")));

        assertEquals(Map.of(0, 2, 1, 2), rows.get(0).spans());
        assertEquals(Map.of(0, 1), rows.get(1).spans());
    }

    @Test
    void the_binary_trace_of_a_number_is_gone_and_zero_may_be_hidden() throws IOException {
        var row = rows(workbook(
                        MAIN,
                        "",
                        "<row><c><v>0.30000000000000004</v></c><c s=\"1\"><v>0</v></c><c s=\"1\"><v>5</v></c></row>",
                        Map.of(
                                "xl/styles.xml",
                                "<styleSheet><cellXfs><xf/><xf numFmtId=\"176\"/></cellXfs><numFmts><numFmt numFmtId=\"176\" formatCode=\"0;-0;;@\"/></numFmts></styleSheet>")))
                .get(0);

        assertEquals(
                new BigDecimal("0.300000000000000"),
                assertInstanceOf(SheetCell.Numeric.class, row.cell(0)).value());
        assertEquals("5", row.cell(2).shown());
    }

    private static List<SheetRow> rows(Path file) throws IOException {
        var rows = new ArrayList<SheetRow>();
        try (var workbook = Workbook.open(file);
                var source = workbook.rows(0)) {
            for (var row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Path resource(String name) throws IOException {
        try (var in = WorkbookFormsTest.class.getResourceAsStream(name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private Path sheet(String rows) throws IOException {
        return workbook(MAIN, "", rows, Map.of());
    }

    /** A workbook with backslashes in its names, as some programs write them. */
    private Path workbook(String namespace, String after, String rows, Map<String, String> parts) throws IOException {
        String office = namespace.equals(STRICT)
                ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"" + office
                            + "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl\\workbook.xml",
                    "<x:workbook xmlns:x=\"" + namespace + "\" xmlns:r=\"" + office
                            + "\"><x:sheets><x:sheet name=\"项目\" sheetId=\"1\" r:id=\"r1\"/></x:sheets>" + after
                            + "</x:workbook>");
            entry(
                    zip,
                    "xl\\_rels\\workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"" + office
                            + "/worksheet\" Target=\"./worksheets/../worksheets/Sheet1.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl\\worksheets\\sheet1.xml",
                    "<worksheet xmlns=\"" + namespace + "\"><sheetData>" + rows + "</sheetData>"
                            + parts.getOrDefault("merges", "") + "</worksheet>");
            for (var part : parts.entrySet()) {
                entry(zip, part.getKey(), part.getValue());
            }
        }
        return Files.write(folder.resolve("written.xlsx"), bytes.toByteArray());
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
