package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.spreadsheet.EditedWorkbook;
import org.investmentpipeline.spreadsheet.errors.RepairSheets;
import org.investmentpipeline.spreadsheet.heading.HeadingReading;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.RefusedRowReader;
import org.investmentpipeline.spreadsheet.reading.RefusedSheet;
import org.investmentpipeline.spreadsheet.reading.RowPlace;
import org.investmentpipeline.spreadsheet.reading.SheetReader;
import org.investmentpipeline.spreadsheet.reading.SheetReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused rows as a workbook: unrepaired it is refused for the same reasons, repaired it is read as if it had always been right. */
class RefusedRowsTest extends WrittenWorkbook {
    private static final String PROJECT = "<sheet name=\"项目\" sheetId=\"1\" r:id=\"rId1\"/>";
    private static final String STYLES = """
            <numFmt numFmtId="200" formatCode="0.00&quot;亿元&quot;"/><numFmt numFmtId="201" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
            <numFmt numFmtId="202" formatCode="000000"/>
            <xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="201"/><xf numFmtId="202"/><xf numFmtId="14"/><xf numFmtId="10"/>""";
    private static final String HEADINGS =
            row(1, text("项目编号"), text("项目名称"), text("总投资（万元）"), text("建设阶段"), text("签约时间"), text("项目用地"), text("备注"));

    /** A file as it was read. */
    private record Read(SheetReading reading, List<ImportRow<ProjectStatement>> rows) {
        /** The errors of all rows, each as its column and the expected content. */
        List<String> errors() {
            return rows.stream()
                    .flatMap(row -> row.errors().stream())
                    .map(error -> error.column() + " " + error.expected().en())
                    .toList();
        }

        List<ImportRow<ProjectStatement>> refused() {
            return rows.stream().filter(ImportRow::isRefused).toList();
        }
    }

    private static String text(String text) {
        return " t=\"inlineStr\"><is><t>" + text + "</t></is>";
    }

    private static String number(String number, int style) {
        return " s=\"" + style + "\"><v>" + number + "</v>";
    }

    private static String row(int number, String... cells) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < cells.length; column++) {
            row.append("<c r=\"")
                    .append((char) ('A' + column))
                    .append(number)
                    .append('"')
                    .append(cells[column])
                    .append("</c>");
        }
        return row + "</row>";
    }

    private static Read read(Path file, ReadingOptions options) {
        var rows = new ArrayList<ImportRow<ProjectStatement>>();
        return new Read(SheetReader.read(file, options, new ProjectRowReader(options.asOf()), rows::add), rows);
    }

    private EditedWorkbook repair(Path file, ReadingOptions options) throws IOException {
        var read = read(file, options);
        var refused = new LinkedHashMap<RowPlace, RefusedSheet.Refusal>();
        read.refused().forEach(row -> refused.put(row.place(), new RefusedSheet.Refusal(row.errors(), true)));
        var sheets = RefusedRowReader.read(
                file,
                options,
                new ProjectRowReader(options.asOf()),
                read.reading(),
                refused,
                new RefusedSheet.Bounds(100, 100_000));
        return new EditedWorkbook(
                new RepairSheets(Locale.ENGLISH).workbook(sheets, 0).bytes());
    }

    private Path saved(EditedWorkbook workbook) throws IOException {
        return Files.write(folder.resolve("repair.xlsx"), workbook.bytes());
    }

    private static ReadingOptions options() {
        return ReadingOptions.of(LocalDate.of(2023, 12, 31));
    }

    /** Rows with a code, a name, an amount, a stage, a day and land; each is refused for one cell or more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='A2' t='inlineStr'><is><t>P1</t></is></c><c r='C2'><v>5</v></c>",
                "<c r='A2'><v>1234567890123456</v></c><c r='B2' t='inlineStr'><is><t>甲</t></is></c>",
                "<c r='A2' s='4'><v>45000</v></c><c r='B2' t='inlineStr'><is><t>甲</t></is></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='C2' t='inlineStr'><is><t>12-15</t></is></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='C2' s='1'><v>3.5</v></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='C2' s='5'><v>0.5</v></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='C2' s='4'><v>45000</v></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='C2'><f>SUM(D1:D9)</f></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='C2' t='e'><f>X1</f><v>#REF!</v></c>",
                "<c r='B2' t='e'><v>#N/A</v></c><c r='C2'><v>5</v></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='D2' t='inlineStr'><is><t>天晓得</t></is></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='E2' t='inlineStr'><is><t>23.6.28</t></is></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='E2'><v>-3</v></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='F2' t='inlineStr'><is><t>三块地</t></is></c>",
                "<c r='B2' t='inlineStr'><is><t>甲_x0007_乙</t></is></c><c r='C2'><v>5</v></c>",
                "<c r='B2' t='inlineStr'><is><t>甲</t></is></c><c r='C2' t='inlineStr'><is><t>1,2000</t></is></c><c r='E2' t='inlineStr'><is><t>某日</t></is></c>"
            })
    void unrepairedRowsAreRefusedForTheSameReasons(String cells) throws IOException {
        var sent = sheetXml(HEADINGS + "<row r=\"2\">" + cells.replace('\'', '"') + "</row>", PROJECT, STYLES);
        var errors = read(sent, options()).errors();
        assertFalse(errors.isEmpty());

        var again = read(saved(repair(sent, options())), options());

        assertEquals(errors, again.errors());
        assertEquals(1, again.rows().size());
    }

    @Test
    void valuesAreTypedAsTheyWere() throws IOException {
        var right = HEADINGS
                + row(
                        2,
                        number("12", 3),
                        text("甲"),
                        number("3.5", 1),
                        text("签约"),
                        number("45078", 2),
                        text("100亩"),
                        number("7", 0));
        // The format says 亿元 and so must the heading.
        right = right.replace("万元", "亿元");
        var wrong = right.replace("签约</t>", "天晓得</t>");
        var expected = read(sheetXml(right, PROJECT, STYLES), options()).rows().get(0);

        var repaired = repair(sheetXml(wrong, PROJECT, STYLES), options()).type(1, "D2", "签约");
        var read = read(saved(repaired), options());

        assertEquals(expected.accepted(), read.rows().get(0).accepted());
        assertEquals(List.of(), read.errors());
    }

    /** Each of two projects would have the whole amount. */
    @Test
    void anAmountMergedOverRowsIsNoAmountOfEach() throws IOException {
        var sent = workbook(book -> {
            var sheet = book.newWorksheet("项目");
            row(sheet, 0, "项目名称", "总投资（万元）", "行业");
            row(sheet, 1, "甲", 500, "制造");
            row(sheet, 2, "乙", null, "制造");
            sheet.range(1, 1, 2, 1).merge();
        });
        var errors = read(sent, options()).errors();

        var repair = repair(sent, options());
        var again = read(saved(repair), options());

        assertEquals(1, errors.size());
        assertEquals(1, again.rows().size());
        assertTrue(again.rows().get(0).isRefused());
        assertTrue(repair.cell(1, "B2").contains("NA()"), repair.cell(1, "B2"));
        assertTrue(repair.part("xl/comments1.xml").contains("The cell was: 500"));
        assertEquals(
                0, read(saved(repair.type(1, "B2", "200")), options()).refused().size());
    }

    /** A CSV is read with more suspicion than a workbook, whose texts somebody typed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+11,甲,5,签约,2023-06-28",
                "P1,甲,12,000,签约,2023-06-28",
                "P1,甲,#N/A,签约,2023-06-28",
                "P1,甲,5,签约,06/28/2023",
                "P1,甲,95 592.04,签约,2023-06-28\nP2,乙,1234.5,签约,2023-06-28"
            })
    void rowsOfACsvAreRefusedAgain(String rows) throws IOException {
        var sent = Files.write(
                folder.resolve("ledger.csv"),
                ("项目编号,项目名称,总投资（万元）,建设阶段,签约时间\n" + rows).getBytes(StandardCharsets.UTF_8));
        var before = read(sent, options());
        assertFalse(before.errors().isEmpty());

        var again = read(saved(repair(sent, options())), options());

        assertEquals(before.refused().size(), again.refused().size());
        assertEquals(
                before.refused().get(0).errors().get(0).column(),
                again.refused().get(0).errors().get(0).column());
    }

    @Test
    void headingsStayInTheirRowsWithTheirUnitsAndMerges() throws IOException {
        var sent = workbook(book -> {
            var sheet = book.newWorksheet("项目");
            row(sheet, 0, "某市项目台账");
            row(sheet, 1, "单位：万元");
            row(sheet, 2, "项目编号", "项目名称", "投资", null, "时间节点");
            row(sheet, 3, null, null, "总投资", "年度投资", "签约");
            row(sheet, 4, "P1", "甲", 500, 10, "某日");
            row(sheet, 5, "P2", "乙", 600, 10, "2023-06-28");
            sheet.range(0, 0, 0, 4).merge();
            sheet.range(2, 0, 3, 0).merge();
            sheet.range(2, 1, 3, 1).merge();
            sheet.range(2, 2, 2, 3).merge();
        });
        var before = read(sent, options());

        var repair = repair(sent, options());
        var again = read(saved(repair), options());

        assertEquals(headings(before), headings(again).subList(0, 5));
        assertEquals(before.errors(), again.errors());
        assertEquals(before.reading().warnings(), again.reading().warnings());
        var repaired =
                read(saved(repair.type(1, "E5", "2023-06-28")), options()).rows();
        assertEquals(new BigDecimal("5000000.00"), new ReadRow(repaired.get(0)).amount());
        assertTrue(repair.cell(1, "F4").contains("Original row"), repair.cell(1, "F4"));
        assertTrue(repair.cell(1, "F5").contains("<v>5</v>"), repair.cell(1, "F5"));
        assertTrue(repair.cell(1, "G5").contains("时间节点/签约: Expected a day"), repair.cell(1, "G5"));
    }

    private static List<String> headings(Read read) {
        return read.reading().headings().stream()
                .map((HeadingReading heading) -> heading.heading() + " " + heading.field() + " " + heading.unit())
                .toList();
    }

    @Test
    void theColumnsOfAnEarlierWorkbookAreNotDoubled() throws IOException {
        var sent = sheetXml(HEADINGS + row(2, text("P1"), text("甲"), text("一些")), PROJECT, STYLES);

        var first = Files.write(
                folder.resolve("first.xlsx"), repair(sent, options()).bytes());
        var second = repair(first, options());

        assertTrue(second.cell(1, "H1").contains("Original row"), second.cell(1, "H1"));
        assertEquals("", second.cell(1, "J1"));
        var notes = read(first, options()).reading().headings();
        assertFalse(notes.get(notes.size() - 1).isDoubtful());
    }

    @Test
    void eachSheetIsOneUnderItsName() throws IOException {
        var sent = workbook(book -> {
            for (var name : List.of("东区", "西区", "南区")) {
                var sheet = book.newWorksheet(name);
                row(sheet, 0, "项目名称", "总投资（万元）");
                row(sheet, 1, "甲" + name, name.equals("西区") ? 5 : "若干");
            }
        });
        var all = new ReadingOptions(
                List.of("*"), "zone", null, null, Map.of(), Map.of(), options().asOf());
        var before = read(sent, all);

        var repair = repair(sent, all);
        var again = read(saved(repair), all);

        assertEquals(before.errors(), again.errors());
        assertEquals(
                List.of("东区!2", "南区!2"),
                again.rows().stream().map(row -> row.place().toString()).toList());
        assertFalse(repair.hasSheet(3));
    }
}
