package org.investmentpipeline.spreadsheet.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.investmentpipeline.spreadsheet.cell.Amounts.Amount;
import org.investmentpipeline.spreadsheet.format.NumberFormat;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts whose number format, decimals or digit groups decide. */
class DisplayedAmountsTest {

    @ParameterizedTest(name = "{0} in a column of {1} is {2}, rounded: {3}")
    @CsvSource({
        "0.333333333333333, 亿元, 33333333.33, true",
        "0.33333333333333331, 亿元, 33333333.33, true",
        "0.6666666666666666, 亿元, 66666666.67, true",
        "0.142857142857143, 亿元, 14285714.29, true",
        "0.66666666667, 亿元, 66666666.67, true",
        "1428571428.57143, 元, 1428571428.57, true",
        "1.1000000000000001, 亿元, 110000000.00, true",
        "0.30000000000000004, 万元, 3000.00, true",
        "0.1234567891, 亿元, 12345678.91, false",
        "9999999999999.99, 元, 9999999999999.99, false"
    })
    void noise_and_recurring_decimals_are_rounded_to_the_fen(
            String written, String unit, BigDecimal value, boolean rounded) throws RefusedCell {
        assertEquals(new Amount(value, "CNY", rounded), read(column(unit), written));
    }

    @Test
    void a_workbooks_recurring_decimal_is_rounded_like_that_of_a_csv() throws RefusedCell {
        var cell = new SheetCell.Numeric(new BigDecimal("0.33333333333333331"), LocalDate.of(1899, 12, 30), null);

        assertEquals(
                new Amount(new BigDecimal("33333333.33"), "CNY", true),
                column("亿元").read(cell));
    }

    @ParameterizedTest(name = "{0} in a column of 亿元 has too many decimals")
    @ValueSource(
            strings = {
                "0.12345678912",
                "1.234567890123",
                "1.23456789012",
                "0.00000000001",
                "0.0000000000333333333333333"
            })
    void more_decimals_than_a_fen_are_no_noise(String written) {
        assertThrows(RefusedCell.class, () -> read(column("亿元"), written));
    }

    @ParameterizedTest(name = "{0} shows {1} in a column of {2}: {3} {4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0.00\"亿元\" | 3.5 | `` | 350000000.00 | CNY",
                "0.00\"亿元\" | 3.456 | 亿元 | 345600000.00 | CNY",
                "0!.0,\"万元\" | 120000000 | `` | 120000000.00 | CNY",
                "0!.0, | 350000000 | 万元 | 350000000.00 | CNY",
                "#,##0, | 350000000 | 元 | 350000.00 | CNY",
                "#,##0\"万美元\" | 3000 | `` | 30000000.00 | USD",
                "#,##0\"万美元\" | 3000 | 万美元 | 30000000.00 | USD",
                "[$¥-804]#,##0.00 | 350 | 万元 | 3500000.00 | CNY",
                "\"US$\"0.0 | 2.25 | million USD | 2250000.00 | USD",
                "\"US$\"0.0 | 2.5 | `` | 2.50 | USD",
                "0\"亿\"0000\"万元\" | 12000 | 万元 | 120000000.00 | CNY",
                "0.0\"（暂定）\" | 5 | 万元 | 50000.00 | CNY",
                "0.0_ | 5.25 | 万元 | 52500.00 | CNY"
            })
    void the_number_format_states_unit_currency_and_scale(
            String format, BigDecimal number, String unit, BigDecimal value, String currency) throws RefusedCell {
        var column = unit.isEmpty() ? new Amounts(Unit.NONE, Unit.NONE, null) : column(unit);

        assertEquals(new Amount(value, currency), column.read(formatted(format, number)));
    }

    @ParameterizedTest(name = "{0} shows {1} in a column of {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0.00\"亿元\" | 3.5 | 万元",
                "#,##0\"元\" | 3500 | 万元",
                "#,##0\"万美元\" | 3000 | 万元",
                "[$$-409]#,##0.00 | 3000 | 万元",
                "[$¥-804]#,##0.00 | 3000 | 万美元",
                "0.0% | 0.5 | 万元",
                ";;; | 5 | 万元",
                "0\"个\" | 5 | 万元"
            })
    void a_format_that_contradicts_the_heading_is_refused(String format, BigDecimal number, String unit) {
        var refused = assertThrows(RefusedCell.class, () -> column(unit).read(formatted(format, number)));

        assertTrue(!refused.expected().zh().isEmpty());
    }

    @Test
    void a_number_shown_as_a_dash_states_no_amount() throws RefusedCell {
        assertNull(column("万元").read(formatted("0;-0;\"—\"", BigDecimal.ZERO)));
        assertThrows(RefusedCell.class, () -> column("万元").read(new SheetCell.Unsaved("=1+1")));
    }

    @ParameterizedTest(name = "{0}: grouped by blanks {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "95 592.04;1 234 567;350;— | true",
                "95\u00A0592.04万元;`` | true",
                "95 592.04;12000 | false",
                "95 592.04;12,000 | false",
                "95 592.04;9 55 | false",
                "350;20 | false",
                "9 5592.04 | false"
            })
    void blanks_group_digits_where_the_whole_column_does(String column, boolean grouped) throws RefusedCell {
        var grouping = new DigitGrouping();
        for (var cell : column.replace("\\u00A0", "\u00A0").split(";")) {
            grouping.see(new SheetCell.Text(cell));
        }
        var amounts = column("万元").withBlanks(grouping.isByBlanks());

        assertEquals(grouped, grouping.isByBlanks());
        if (grouped) {
            assertEquals(new Amount(new BigDecimal("955920400.00"), "CNY"), read(amounts, "95 592.04"));
        }
        assertThrows(RefusedCell.class, () -> read(amounts, "9 5592"));
    }

    private static SheetCell formatted(String format, BigDecimal number) {
        return new SheetCell.Numeric(number, LocalDate.of(1899, 12, 30), null, NumberFormat.of(format));
    }

    private static Amounts column(String unit) {
        return new Amounts(unit(unit), Unit.NONE, null);
    }

    private static Unit unit(String words) {
        return Objects.requireNonNull(Unit.of(words), words);
    }

    private static @Nullable Amount read(Amounts column, String written) throws RefusedCell {
        return column.read(new SheetCell.Text(written));
    }

    @Test
    void a_number_that_is_shown_as_a_day_is_no_quantity() {
        var cell = new SheetCell.Numeric(
                BigDecimal.valueOf(45356), LocalDate.of(1899, 12, 30), null, NumberFormat.of("m/d/yyyy"));

        assertThrows(RefusedCell.class, () -> column("万元").read(cell));
        assertThrows(RefusedCell.class, () -> Quantities.land(cell, null));
        assertThrows(RefusedCell.class, () -> Quantities.jobs(cell, null));
    }

    @Test
    void a_zero_that_is_shown_as_a_dash_states_nothing() throws RefusedCell {
        var cell = new SheetCell.Numeric(
                BigDecimal.ZERO,
                LocalDate.of(1899, 12, 30),
                null,
                NumberFormat.of("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "));

        assertNull(column("万元").read(cell));
    }
}
