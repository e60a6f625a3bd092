package org.investmentpipeline.input.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.investmentpipeline.problem.Problem;

/**
 * The rules of texts from clients: allowed characters, length, and blankness. Lengths
 * are counted in characters (Unicode code points), as JSON Schema and PostgreSQL count them.
 */
public final class Text {
    private Text() {}

    /** A text that both databases can store; refused are NUL and unpaired surrogates. Sufficient for search values. */
    public static String storable(String field, String text) {
        return without(field, text, c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /** A text of one line: no control characters, and none of the others that {@link Characters} refuses. */
    public static String line(String field, String text) {
        return without(field, text, Characters::isRefused);
    }

    /** The same, but with tabs and line breaks. */
    public static String paragraph(String field, String text) {
        return without(field, text, c -> Characters.isRefused(c) && !Characters.isLayout(c));
    }

    private static String without(String field, String text, IntPredicate refused) {
        var found = text.codePoints().filter(refused).findFirst();
        if (found.isPresent()) {
            var character = found.getAsInt();
            throw Problem.invalid(
                    field,
                    "must not contain %1$s (character %2$d)",
                    "不得含有 %1$s（第 %2$d 个字符）",
                    Characters.named(character),
                    text.codePoints().takeWhile(refused.negate()).count() + 1);
        }
        return text;
    }

    /** The name of the first character that is refused in a text of one or of several lines. */
    public static Optional<String> refused(String text, boolean lines) {
        return text.codePoints()
                .filter(c -> Characters.isRefused(c) && !(lines && Characters.isLayout(c)))
                .mapToObj(Characters::named)
                .findFirst();
    }

    /** How many characters (code points) a text has. */
    public static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    /** Whether a text is blank: it has only spaces, format characters, fillers and the like. */
    public static boolean isBlank(CharSequence text) {
        return text.codePoints().allMatch(Characters::isInvisible);
    }

    /** A text without invisible characters at its ends, but for variation selectors and tags that belong to an emoji. */
    public static String strip(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && Characters.isInvisible(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isEdge(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isEdge(int character) {
        return Characters.isInvisible(character) && !Characters.belongsToBase(character);
    }

    /** The first characters of a text, with an ellipsis when there are more. */
    public static String shortened(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
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
