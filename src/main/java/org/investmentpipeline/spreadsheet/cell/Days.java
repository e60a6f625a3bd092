package org.investmentpipeline.spreadsheet.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.notation.HanDays;
import org.investmentpipeline.spreadsheet.notation.Weekday;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** Cells that state a day, month, quarter or year between 1900 and 2100, in any notation used in sheets. */
public final class Days {

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(20_000);
    /** Smaller numbers that are not shown as days look like a year and a month: 20236. */
    private static final BigDecimal FIRST_BARE_SERIAL = BigDecimal.valueOf(21_020);

    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(80_000);
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal AFTER_LAST_YEAR = BigDecimal.valueOf(2101);

    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final Pattern TIME =
            Pattern.compile("[t ]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?[ap]m|z|[+-]\\d{2}:?\\d{2})?$");
    private static final String NAMED = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String YEAR = "(?<year>\\d{4})";

    private static final List<Pattern> DAYS = patterns(
            YEAR + "(?<gap>[-/.])(?<number>\\d{1,2})\\k<gap>(?<day>\\d{1,2})",
            YEAR + "年 ?(?<number>\\d{1,2})月 ?(?<day>\\d{1,2})[日号]?",
            YEAR + "(?<number>\\d{2})(?<day>\\d{2})",
            "(?<day>\\d{1,2})[ -]" + NAMED + "[ ,-]+" + YEAR,
            NAMED + " (?<day>\\d{1,2})(?:st|nd|rd|th)?,? " + YEAR);
    private static final List<Pattern> MONTHS = patterns(
            YEAR + "[-/.](?<number>\\d{1,2})",
            YEAR + "年 ?(?<number>\\d{1,2})月份?",
            YEAR + "(?<number>\\d{2})",
            NAMED + "[ ,-]+" + YEAR,
            NAMED + "-(?<year>\\d{2})");
    private static final List<Pattern> QUARTERS = patterns(
            YEAR + "[-/ ]?q(?<number>[1-4])", "q(?<number>[1-4])[-/ ]?" + YEAR, YEAR + "年? ?第?(?<number>[1-4一二三四])季度?");
    private static final List<Pattern> YEARS = patterns(YEAR + "(?:年度?)?");

    private Days() {}

    private static List<Pattern> patterns(String... expressions) {
        return List.of(expressions).stream().map(Pattern::compile).toList();
    }

    /** The stated day, null for an empty cell. */
    public static @Nullable StatedDay read(SheetCell cell) throws RefusedCell {
        if (cell instanceof SheetCell.Numeric number) {
            return number(number);
        }
        String text = Texts.brief(cell);
        if (Wording.isPlaceholder(text)) {
            return null;
        }
        var plain = TIME.matcher(Wording.of(text)).replaceFirst("");
        var weekday = Weekday.at(plain);
        String digits = HanDays.digits(weekday == null ? plain : weekday.before());
        var day = SERIAL.matcher(digits).matches()
                ? serial(new BigDecimal(digits), FIRST_BARE_SERIAL, DAY_ZERO, Precision.DAY)
                : within(digits);
        if (day == null || (weekday != null && !weekday.agrees(day))) {
            throw misread();
        }
        return day;
    }

    private static @Nullable StatedDay within(String text) {
        try {
            var day = written(text);
            return day == null || day.day().getYear() < 1900 || day.day().getYear() > 2100 ? null : day;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable StatedDay written(String text) {
        var day = first(DAYS, text);
        if (day != null) {
            return StatedDay.exactly(LocalDate.of(year(day), month(day), Integer.parseInt(day.group("day"))));
        }
        var month = first(MONTHS, text);
        if (month != null) {
            return new StatedDay(LocalDate.of(year(month), month(month), 1), Precision.MONTH);
        }
        var quarter = first(QUARTERS, text);
        if (quarter != null) {
            int ordinal = "1234一二三四".indexOf(quarter.group("number")) % 4;
            return new StatedDay(LocalDate.of(year(quarter), 3 * ordinal + 1, 1), Precision.QUARTER);
        }
        var year = first(YEARS, text);
        if (year != null) {
            return new StatedDay(LocalDate.of(year(year), 1, 1), Precision.YEAR);
        }
        return null;
    }

    private static @Nullable Matcher first(List<Pattern> patterns, String text) {
        for (var pattern : patterns) {
            var matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return matcher;
            }
        }
        return null;
    }

    private static int year(Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        return year < 100 ? 2000 + year : year;
    }

    private static int month(Matcher matcher) {
        if (matcher.pattern().pattern().contains("<month>")) {
            return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(matcher.group("month")) / 3 + 1;
        }
        return Integer.parseInt(matcher.group("number"));
    }

    /**
     * A number of a workbook: a serial, or digits that were meant as displayed. 2018.1 is refused, because the
     * workbook no longer knows whether January or October was typed; 2018.10 in the format 0.00 is October.
     */
    private static StatedDay number(SheetCell.Numeric number) throws RefusedCell {
        var value = number.value();
        var day = serial(
                value,
                number.isDay() ? FIRST_SERIAL : FIRST_BARE_SERIAL,
                number.dayZero(),
                number.shownAs() == null ? Precision.DAY : number.shownAs());
        if (day != null) {
            return day;
        }
        boolean fraction = value.stripTrailingZeros().scale() > 0;
        boolean month = value.compareTo(FIRST_YEAR) >= 0 && value.compareTo(AFTER_LAST_YEAR) < 0;
        String shown = number.display().text().replace(",", "");
        if (fraction && (!month || shown.endsWith(".1"))) {
            throw misread();
        }
        var read = read(new SheetCell.Text(shown));
        if (read == null) {
            throw misread();
        }
        return read;
    }

    private static @Nullable StatedDay serial(
            BigDecimal value, BigDecimal first, LocalDate dayZero, Precision precision) {
        if (value.compareTo(first) < 0 || value.compareTo(LAST_SERIAL) > 0) {
            return null;
        }
        var day = dayZero.plusDays(value.setScale(0, RoundingMode.FLOOR).longValueExact());
        return new StatedDay(startOf(day, precision), precision);
    }

    private static LocalDate startOf(LocalDate day, Precision precision) {
        return switch (precision) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER ->
                day.withDayOfMonth(1)
                        .withMonth(day.getMonth().firstMonthOfQuarter().getValue());
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static RefusedCell misread() {
        return new RefusedCell(LocalizedText.of(
                "Expected a day, month, quarter or year between 1900 and 2100, such as 2023-06-28, 2023年6月, 2025-Q2 or 2019.",
                "应为 1900 至 2100 年间的日期、月份、季度或年份，如 2023-06-28、2023年6月、2025-Q2 或 2019。"));
    }
}
