package org.investmentpipeline.spreadsheet.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanFoldingTest {

    /** ICU's 175 others have characters beyond the first plane, which occur in no heading. */
    @Test
    void the_table_is_that_of_icu() {
        var icu = Transliterator.getInstance("Hant-Hans");
        var differing = new ArrayList<String>();
        for (char c = 0x3400; c < 0xA000; c++) {
            String written = String.valueOf(c);
            String expected = icu.transliterate(written);
            if (expected.length() == 1 && !expected.equals(HanFolding.simplified(written))) {
                differing.add(written);
            }
        }
        assertEquals(List.of(), differing);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"項目名稱, 项目名称", "總投資（億元）, 总投资（亿元）", "臺灣, 台湾", "简体不变, 简体不变", "Mixed 開工 2023, Mixed 开工 2023", "𠮷野, 𠮷野"})
    void traditional_characters_become_simplified_ones(String written, String simplified) {
        assertEquals(simplified, HanFolding.simplified(written));
    }

    @ParameterizedTest(name = "{0} is looked up as {1}")
    @CsvSource({
        "總投資（億元）, 总投资亿元",
        "' Total_Investment [CNY] ', totalinvestmentcny",
        "是否　重点, 是否重点",
        "【在建】, 在建",
        "Ｓigned, signed"
    })
    void blanks_underlines_brackets_and_capitals_do_not_matter(String written, String key) {
        assertEquals(key, Wording.key(written));
    }
}
