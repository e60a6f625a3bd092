package org.investmentpipeline.spreadsheet.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.investmentpipeline.spreadsheet.cell.Amounts.Amount;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest(name = "{0} in a column of 万元 is {1} {2}")
    @CsvSource({
        "35000, 350000000.00, CNY",
        "3.5亿元, 350000000.00, CNY",
        "3.5亿, 350000000.00, CNY",
        "'1,234.5', 12345000.00, CNY",
        "１２３４．５, 12345000.00, CNY",
        "1亿2000万元, 120000000.00, CNY",
        "1亿2000万, 120000000.00, CNY",
        "3亿零500.5万元, 305005000.00, CNY",
        "1万亿2亿3000万元, 1000230000000.00, CNY",
        "3万5000元, 35000.00, CNY",
        "1亿2000万美元, 120000000.00, USD",
        "1億2000萬元, 120000000.00, CNY",
        "12000（暂定）, 120000000.00, CNY",
        "12000 暂估, 120000000.00, CNY",
        "3.5亿元（估算）, 350000000.00, CNY",
        "12000 (est.), 120000000.00, CNY",
        "3亿元整, 300000000.00, CNY",
        "5000圆整, 5000.00, CNY",
        "3亿整, 300000000.00, CNY",
        "１，２３４．５, 12345000.00, CNY",
        "￥9000, 90000000.00, CNY",
        "¥9000万, 90000000.00, CNY",
        "9000（人民币）, 90000000.00, CNY",
        "3000元, 3000.00, CNY",
        "3000万元人民币, 30000000.00, CNY",
        "0.000001, 0.01, CNY",
        "9000万美元, 90000000.00, USD",
        "1.2亿美元, 120000000.00, USD",
        "500万欧元, 5000000.00, EUR",
        "2亿港元, 200000000.00, HKD",
        "100万日元, 1000000.00, JPY",
        "USD 20 million, 20000000.00, USD",
        "$3.5 million, 3500000.00, USD",
        "US$3.5 million, 3500000.00, USD",
        "€1.5bn, 1500000000.00, EUR",
        "0, 0.00, CNY",
        "'35000\n万元', 350000000.00, CNY"
    })
    void the_cell_comes_before_the_heading(String written, BigDecimal value, String currency) throws RefusedCell {
        assertEquals(new Amount(value, currency), read(column("万元"), written));
    }

    @ParameterizedTest(name = "78 under ({0}) is {1} {2}")
    @CsvSource({
        "元, 78.00, CNY",
        "千元, 78000.00, CNY",
        "万元, 780000.00, CNY",
        "万, 780000.00, CNY",
        "百万元, 78000000.00, CNY",
        "千万元, 780000000.00, CNY",
        "亿元, 7800000000.00, CNY",
        "单位：万元, 780000.00, CNY",
        "万元人民币, 780000.00, CNY",
        "RMB million, 78000000.00, CNY",
        "yuan, 78.00, CNY",
        "thousand, 78000.00, CNY",
        "万美元, 780000.00, USD",
        "亿美元, 7800000000.00, USD",
        "万欧元, 780000.00, EUR",
        "亿港元, 7800000000.00, HKD",
        "CAD million, 78000000.00, CAD",
        "million USD, 78000000.00, USD",
        "USD billion, 78000000000.00, USD",
        "美元, 78.00, USD",
        "USD, 78.00, USD"
    })
    void the_heading_names_unit_and_currency(String unit, BigDecimal value, String currency) throws RefusedCell {
        assertEquals(new Amount(value, currency), read(column(unit), "78"));
    }

    @ParameterizedTest(name = "heading {0}, unit {1}, currency {2}: 2 is {3} {4}")
    @CsvSource({
        ", 万元, , 20000.00, CNY",
        ", 万美元, , 20000.00, USD",
        ", 万元, USD, 20000.00, USD",
        "亿元, 万元, , 200000000.00, CNY",
        "亿元, , HKD, 200000000.00, HKD",
        "USD million, 万元, EUR, 2000000.00, USD",
        "USD, 万元, , 20000.00, USD",
        "美元, 万元, , 2.00, USD"
    })
    void the_heading_comes_before_the_caller(
            @Nullable String heading,
            @Nullable String unit,
            @Nullable String currency,
            BigDecimal value,
            String expected)
            throws RefusedCell {
        var column = new Amounts(unit(heading), unit(unit), currency);

        assertEquals(new Amount(value, expected), read(column, "2"));
    }

    @ParameterizedTest(name = "\"{0}\" in a column of 万元 is refused")
    @ValueSource(
            strings = {
                "9000（美金）",
                "9000美元",
                "USD 9000",
                "$9000",
                "3-5亿",
                "3~5亿",
                "3至5亿",
                "-5",
                "(5)",
                "100+",
                "≥5",
                "500\n300",
                "12\n,000",
                "abc",
                "1.2E+10",
                "12,34",
                "1 234 567",
                "95 592.04",
                "1,2000",
                "1亿2000",
                "1.5亿2000万",
                "1亿20000万元",
                "2000万1亿元",
                "1亿-2亿元",
                "3亿元以上",
                "约3.5亿元",
                "大约3亿元",
                "approx. 3 million USD",
                "近10亿元",
                "10亿元左右",
                ">10亿",
                "10亿元（其中一期3亿元）",
                "1.2亿美元（折合8.6亿元人民币）",
                "暂定",
                "整",
                "3.5亿元（含设备）",
                "5万6千",
                "0.0000001",
                "9000000000000000000",
                "3.5万亿亿",
                "#REF!",
                "1.2.3"
            })
    void what_is_not_one_amount_is_refused(String written) {
        assertThrows(RefusedCell.class, () -> read(column("万元"), written));
    }

    @Test
    void a_foreign_currency_without_a_magnitude_says_why_it_is_refused() {
        var refused = assertThrows(RefusedCell.class, () -> read(column("万元"), "9000（美金）"));

        assertEquals(
                "The cell names the currency USD, so it is not clear whether the column's unit applies: write the unit, too, such as"
                        + " 9000万美元.",
                refused.expected().en());
        assertTrue(refused.expected().zh().contains("USD"));
    }

    @Test
    void yuan_in_a_column_of_dollars_is_refused() {
        assertThrows(RefusedCell.class, () -> read(column("万美元"), "3.5亿元"));
    }

    @Test
    void a_sign_that_agrees_with_the_column_is_only_ornament() throws RefusedCell {
        assertEquals(new Amount(new BigDecimal("78000000.00"), "CAD"), read(column("CAD million"), "$78"));
        assertEquals(new Amount(new BigDecimal("78000000.00"), "CAD"), read(column("CAD million"), "CAD 78"));
    }

    @ParameterizedTest(name = "\"{0}\" states no amount")
    @ValueSource(strings = {"", " ", "——", "未定", "待定", "/", "暂无", "n/a"})
    void a_placeholder_states_no_amount(String written) throws RefusedCell {
        assertNull(read(column("万元"), written));
    }

    @Test
    void without_any_unit_a_bare_number_is_refused_but_zero_is_zero() throws RefusedCell {
        var column = new Amounts(Unit.NONE, Unit.NONE, null);

        var refused = assertThrows(RefusedCell.class, () -> read(column, "35000"));

        assertTrue(refused.expected().en().contains("`unit`"));
        assertEquals(new Amount(new BigDecimal("0.00"), "CNY"), read(column, "0"));
        assertEquals(new Amount(new BigDecimal("35000000.00"), "CNY"), read(column, "3500万"));
        assertEquals(new Amount(new BigDecimal("9000.00"), "USD"), read(column, "9000美元"));
    }

    @ParameterizedTest(name = "the workbook's {0} is {1}")
    @CsvSource({
        "1234.5600000000001, 12345600.00",
        "0.30000000000000004, 3000.00",
        "35000, 350000000.00",
        "1E+5, 1000000000.00",
        "999999999.9999, 9999999999999.00"
    })
    void a_workbook_number_leaves_its_binary_traces_behind(BigDecimal raw, BigDecimal value) throws RefusedCell {
        var cell = new SheetCell.Numeric(raw, LocalDate.of(1899, 12, 30), null);

        assertEquals(new Amount(value, "CNY"), column("万元").read(cell));
    }

    @Test
    void no_amount_is_larger_than_what_can_be_kept() throws RefusedCell {
        assertEquals(new Amount(new BigDecimal("9999999999999.99"), "CNY"), read(column("元"), "9999999999999.99"));
        for (var text : List.of("10000000000000", "99999999999999")) {
            var refused = assertThrows(RefusedCell.class, () -> read(column("元"), text));

            assertTrue(refused.expected().en().contains("13 digits"));
        }
    }

    private static Amounts column(String unit) {
        return new Amounts(unit(unit), Unit.NONE, null);
    }

    private static Unit unit(@Nullable String words) {
        return words == null ? Unit.NONE : Objects.requireNonNull(Unit.of(words), words);
    }

    private static @Nullable Amount read(Amounts column, String written) throws RefusedCell {
        var cell = written.equals("#REF!") ? new SheetCell.Failed(written) : new SheetCell.Text(written);
        return column.read(cell);
    }
}
