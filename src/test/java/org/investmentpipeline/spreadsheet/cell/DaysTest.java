package org.investmentpipeline.spreadsheet.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.spreadsheet.format.NumberFormat;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    @ParameterizedTest(name = "{0} states {1}, precise to a {2}")
    @CsvSource({
        "2023-06-28, 2023-06-28, DAY",
        "2023/6/28, 2023-06-28, DAY",
        "2023.6.28, 2023-06-28, DAY",
        "20230628, 2023-06-28, DAY",
        "2023年6月30日, 2023-06-30, DAY",
        "２０２３年６月３０日, 2023-06-30, DAY",
        "2024-02-29, 2024-02-29, DAY",
        "2023-06-28T10:15:00Z, 2023-06-28, DAY",
        "2023/6/28 0:00:00, 2023-06-28, DAY",
        "28 June 2023, 2023-06-28, DAY",
        "28-Jun-2023, 2023-06-28, DAY",
        "'June 28, 2023', 2023-06-28, DAY",
        "45105, 2023-06-28, DAY",
        "21020, 1957-07-19, DAY",
        "80000, 2119-01-11, DAY",
        "2018-03, 2018-03-01, MONTH",
        "2018/3, 2018-03-01, MONTH",
        "2018.03, 2018-03-01, MONTH",
        "201803, 2018-03-01, MONTH",
        "2023年6月, 2023-06-01, MONTH",
        "2023年12月份, 2023-12-01, MONTH",
        "June 2023, 2023-06-01, MONTH",
        "Jun-23, 2023-06-01, MONTH",
        "2025-Q2, 2025-04-01, QUARTER",
        "2025Q2, 2025-04-01, QUARTER",
        "2025q4, 2025-10-01, QUARTER",
        "Q1 2025, 2025-01-01, QUARTER",
        "2025年二季度, 2025-04-01, QUARTER",
        "2025年第2季度, 2025-04-01, QUARTER",
        "2025年第四季度, 2025-10-01, QUARTER",
        "二〇二三年六月, 2023-06-01, MONTH",
        "二○二三年六月九日, 2023-06-09, DAY",
        "二零二三年, 2023-01-01, YEAR",
        "二O二三年十一月, 2023-11-01, MONTH",
        "二〇二三年六月二十八日, 2023-06-28, DAY",
        "二〇二三年十二月三十一日, 2023-12-31, DAY",
        "二〇一〇年十月十日, 2010-10-10, DAY",
        "2023年六月, 2023-06-01, MONTH",
        "2023年元月, 2023-01-01, MONTH",
        "2023年6月二十八號, 2023-06-28, DAY",
        "2023年6月9日 星期五, 2023-06-09, DAY",
        "2023-06-09（周五）, 2023-06-09, DAY",
        "2019, 2019-01-01, YEAR",
        "2019年, 2019-01-01, YEAR",
        "2019年度, 2019-01-01, YEAR"
    })
    void a_written_day_keeps_how_exactly_it_was_stated(String written, LocalDate day, Precision precision)
            throws RefusedCell {
        assertEquals(new StatedDay(day, precision), read(written));
    }

    @ParameterizedTest(name = "\"{0}\" is no day")
    @ValueSource(
            strings = {
                "2023-02-30",
                "2023-02-29",
                "2023-13",
                "201813",
                "20231301",
                "2023年上半年",
                "23年6月",
                "23.6.28",
                "23/6/28",
                "23-06-28",
                "6/28/23",
                "06/28/2023",
                "28.06.2023",
                "Jun 15",
                "20236",
                "2023-06-28 08:00至2024-06-28 17:00",
                "二三年六月",
                "二〇二三年十三月",
                "二〇二三年六月四十日",
                "二〇二三年正月",
                "2023年6月底",
                "2023年6月上旬",
                "2023.6.9签约",
                "2023.06-2025.12",
                "2023年6月9日 星期六",
                "2023年6月 星期五",
                "6月30日",
                "2023-06/28",
                "1899",
                "2101",
                "1899-12-31",
                "2025-Q5",
                "2025年五季度",
                "2019-2021",
                "2019至2021",
                "12345",
                "99999",
                "明年",
                "2023-00"
            })
    void what_is_no_day_between_1900_and_2100_is_refused(String written) {
        assertThrows(RefusedCell.class, () -> read(written));
    }

    @ParameterizedTest(name = "\"{0}\" states nothing")
    @ValueSource(strings = {"", "  ", "-", "——", "/", "未定", "待定", "N/A", "TBD", "　"})
    void a_placeholder_states_nothing(String written) throws RefusedCell {
        assertNull(read(written));
    }

    @ParameterizedTest(name = "the number {0} states {1}")
    @CsvSource({
        "45105, 2023-06-28, DAY",
        "45105.75, 2023-06-28, DAY",
        "2019, 2019-01-01, YEAR",
        "201803, 2018-03-01, MONTH",
        "20230628, 2023-06-28, DAY",
        "2018.03, 2018-03-01, MONTH",
        "2018.11, 2018-11-01, MONTH"
    })
    void a_number_is_a_serial_or_digits_as_written(BigDecimal number, LocalDate day, Precision precision)
            throws RefusedCell {
        assertEquals(new StatedDay(day, precision), Days.read(new SheetCell.Numeric(number, DAY_ZERO, null)));
    }

    @ParameterizedTest(name = "the number {0} is no day")
    @ValueSource(strings = {"2018.1", "0", "-5", "21019", "20236", "80001", "0.5", "190013"})
    void a_number_that_is_no_day_is_refused(BigDecimal number) {
        assertThrows(RefusedCell.class, () -> Days.read(new SheetCell.Numeric(number, DAY_ZERO, null)));
    }

    @ParameterizedTest(name = "{0} shows {1} as {2}")
    @CsvSource({
        "0.00, 2018.1, 2018-10-01, MONTH",
        "'0000\"年\"00\"月\"', 201803, 2018-03-01, MONTH",
        "0000-00-00, 20230628, 2023-06-28, DAY",
        "'#,##0', 2019, 2019-01-01, YEAR"
    })
    void a_number_is_read_as_displayed(String format, BigDecimal number, LocalDate day, Precision precision)
            throws RefusedCell {
        var cell = new SheetCell.Numeric(number, DAY_ZERO, null, NumberFormat.of(format));

        assertEquals(new StatedDay(day, precision), Days.read(cell));
    }

    @Test
    void a_cell_formatted_as_a_month_states_the_month() throws RefusedCell {
        var cell = new SheetCell.Numeric(BigDecimal.valueOf(45105), DAY_ZERO, Precision.MONTH);

        assertEquals(new StatedDay(LocalDate.of(2023, 6, 1), Precision.MONTH), Days.read(cell));
    }

    @Test
    void a_workbook_that_counts_from_1904_is_read_from_1904() throws RefusedCell {
        var cell = new SheetCell.Numeric(BigDecimal.valueOf(43643), DAY_ZERO_1904, Precision.DAY);

        assertEquals(StatedDay.exactly(LocalDate.of(2023, 6, 28)), Days.read(cell));
    }

    private static @Nullable StatedDay read(String written) throws RefusedCell {
        return Days.read(new SheetCell.Text(written));
    }
}
