package org.investmentpipeline.api;

import java.time.DateTimeException;
import java.time.LocalDate;

/** What may stand in a text that comes from outside. */
public final class Text {
    private Text() {}

    /** The text itself; refused are NUL and unpaired surrogates. */
    public static String storable(String field, String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw Problem.invalid(
                        field,
                        "must not contain NUL or an unpaired surrogate (character %d)",
                        "不得含有 NUL 或不成对的代理字符（第 %d 个字符）",
                        i + 1);
            }
        }
        return text;
    }

    /**
     * A day as {@code 2023-06-28}, of the years 1900 to 2999.
     *
     * @throws DateTimeException when the text is anything else
     */
    public static LocalDate day(String text) {
        if (text.length() != 10) {
            throw new DateTimeException("not a day: " + text);
        }
        var day = LocalDate.parse(text);
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw new DateTimeException("not in 1900 to 2999: " + text);
        }
        return day;
    }
}
