package org.investmentpipeline.spreadsheet.cell;

import java.util.regex.Pattern;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** Cells of free text: kept as written except for surrounding blanks and the line breaks of narrow columns. */
public final class Texts {

    /** The longest cell that is a word, a number or a day. */
    static final int BRIEF = 200;

    /** Line breaks of any system and program; those pasted from Word are vertical tabs. */
    private static final Pattern BREAK = Pattern.compile("\\R");

    private Texts() {}

    /** A text of one line, null for an empty cell or a placeholder. */
    public static @Nullable String line(SheetCell cell, int limit) throws RefusedCell {
        String text = shown(cell);
        return Wording.isPlaceholder(text) ? null : bounded(unbroken(text), limit, false);
    }

    /** A text of one line in which a placeholder such as a dash counts as text, as in a name; null when the cell is blank. */
    public static @Nullable String literal(SheetCell cell, int limit) throws RefusedCell {
        String text = shown(cell);
        return text.isEmpty() ? null : bounded(unbroken(text), limit, false);
    }

    /**
     * A code, as it is displayed; null for an empty cell or a placeholder.
     *
     * @throws RefusedCell also when a spreadsheet took the code for a number or a day and lost its characters
     */
    public static @Nullable String code(SheetCell cell, int limit) throws RefusedCell {
        if (LostCode.isDay(cell)) {
            throw new RefusedCell(LocalizedText.of(
                    "The spreadsheet took the code for a day; format the column as text and write the code anew.",
                    "电子表格把编号当成了日期，请把该列设为文本格式后重新填写编号。"));
        }
        if (LostCode.isRounded(cell)) {
            throw new RefusedCell(LocalizedText.of(
                    "The spreadsheet took the code for a number and lost its last digits; format the column as text and write the code anew.",
                    "电子表格把编号当成数字，末尾几位已丢失，请把该列设为文本格式后重新填写编号。"));
        }
        return line(cell, limit);
    }

    /** A text of any number of lines, null for an empty cell or a placeholder. */
    public static @Nullable String paragraph(SheetCell cell, int limit) throws RefusedCell {
        String text = shown(cell);
        return Wording.isPlaceholder(text) ? null : bounded(text, limit, true);
    }

    /** The displayed text of the cell, trimmed. */
    static String shown(SheetCell cell) throws RefusedCell {
        if (cell instanceof SheetCell.Failed) {
            throw new RefusedCell(
                    LocalizedText.of("The cell's formula failed; replace it by a value.", "该单元格的公式出错，请改为具体的值。"));
        }
        if (cell instanceof SheetCell.Unsaved) {
            throw new RefusedCell(LocalizedText.of(
                    "The formula has no saved value; open the workbook in Excel or WPS, save it, and send it again.",
                    "公式没有保存计算结果，请用 Excel 或 WPS 打开工作簿并保存后重新提交。"));
        }
        return Text.strip(BREAK.matcher(cell.shown()).replaceAll("\n"));
    }

    /** The displayed text of a cell with a measure, its number not rounded to the decimals of the format. */
    static String measure(SheetCell cell) throws RefusedCell {
        if (cell instanceof SheetCell.Numeric numeric) {
            refuseDay(numeric);
            var shown = numeric.display();
            var number = shown.number();
            return number == null
                    ? shown.text()
                    : (number.stripTrailingZeros().toPlainString() + " " + shown.words()).strip();
        }
        return brief(cell);
    }

    /** Refuses a number that a spreadsheet shows as a day, as it does where somebody typed 3-5. */
    static void refuseDay(SheetCell.Numeric cell) throws RefusedCell {
        if (cell.isDay()) {
            throw new RefusedCell(
                    LocalizedText.of("The spreadsheet shows a day here, not a number.", "该单元格显示为日期，不是数值。"));
        }
    }

    /** The displayed text of a cell with a short value. */
    static String brief(SheetCell cell) throws RefusedCell {
        return bounded(shown(cell), BRIEF, true);
    }

    /** Joins lines: a break inside Chinese is only layout, a break between words is a space. */
    private static String unbroken(String text) {
        var line = new StringBuilder();
        for (var part : text.replace('\t', ' ').split("\n", -1)) {
            String next = Text.strip(part);
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

    private static String bounded(String text, int limit, boolean lines) throws RefusedCell {
        if (Text.length(text) > limit) {
            throw new RefusedCell(LocalizedText.of("At most %1$s characters.", "不得超过 %1$s 个字符。", limit));
        }
        var refused = Text.refused(text, lines);
        if (refused.isPresent()) {
            throw new RefusedCell(LocalizedText.of(
                    "The text contains %1$s, which is not allowed.", "文本中含有不允许的字符 %1$s。", refused.get()));
        }
        return text;
    }
}
