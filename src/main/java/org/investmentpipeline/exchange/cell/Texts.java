package org.investmentpipeline.exchange.cell;

import java.util.regex.Pattern;
import org.investmentpipeline.api.Message;
import org.investmentpipeline.exchange.sheet.LedgerCell;
import org.jspecify.annotations.Nullable;

/** Cells of free text: kept as written but for blanks around them and the line breaks a narrow column forced. */
public final class Texts {

    private static final String EDGE = "[\\s\\u00A0\\u3000\\u200B\\u2060\\uFEFF]+";
    private static final Pattern EDGES = Pattern.compile("^" + EDGE + "|" + EDGE + "$");
    private static final Pattern HAN_BREAK =
            Pattern.compile("(?<=[\\p{IsHan}\\p{IsPunctuation}])\\s*\\n\\s*(?=[\\p{IsHan}\\p{IsPunctuation}])");
    private static final Pattern BREAK = Pattern.compile("\\s*\\n\\s*");

    private Texts() {}

    /** A text of one line, null when the cell says nothing. */
    public static @Nullable String line(LedgerCell cell, int limit) throws RefusedCell {
        String text = shown(cell);
        return Wording.isPlaceholder(text) ? null : bounded(unbroken(text), limit);
    }

    /** A text of one line in which even a dash is said, as in a name; null when the cell is blank. */
    public static @Nullable String literal(LedgerCell cell, int limit) throws RefusedCell {
        String text = shown(cell);
        return text.isEmpty() ? null : bounded(unbroken(text), limit);
    }

    /** A text of any number of lines, null when the cell says nothing. */
    public static @Nullable String paragraph(LedgerCell cell, int limit) throws RefusedCell {
        String text = shown(cell);
        return Wording.isPlaceholder(text) ? null : bounded(text, limit);
    }

    /** What the cell shows, trimmed. */
    static String shown(LedgerCell cell) throws RefusedCell {
        if (cell instanceof LedgerCell.Failed failed && !Wording.isPlaceholder(failed.shown())) {
            throw new RefusedCell(
                    Message.of("The cell's formula failed; put a value in its place.", "该单元格的公式出错，请改为具体的值。"));
        }
        String unix = cell.shown().replace("\r\n", "\n").replace('\r', '\n');
        return EDGES.matcher(unix).replaceAll("");
    }

    private static String unbroken(String text) {
        return BREAK.matcher(HAN_BREAK.matcher(text).replaceAll("")).replaceAll(" ");
    }

    private static String bounded(String text, int limit) throws RefusedCell {
        if (text.codePointCount(0, text.length()) > limit) {
            throw new RefusedCell(Message.of("At most %1$s characters.", "不得超过 %1$s 个字符。", limit));
        }
        boolean broken = text.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (broken) {
            throw new RefusedCell(Message.of("The text holds a NUL or half a character.", "文本中含有空字符（NUL）或残缺的字符。"));
        }
        return text;
    }
}
