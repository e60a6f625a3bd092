package org.investmentpipeline.spreadsheet.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    private static final String TRADITIONAL = """
            項目名稱,投資方,總投資（億元）,建設階段,簽約時間
            繁體項目,甲公司,1.2,簽約,2023年6月
            臺灣精密機械園區擴建工程,聯電股份有限公司,3.5,開工,2023年9月
            """;
    private static final String SIMPLIFIED = """
            项目名称,投资方,总投资（亿元）,建设阶段,签约时间
            简体项目,甲公司,1.2,签约,2023年6月
            瑢玥镕鑫喆新材料产业园,堃昇科技（芜湖）,3.5,开工,2023年9月
            """;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "x-windows-950", "UTF-16LE", "UTF-16BE"})
    void a_text_is_read_in_any_encoding(String charset) throws IOException {
        assertEquals(
                "繁體項目",
                rows(TRADITIONAL.getBytes(Charset.forName(charset)))
                        .get(1)
                        .cell(0)
                        .shown());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void a_simplified_text_is_not_taken_for_big5(String charset) throws IOException {
        var row = rows(SIMPLIFIED.getBytes(Charset.forName(charset))).get(2);

        assertEquals("瑢玥镕鑫喆新材料产业园", row.cell(0).shown());
        assertEquals("堃昇科技（芜湖）", row.cell(1).shown());
    }

    @Test
    void a_short_file_in_big5_is_read() throws IOException {
        byte[] bytes;
        try (var in = CsvTextTest.class.getResourceAsStream("big5.csv")) {
            bytes = in.readAllBytes();
        }
        assertEquals("項目編號", rows(bytes).get(0).cell(0).shown());
    }

    @Test
    void a_text_that_may_be_in_two_encodings_is_refused() {
        var half = "項目編號,項目名稱,總投資";
        var bytes = (half + ",纔轑轒").getBytes(Charset.forName("x-windows-950"));

        assertThrows(UnreadableFile.class, () -> rows(bytes));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=\"0012\" | 0012",
                "\"=\"\"0012\"\"\" | 0012",
                "\"=\"\"a\"\"\"\"b\"\"\" | a\"b",
                "'0012 | 0012",
                "'甲公司 | 甲公司",
                "'=1+1 | =1+1",
                "''t Hooft | 't Hooft",
                "'A' | 'A'",
                "0012 | 0012",
                "=1+1 | =1+1"
            })
    void a_guard_is_no_part_of_the_text(String field, String text) throws IOException {
        assertEquals(
                text,
                rows((field + ",b\n").getBytes(Charset.forName("UTF-8")))
                        .get(0)
                        .cell(0)
                        .shown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#SPILL!", "Err:502", "########"})
    void the_code_of_a_failed_formula_is_no_text(String code) throws IOException {
        assertInstanceOf(
                SheetCell.Failed.class,
                rows(("a," + code).getBytes(Charset.forName("UTF-8"))).get(0).cell(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "#1", "#3号地块", "Error", "Err:", "##"})
    void other_texts_with_a_hash_are_texts(String text) throws IOException {
        assertInstanceOf(
                SheetCell.Text.class,
                rows(("a," + text).getBytes(Charset.forName("UTF-8"))).get(0).cell(1));
    }

    private List<SheetRow> rows(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("ledger.csv"), bytes);
        var rows = new ArrayList<SheetRow>();
        try (var source = CsvRows.open(file, row -> row.cells().size())) {
            for (var row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
