package org.investmentpipeline.spreadsheet.format;

import java.util.Locale;
import java.util.Set;
import org.investmentpipeline.period.Precision;
import org.jspecify.annotations.Nullable;

/** The precision of a day in a workbook's number format: a cell displayed as 2023年6月 states the month. */
public final class DayFormat {

    /** Built-in formats of month and year: mmm-yy, and the Chinese ones. */
    private static final Set<Integer> MONTHS = Set.of(17, 27, 36, 50, 52, 55, 57);

    private static final Set<Integer> DAYS = Set.of(14, 15, 22, 30, 31);

    private DayFormat() {}

    /** The precision of the format; null when it shows no day, or a day without its year. */
    public static @Nullable Precision precision(@Nullable Integer id, @Nullable String format) {
        if (id != null && MONTHS.contains(id)) {
            return Precision.MONTH;
        }
        if (id != null && DAYS.contains(id)) {
            return Precision.DAY;
        }
        if (format == null) {
            return null;
        }
        String symbols = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        if (symbols.contains("general") || !symbols.contains("y")) {
            return null;
        }
        if (symbols.contains("d")) {
            return Precision.DAY;
        }
        return symbols.contains("m") ? Precision.MONTH : Precision.YEAR;
    }
}
