package org.investmentpipeline.spreadsheet.notation;

import java.time.DayOfWeek;
import java.util.regex.Pattern;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.jspecify.annotations.Nullable;

/**
 * The day of the week after a day, as in 2023年6月9日 星期五.
 *
 * @param before the text before it
 */
public record Weekday(String before, DayOfWeek day) {

    private static final Pattern WRITTEN = Pattern.compile("(.*\\d[日号]?|.*[日号]) ?\\(?(?:星期|周|礼拜)([一二三四五六日天])\\)?");

    public static @Nullable Weekday at(String text) {
        var parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        int day = "一二三四五六日".indexOf(parts.group(2).replace('天', '日'));
        return new Weekday(parts.group(1).strip(), DayOfWeek.of(day + 1));
    }

    public boolean agrees(StatedDay stated) {
        return stated.precision() == Precision.DAY && stated.day().getDayOfWeek() == day;
    }
}
