package org.investmentpipeline.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest(name = "{0} runs from {1} to {2}")
    @CsvSource({
        "2023, 2023-01-01, 2023-12-31",
        "1900, 1900-01-01, 1900-12-31",
        "2999, 2999-01-01, 2999-12-31",
        "2023-H1, 2023-01-01, 2023-06-30",
        "2023-H2, 2023-07-01, 2023-12-31",
        "2023-Q1, 2023-01-01, 2023-03-31",
        "2023-Q2, 2023-04-01, 2023-06-30",
        "2023-Q3, 2023-07-01, 2023-09-30",
        "2023-Q4, 2023-10-01, 2023-12-31",
        "2023-01, 2023-01-01, 2023-01-31",
        "2023-06, 2023-06-01, 2023-06-30",
        "2023-12, 2023-12-01, 2023-12-31",
        "2023-02, 2023-02-01, 2023-02-28",
        "2024-02, 2024-02-01, 2024-02-29",
        "1900-02, 1900-02-01, 1900-02-28",
        "2000-02, 2000-02-01, 2000-02-29",
        "2023-06-X1, 2023-06-01, 2023-06-10",
        "2023-06-X2, 2023-06-11, 2023-06-20",
        "2023-06-X3, 2023-06-21, 2023-06-30",
        "2023-07-X3, 2023-07-21, 2023-07-31",
        "2023-02-X3, 2023-02-21, 2023-02-28",
        "2024-02-X3, 2024-02-21, 2024-02-29",
        "2023-W26, 2023-06-26, 2023-07-02",
        "2023-W01, 2023-01-02, 2023-01-08",
        "2023-W52, 2023-12-25, 2023-12-31",
        "2025-W01, 2024-12-30, 2025-01-05",
        "2020-W01, 2019-12-30, 2020-01-05",
        "2020-W53, 2020-12-28, 2021-01-03",
        "2026-W53, 2026-12-28, 2027-01-03",
        "2023-01-01..2023-01-08, 2023-01-01, 2023-01-08",
        "2023-06-28..2023-06-28, 2023-06-28, 2023-06-28",
        "2022-11-30..2024-02-29, 2022-11-30, 2024-02-29"
    })
    void a_period_holds_both_its_ends_and_no_day_beyond(String text, LocalDate first, LocalDate last) {
        var period = Period.parse(text);

        assertEquals(new Period(text, first, last, period.interval()), period);
        assertEquals(text.contains(".."), period.interval() == null);
        assertTrue(period.contains(first));
        assertTrue(period.contains(last));
        assertFalse(period.contains(first.minusDays(1)));
        assertFalse(period.contains(last.plusDays(1)));
    }

    @ParameterizedTest(name = "\"{0}\" is no period")
    @ValueSource(
            strings = {
                "",
                " ",
                "..",
                "2023 ",
                "2023-",
                "2023-H0",
                "2023-H3",
                "2023-Q0",
                "2023-Q5",
                "2023-00",
                "2023-13",
                "2023-6",
                "2023-06-X0",
                "2023-06-X4",
                "2023-06-28",
                "2023-13-X1",
                "2023-W00",
                "2023-W53",
                "2023-W54",
                "2020-W54",
                "2023-W1",
                "2023-h1",
                "２０２３",
                "3000",
                "0999",
                "1000",
                "1899",
                "1899-Q4",
                "23",
                "20230",
                "2023-01-08..2023-01-01",
                "2023-01-01..",
                "..2023-01-01",
                "2023-01-01...2023-01-08",
                "2023-02-28..2023-02-29",
                "1899-12-31..1900-01-01",
                "2999-12-31..3000-01-01",
                "2023-01..2023-02"
            })
    void what_no_calendar_has_is_no_period(String text) {
        assertThrows(DateTimeException.class, () -> Period.parse(text));
    }

    static IntStream years() {
        return IntStream.of(1900, 1904, 1999, 2000, 2015, 2020, 2023, 2024, 2026, 2100, 2400, 2998);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("years")
    void halves_quarters_months_and_ten_days_each_fill_the_year(int year) {
        assertFills(year, "H%d", 2);
        assertFills(year, "Q%d", 4);
        assertFills(year, "%02d", 12);
        for (var month = 1; month <= 12; month++) {
            var name = "%d-%02d".formatted(year, month);
            var days = IntStream.rangeClosed(1, 3)
                    .mapToObj(xun -> Period.parse(name + "-X" + xun))
                    .toList();

            assertEquals(Period.parse(name).first(), days.get(0).first());
            assertEquals(days.get(0).last().plusDays(1), days.get(1).first());
            assertEquals(days.get(1).last().plusDays(1), days.get(2).first());
            assertEquals(Period.parse(name).last(), days.get(2).last());
        }
    }

    private static void assertFills(int year, String part, int parts) {
        var next = LocalDate.of(year, 1, 1);
        for (var number = 1; number <= parts; number++) {
            var period = Period.parse(year + "-" + part.formatted(number));
            assertEquals(next, period.first());
            next = period.last().plusDays(1);
        }
        assertEquals(LocalDate.of(year + 1, 1, 1), next);
    }

    @Test
    void weeks_begin_on_monday_and_follow_each_other_for_a_hundred_years() {
        var next = Period.parse("1950-W01").first();

        for (var year = 1950; year < 2050; year++) {
            var has53 = LocalDate.of(year, 1, 1).getDayOfWeek() == DayOfWeek.THURSDAY
                    || LocalDate.of(year, 12, 31).getDayOfWeek() == DayOfWeek.THURSDAY;
            for (var week = 1; week <= (has53 ? 53 : 52); week++) {
                var period = Period.parse("%d-W%02d".formatted(year, week));
                assertEquals(next, period.first());
                assertEquals(DayOfWeek.MONDAY, period.first().getDayOfWeek());
                assertEquals(period.first().plusDays(6), period.last());
                next = period.last().plusDays(1);
            }
        }
    }
}
