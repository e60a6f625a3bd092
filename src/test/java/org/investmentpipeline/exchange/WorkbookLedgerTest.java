package org.investmentpipeline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookLedgerTest {

    private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

    @TempDir
    Path folder = Path.of("");

    private final List<Statement> statements = new ArrayList<>();

    @Test
    void numbers_dates_ticks_and_texts_of_a_sheet_are_read() throws IOException {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("项目");
            row(sheet, 0, "2023年项目表");
            row(sheet, 2, null, "编号", "项目名称", "总投资（亿元）", "签约时间", "开工时间", "重点项目");
            row(sheet, 4, null, 4861, "甲", 0.1 + 0.2, LocalDate.of(2023, 6, 28), 201809, true);
            sheet.style(4, 4).format("yyyy-mm-dd").set();
            row(sheet, 5, null, "B-2", "乙", "3.5亿元", LocalDate.of(2023, 6, 15), "——", false);
            sheet.style(5, 4).format("yyyy\"年\"m\"月\"").set();
        });

        var reading = read(file, null);

        assertEquals(2, reading.rows());
        var first = statements.get(0);
        assertEquals(5, first.row());
        assertEquals("4861", first.code());
        assertEquals(new BigDecimal("30000000.00"), first.amount());
        assertEquals(true, first.key());
        var second = statements.get(1);
        assertEquals(new BigDecimal("350000000.00"), second.amount());
        assertEquals(Map.of(Stage.SIGNED, new StatedDay(LocalDate.of(2023, 6, 1), Precision.MONTH)), second.entries());
        assertEquals(false, second.key());
        assertEquals("B", reading.headings().get(0).column());
    }

    @Test
    void a_merged_cell_speaks_for_all_its_rows() throws IOException {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("项目");
            row(sheet, 0, "项目名称", "园区", "行业");
            row(sheet, 1, "甲", "东城", "制造");
            row(sheet, 2, "乙", null, "农业");
            row(sheet, 3, "丙", "不显示", null);
            row(sheet, 4, "丁", "西城", null);
            row(sheet, 5, "戊");
            sheet.range(1, 1, 3, 1).merge();
            sheet.range(4, 1, 5, 2).merge();
        });

        read(file, null);

        assertEquals(
                List.of("东城", "东城", "东城", "西城", "西城"),
                statements.stream().map(Statement::zone).toList());
        assertNull(statements.get(4).sector());
        assertTrue(statements.stream().allMatch(s -> s.errors().isEmpty()));
    }

    @Test
    void a_merged_amount_or_name_is_not_multiplied() throws IOException {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("项目");
            row(sheet, 0, "项目名称", "总投资（万元）", "行业");
            row(sheet, 1, "甲", 100, "制造");
            row(sheet, 2, "乙", null, "农业");
            row(sheet, 3, "丙", 5, "制造");
            row(sheet, 4, null, 6, "农业");
            sheet.range(1, 1, 2, 1).merge();
            sheet.range(3, 0, 4, 0).merge();
        });

        read(file, null);

        assertEquals(List.of(), statements.get(0).errors());
        assertEquals("总投资（万元）", statements.get(1).errors().get(0).column());
        assertEquals(List.of(), statements.get(2).errors());
        assertEquals(
                "This row continues the project of row 4; a project takes one row.",
                statements.get(3).errors().get(0).expected().en());
    }

    @Test
    void a_heading_merged_over_two_rows_is_one_heading() throws IOException {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("项目");
            row(sheet, 0, "项目名称", "总投资（万元）", "开工时间");
            row(sheet, 1, null, null, "年月");
            row(sheet, 2, "甲", 100, "2023年5月");
            sheet.range(0, 0, 1, 0).merge();
            sheet.range(0, 1, 1, 1).merge();
        });

        assertEquals(1, read(file, null).rows());
        assertEquals("甲", statements.get(0).name());
    }

    @Test
    void the_first_visible_sheet_with_headings_is_read_unless_one_is_named() throws IOException {
        var file = workbook(book -> {
            row(book.newWorksheet("说明"), 0, "请先阅读");
            var hidden = book.newWorksheet("旧");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            ledger(hidden, "旧项目");
            ledger(book.newWorksheet("在谈"), "在谈项目");
            ledger(book.newWorksheet("4"), "签约项目");
        });

        for (var sheet : new @Nullable String[] {null, "旧", "2", "4", "3"}) {
            read(file, sheet);
        }

        assertEquals(
                List.of("在谈项目", "旧项目", "旧项目", "签约项目", "在谈项目"),
                statements.stream().map(Statement::name).toList());
        assertTrue(refusal(file, "开工").contains("it has: 说明, 旧, 在谈, 4"));
        assertTrue(refusal(file, "说明").startsWith("No heading row"));
        assertTrue(refusal(file, "9").startsWith("The workbook has no sheet"));
    }

    @Test
    void a_formula_counts_as_its_saved_value_and_a_failed_one_is_refused() throws IOException {
        var cells = """
                <row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c><c r="B1" t="inlineStr"><is><t>总投资（万元）</t></is></c></row>
                <row r="2"><c r="A2" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>丙_x000D_</t></is></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t>丁_xD800_</t></is></c><c r="B4"/></row>
                """;

        read(sheetXml(cells), null);

        assertEquals("甲乙", statements.get(0).name());
        assertEquals(new BigDecimal("20000.00"), statements.get(0).amount());
        assertEquals("丙", statements.get(1).name());
        assertEquals("#DIV/0!", statements.get(1).errors().get(0).value());
        assertEquals("项目名称", statements.get(2).errors().get(0).column());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZZZ1\"><v>2</v></c></row>",
                "<row r=\"99999999\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>one</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1E+999999999</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
                "<row r=\"1\"><c"
            })
    void a_sheet_that_no_spreadsheet_writes_is_refused(String cells) throws IOException {
        var file = sheetXml(cells);

        assertThrows(UnreadableLedger.class, () -> read(file, null));
    }

    @Test
    void an_archive_that_unpacks_to_two_hundred_times_its_size_is_refused() throws IOException {
        var file = sheetXml(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + " ".repeat(8 << 20) + "</t></is></c></row>");

        assertEquals("The workbook unpacks to far more than a ledger holds.", refusal(file, null));
    }

    @Test
    void an_old_or_encrypted_workbook_is_refused_with_advice() throws IOException {
        var file =
                Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});

        assertTrue(refusal(file, null).contains("save it as .xlsx"));
    }

    @Test
    void a_truncated_workbook_is_refused() throws IOException {
        var whole = Files.readAllBytes(workbook(book -> ledger(book.newWorksheet("项目"), "甲")));
        var file = Files.write(folder.resolve("half.xlsx"), Arrays.copyOf(whole, whole.length / 2));

        assertEquals("The workbook is damaged.", refusal(file, null));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_workbook_with_flipped_bytes_is_read_or_refused_but_never_fails_otherwise(long seed) throws IOException {
        var whole = Files.readAllBytes(stored(sheetXml("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c><c r="B1" t="inlineStr"><is><t>行业</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>1</v></c></row>""")));
        var random = new Random(seed);
        int read = 0;

        for (int i = 0; i < 200; i++) {
            var damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                read += read(Files.write(folder.resolve("damaged.xlsx"), damaged), null)
                        .rows();
            } catch (UnreadableLedger refused) {
                assertTrue(!refused.reason().zh().isEmpty());
            }
        }

        assertTrue(read > 0);
    }

    /** The same archive uncompressed, so that a flipped byte reaches the XML. */
    private Path stored(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipFile(file.toFile());
                var out = new ZipOutputStream(bytes)) {
            out.setLevel(0);
            for (var entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
                out.closeEntry();
            }
        }
        return Files.write(file, bytes.toByteArray());
    }

    private static void ledger(Worksheet sheet, String name) {
        row(sheet, 0, "项目名称", "行业");
        row(sheet, 1, name, "制造");
    }

    private static void row(Worksheet sheet, int row, @Nullable Object... values) {
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

    private Path workbook(Consumer<Workbook> content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            content.accept(book);
        }
        return Files.write(folder.resolve("ledger.xlsx"), bytes.toByteArray());
    }

    /** A workbook of one sheet with exactly these rows. */
    private Path sheetXml(String rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    </Types>""");
            entry(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="项目" sheetId="1" r:id="rId1"/></sheets></workbook>""");
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

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private LedgerReading read(Path file, @Nullable String sheet) {
        return LedgerReader.read(file, new ReadingOptions(sheet, null, null, Map.of(), AS_OF), statements::add);
    }

    private String refusal(Path file, @Nullable String sheet) {
        return assertThrows(UnreadableLedger.class, () -> read(file, sheet))
                .reason()
                .en();
    }
}
