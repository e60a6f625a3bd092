package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest extends WrittenSheet {

    @Test
    void a_record_of_several_lines_is_one_row() throws IOException {
        read("项目名称,建设内容\n\"甲\n项目\",\"第一期\n第二期\"\n乙,\n", Map.of());

        assertEquals("甲项目", statements.get(0).name());
        assertEquals("第一期\n第二期", statements.get(0).summary());
        assertEquals(List.of(2, 3), statements.stream().map(ReadRow::row).toList());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void the_encoding_is_found(String charset) throws IOException {
        readBytes("项目名称,行业\n东风商用车，制造\n甲,先进制造\n".getBytes(Charset.forName(charset)));

        assertEquals("先进制造", statements.get(1).sector());
    }

    @ParameterizedTest(name = "{0} with its byte order mark")
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_settles_the_encoding(String charset) throws IOException {
        readBytes("\uFEFF项目名称\t行业\n甲\t先进制造\n".getBytes(Charset.forName(charset)));

        assertEquals("先进制造", statements.get(0).sector());
    }

    @Test
    void one_byte_that_fits_no_encoding_refuses_the_file() {
        var bytes = ("项目名称,行业\n" + "甲,先进制造\n".repeat(20_000) + "乙,\u00FF").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;

        var refused = assertThrows(UnreadableSheet.class, () -> readBytes(bytes));

        assertEquals(
                "The file is neither UTF-8 nor GB18030 throughout, nor a workbook.",
                refused.reason().en());
        assertEquals(List.of(), statements);
    }

    @ParameterizedTest(name = "separated by \"{0}\"")
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_found(String separator) throws IOException {
        read(
                String.join(separator, "项目名称", "总投资（万元）", "行业") + "\n" + String.join(separator, "甲", "\"1,500\"", "乙")
                        + "\n",
                Map.of());

        assertEquals("乙", statements.get(0).sector());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "行业,地点\n甲,乙\n", "项目名称\n甲\n", "甲,乙\n丙,丁\n", "项目名称,行业\n\"甲,乙\n"})
    void a_file_without_headings_or_with_a_torn_record_is_refused(String content) {
        assertThrows(UnreadableSheet.class, () -> read(content, Map.of()));
    }

    @Test
    @Timeout(20)
    void a_cell_made_to_take_long_is_refused_soon() throws IOException {
        var blanks = " ".repeat(1_000_000);
        var thousands = "1" + ",111".repeat(100_000);

        read("x" + blanks + "x,y\n项目名称,总投资（万元）\n甲" + blanks + "乙,\"" + thousands + "\"\n", Map.of());

        assertEquals(List.of("项目名称", "总投资（万元）"), errorColumns(0));
    }

    @Test
    void what_the_consumer_throws_passes_through() {
        assertThrows(
                ArithmeticException.class,
                () -> ReadRow.all(write("项目名称,行业\n甲,乙\n".getBytes(StandardCharsets.UTF_8)), options(Map.of()), s -> {
                    throw new ArithmeticException();
                }));
    }
}
