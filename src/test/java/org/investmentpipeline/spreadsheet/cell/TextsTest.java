package org.investmentpipeline.spreadsheet.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.spreadsheet.format.NumberFormat;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @Test
    void a_line_break_inside_chinese_vanishes_and_between_words_becomes_a_space() throws RefusedCell {
        assertEquals("东风商用车联合新工厂", Texts.literal(text("东风商用车\r\n联合新工厂"), 200));
        assertEquals("Baptiste Nickel Project", Texts.literal(text(" Baptiste\nNickel Project　"), 200));
    }

    @Test
    void a_summary_keeps_its_lines() throws RefusedCell {
        assertEquals("第一期\n第二期", Texts.paragraph(text("第一期\r\n第二期\n"), 4000));
    }

    @Test
    void only_a_name_may_be_a_dash() throws RefusedCell {
        assertNull(Texts.line(text("——"), 100));
        assertEquals("——", Texts.literal(text("——"), 200));
        assertNull(Texts.literal(text("　"), 200));
    }

    @Test
    void a_text_as_long_as_its_limit_passes_and_one_more_is_refused() throws RefusedCell {
        assertEquals("𠮷".repeat(64), Texts.line(text("𠮷".repeat(64)), 64));

        var refused = assertThrows(RefusedCell.class, () -> Texts.line(text("𠮷".repeat(65)), 64));

        assertEquals("At most 64 characters.", refused.expected().en());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\uD800b",
                "\uDC00",
                "\u0000",
                "a\u0007",
                "a\u001Bb",
                "a\u202Egpj.b",
                "a\u2066b",
                "a\uFFFFb"
            })
    void a_character_that_no_text_may_have_is_refused_by_its_name(String broken) {
        for (var refused : new RefusedCell[] {
            assertThrows(RefusedCell.class, () -> Texts.line(text(broken), 100)),
            assertThrows(RefusedCell.class, () -> Texts.literal(text(broken), 100)),
            assertThrows(RefusedCell.class, () -> Texts.paragraph(text(broken), 100))
        }) {
            assertTrue(
                    refused.expected().en().contains("U+"), refused.expected().en());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\uFEFF\u3164", "\u2800 ", "\u200D\u2060"})
    void a_cell_that_shows_nothing_says_nothing(String nothing) throws RefusedCell {
        assertNull(Texts.line(text(nothing), 100));
        assertNull(Texts.literal(text(nothing), 100));
        assertNull(Texts.paragraph(text(nothing), 100));
        assertTrue(text(nothing).isBlank());
    }

    @Test
    void breaks_of_any_program_are_line_breaks_and_a_tab_is_a_space() throws RefusedCell {
        assertEquals("a b c d", Texts.literal(text("a\u000Bb\u2028c\td"), 100));
        assertEquals("a\nb\nc", Texts.paragraph(text("a\u000Bb\u0085c"), 100));
    }

    @Test
    void a_number_reads_as_its_digits() throws RefusedCell {
        assertEquals("4861", Texts.line(new SheetCell.Numeric(new BigDecimal("4861.0"), LocalDate.EPOCH, null), 64));
        assertEquals(
                "210000000000000",
                Texts.line(new SheetCell.Numeric(new BigDecimal("2.1E14"), LocalDate.EPOCH, null), 64));
    }

    @Test
    void a_formula_that_failed_or_has_no_saved_value_is_refused() {
        for (var cell : new SheetCell[] {
            new SheetCell.Failed("#REF!"), new SheetCell.Failed("#N/A"), new SheetCell.Unsaved("=VLOOKUP(A2,B:C,2)")
        }) {
            assertThrows(RefusedCell.class, () -> Texts.line(cell, 100));
            assertThrows(RefusedCell.class, () -> Texts.literal(cell, 100));
            assertThrows(RefusedCell.class, () -> Quantities.jobs(cell, null));
            assertThrows(RefusedCell.class, () -> Quantities.land(cell, null));
            assertThrows(RefusedCell.class, () -> Days.read(cell));
        }
    }

    @ParameterizedTest(name = "the code {0} in the format {1} is {2}")
    @CsvSource({
        "4861, General, 4861",
        "12, 000000, 000012",
        "7, '\"HT-\"0000', HT-0007",
        "2023001, 0000-000, 2023-001",
        "123456789012345, General, 123456789012345"
    })
    void a_code_is_read_as_displayed(BigDecimal number, String format, String code) throws RefusedCell {
        assertEquals(
                code, Texts.code(new SheetCell.Numeric(number, LocalDate.EPOCH, null, NumberFormat.of(format)), 64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23457E+11", "1E+11", "1.2e+05", "1234567890123450", "340100202300000000"})
    void a_code_whose_digits_a_spreadsheet_lost_is_refused(String shown) {
        assertThrows(RefusedCell.class, () -> Texts.code(new SheetCell.Text(shown, false), 64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E5", "12E10", "123456789012345678", "123456789012000", "HT-1.5E+10", "340100000000001"})
    void other_codes_with_many_digits_or_an_e_are_read(String shown) throws RefusedCell {
        assertEquals(shown, Texts.code(new SheetCell.Text(shown, false), 64));
    }

    @Test
    void a_text_of_a_workbook_keeps_its_digits_and_a_number_has_at_most_fifteen() throws RefusedCell {
        assertEquals("1234567890123450", Texts.code(text("1234567890123450"), 64));
        for (var cell : new SheetCell[] {
            text("1.23457E+11"),
            new SheetCell.Numeric(new BigDecimal("340100202300012345"), LocalDate.EPOCH, null),
            new SheetCell.Numeric(BigDecimal.valueOf(45105), LocalDate.EPOCH, Precision.MONTH)
        }) {
            assertThrows(RefusedCell.class, () -> Texts.code(cell, 64));
        }
    }

    @Test
    void a_measure_is_not_rounded_to_the_decimals_of_its_format() throws RefusedCell {
        var format = NumberFormat.of("#,##0\"亩\"");

        assertEquals(
                new BigDecimal("1200.50"),
                Quantities.land(new SheetCell.Numeric(new BigDecimal("1200.5"), LocalDate.EPOCH, null, format), null));
        assertEquals(
                300,
                Quantities.jobs(
                        new SheetCell.Numeric(
                                BigDecimal.valueOf(300), LocalDate.EPOCH, null, NumberFormat.of("0\"人\"")),
                        null));
    }

    @ParameterizedTest(name = "{0} under a heading of {1} is {2} mu")
    @CsvSource({
        "120.5, , 120.50",
        "'1,200亩', , 1200.00",
        "约200亩, 亩, 200.00",
        "10, 公顷, 150.00",
        "5000平方米, 亩, 7.50",
        "1234, ㎡, 1.85",
        "0, , 0.00"
    })
    void land_is_read_in_mu(String written, String unit, BigDecimal mu) throws RefusedCell {
        assertEquals(mu, Quantities.land(text(written), unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.234", "两百亩", "100-200", "100km"})
    void land_that_is_no_area_is_refused(String written) {
        assertThrows(RefusedCell.class, () -> Quantities.land(text(written), null));
    }

    @Test
    void jobs_are_whole() throws RefusedCell {
        assertEquals(1200, Quantities.jobs(text("1,200人"), null));
        assertThrows(RefusedCell.class, () -> Quantities.jobs(text("12.5"), null));
        assertThrows(RefusedCell.class, () -> Quantities.jobs(text("-1"), null));
        assertThrows(RefusedCell.class, () -> Quantities.jobs(text("99999999999"), null));
    }

    private static SheetCell text(String shown) {
        return new SheetCell.Text(shown);
    }
}
