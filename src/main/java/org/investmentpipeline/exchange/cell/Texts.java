package org.investmentpipeline.exchange.cell;

import org.investmentpipeline.api.Message;
import org.investmentpipeline.exchange.sheet.LedgerCell;
import org.jspecify.annotations.Nullable;

/** Cells of free text: kept as written but for blanks around them and the line breaks a narrow column forced. */
public final class Texts {

    /** The longest cell that is a word, a number or a day. */
    private static final int BRIEF = 200;

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
        return trim(cell.shown().replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** What a cell shows that can only be short. */
    static String brief(LedgerCell cell) throws RefusedCell {
        return bounded(shown(cell), BRIEF);
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isEdge(text.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isEdge(char character) {
        return Character.isWhitespace(character) || "\u00A0\u200B\u2060\uFEFF".indexOf(character) >= 0;
    }

    /** Joins lines: a break inside Chinese is only layout, a break between words is a space. */
    private static String unbroken(String text) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        var line = new StringBuilder();
        for (var part : text.split("\n", -1)) {
            String next = trim(part);
            if (next.isEmpty()) {
                continue;
            }
            boolean layout = line.isEmpty()
                    || (isChinese(line.codePointBefore(line.length())) && isChinese(next.codePointAt(0)));
            line.append(layout ? "" : " ").append(next);
        }
        return line.toString();
    }

    private static boolean isChinese(int character) {
        return Character.isIdeographic(character) || "，。、；：（）《》“”".indexOf(character) >= 0;
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
