package org.investmentpipeline.spreadsheet.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.spreadsheet.sheet.RowSource;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.investmentpipeline.spreadsheet.workbook.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as other programs read them. */
class SheetWriterTest {
    private static final SheetStart START =
            new SheetStart("台账", null, List.of(new SheetHeading("名称", 20), new SheetHeading("金额", 12)), 1);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aCsvHasItsMarkAndGuardsFormulas() throws IOException {
        var out = new ByteArrayOutputStream();
        var file = new CsvFile(out);
        file.begin(START);
        file.row(List.of(CellContent.text("=1+1"), CellContent.number(new BigDecimal("1200000000.00"), "0.00")));
        file.row(List.of(CellContent.text("'甲,\"乙\"\n丙"), CellContent.BLANK));
        file.row(List.of(CellContent.text("1E5"), CellContent.text("\t制表")));
        file.end();

        var text = out.toString(StandardCharsets.UTF_8);
        assertEquals("\uFEFF名称,金额\r\n'=1+1,1200000000.00\r\n\"''甲,\"\"乙\"\"\n丙\",\r\n1E5,'\t制表\r\n", text);
        try (var records = CsvReader.builder().ofCsvRecord(text)) {
            assertEquals(4, records.stream().count());
        }
    }

    @Test
    void aWorkbookHasTextsAsTextsAndNumbersAsNumbers() throws IOException {
        var out = new ByteArrayOutputStream();
        var file = new WorkbookFile(out);
        file.begin(START);
        file.row(List.of(CellContent.text("=1+1"), CellContent.number(new BigDecimal("1200000000.00"), "#,##0.00")));
        file.flush();
        file.row(List.of(
                CellContent.text("007_x0041_<&>\"\uD83D\uDE80"),
                CellContent.number(new BigDecimal("1234567890123456.78"), "#,##0.00")));
        file.begin(new SheetStart("历史", "仅供查阅", List.of(new SheetHeading("起", 12)), 1));
        file.row(List.of(CellContent.text("2023-06")));
        file.end();

        try (var workbook = Workbook.open(Files.write(folder.resolve("file"), out.toByteArray()))) {
            var rows = rows(workbook.rows(0));
            assertEquals(3, rows.size());
            assertEquals(new SheetCell.Text("=1+1"), rows.get(1).cell(0));
            assertEquals("1,200,000,000.00", rows.get(1).cell(1).shown());
            assertEquals(
                    new SheetCell.Text("007_x0041_<&>\"\uD83D\uDE80"),
                    rows.get(2).cell(0));
            assertEquals(new SheetCell.Text("1234567890123456.78"), rows.get(2).cell(1));
            var history = rows(workbook.rows(1));
            assertEquals("仅供查阅", history.get(0).cell(0).shown());
            assertEquals("2023-06", history.get(2).cell(0).shown());
        }
    }

    private static List<SheetRow> rows(RowSource source) throws IOException {
        var rows = new ArrayList<SheetRow>();
        try (source) {
            for (var row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
