package org.investmentpipeline.spreadsheet.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {

    @ParameterizedTest(name = "{0} shows {1} as {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "General | 1234.5 | 1234.5",
                "General | 210000000000000 | 210000000000000",
                "G/通用格式\"亿元\" | 3.5 | 3.5亿元",
                "000000 | 123 | 000123",
                "\"HT-\"0000 | 7 | HT-0007",
                "000-0000 | 1234567 | 123-4567",
                "0 | 1234567.5 | 1234568",
                "0.00\"亿元\" | 3.456 | 3.46亿元",
                "0.0亿元 | 3.45 | 3.5亿元",
                "#,##0 | 1234567 | 1,234,567",
                "#,##0.00 | 0.5 | 0.50",
                "[$¥-804]#,##0.00 | 350000000 | ¥350,000,000.00",
                "\"US$\"0.0 | 2.25 | US$2.3",
                "[$USD] #,##0 | 3000 | USD 3,000",
                "#,##0, | 350000000 | 350,000",
                "#,##0,, \"百万\" | 350000000 | 350 百万",
                "0.0,,\"M\" | 2500000 | 2.5M",
                "0!.0, | 350000000 | 35000.0",
                "0!.0000 | 350000000 | 35000.0000",
                "0\\.0,\"万元\" | 120000000 | 12000.0万元",
                "0\".\"0, | 5000 | 0.5",
                "0\"亿\"0000\"万元\" | 12000 | 1亿2000万元",
                "0.00% | 0.1234 | 12.34%",
                "0.## | 5 | 5",
                "#.0 | 0.25 | .3",
                ".00 | 12.5 | 12.50",
                "# ?/? | 1.5 | 1.5",
                "0.00E+00 | 123456 | 123456",
                "0;-0;\"—\" | 0 | —",
                "0.0;[Red](0.0) | -2.5 | (2.5)",
                "0.0 | -2.5 | -2.5",
                "[>=10000]0!.0,\"万元\";0\"元\" | 35000 | 3.5万元",
                "[>=10000]0!.0,\"万元\";0\"元\" | 3500 | 3500元",
                "[<100]0.0;0 | 250.4 | 250",
                "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ | 1234.5 | 1,234.50",
                "[Red][$-804]0\"个\" | 12 | 12个"
            })
    void a_number_is_shown_as_a_spreadsheet_shows_it(String code, BigDecimal value, String shown) {
        assertEquals(shown, NumberFormat.of(code).display(value).text().strip());
    }

    @ParameterizedTest(name = "{0} shows {1} as the number {2} with the words {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0.00\"亿元\" | 3.456 | 3.456 | 亿元",
                "0!.0, | 350000000 | 35000 | ``",
                "0!.0,\"万元\" | 120000000 | 12000 | 万元",
                "#!.0000\"万\" | 12345 | 1.2345 | 万",
                "#,##0,,\"百万元\" | 350000000 | 350 | 百万元",
                "\"US$\"0.0 | 2.25 | 2.25 | US$",
                "[$¥-804]#,##0.00 | 9 | 9 | ¥",
                "0\"万元\"_);(0\"万元\") | -5 | -5 | ( 万元)",
                "# ?/?\"亩\" | 1.5 | 1.5 | 亩"
            })
    void the_number_is_scaled_but_not_rounded(String code, BigDecimal value, BigDecimal number, String words) {
        var shown = NumberFormat.of(code).display(value);

        assertEquals(0, number.compareTo(shown.number()), () -> String.valueOf(shown.number()));
        assertEquals(words, shown.words());
    }

    @ParameterizedTest(name = "{0} shows no plain number")
    @ValueSource(strings = {"0\"亿\"0000\"万元\"", ";;;", "\"待定\"", "000-0000"})
    void literals_between_the_digits_make_another_text(String code) {
        assertNull(NumberFormat.of(code).display(new BigDecimal("1234567")).number());
    }

    @ParameterizedTest(name = "{0} shows the text {1} as {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@ | 甲 | 甲",
                "@\"亿元\" | 3.5 | 3.5亿元",
                "0;-0;0;\"NO.\"@ | 12 | NO.12",
                "General | 甲 | 甲",
                "0.00 | 甲 | 甲",
                "0;-0;; | 甲 | ``"
            })
    void a_text_has_a_section_of_its_own(String code, String written, String shown) {
        assertEquals(shown, NumberFormat.of(code).display(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy-mm-dd", "yyyy\"年\"m\"月\"", "[$-804]yyyy/m/d;@", "h:mm", "[h]:mm", "e\"年\"m\"月\""})
    void days_and_times_are_known(String code) {
        assertTrue(NumberFormat.of(code).isDay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "[", "0\\", "0!", "_", ";;;;;", "[>=x]0", "@@@", "0.0.0", "%%%0", ",,,", "#,#,#"})
    void any_code_shows_something(String code) {
        assertEquals(
                -1, NumberFormat.of(code).display(new BigDecimal("12.5")).text().indexOf('\0'));
    }

    @Test
    void a_text_format_shows_a_number_plainly() {
        assertEquals("12", NumberFormat.of("@").display(BigDecimal.valueOf(12)).text());
    }
}
