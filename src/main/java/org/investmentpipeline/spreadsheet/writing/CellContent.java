package org.investmentpipeline.spreadsheet.writing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The content of one cell that is written. */
public sealed interface CellContent {

    /** The empty cell. */
    CellContent BLANK = new Blank();

    /** A cell without content. */
    record Blank() implements CellContent {}

    /** Written characters: never a number, a day or a formula, whatever they look like. */
    record Text(String text) implements CellContent {}

    /**
     * A number.
     *
     * @param format as spreadsheets name it, such as {@code #,##0.00}
     */
    record Numeric(BigDecimal value, String format) implements CellContent {}

    /** A formula that was not calculated yet, without its equals sign. */
    record Formula(String expression) implements CellContent {}

    /** The text, or the empty cell. */
    static CellContent text(@Nullable String text) {
        return text == null || text.isEmpty() ? BLANK : new Text(text);
    }

    /** The number, or the empty cell. */
    static CellContent number(@Nullable BigDecimal value, String format) {
        return value == null ? BLANK : new Numeric(value, format);
    }
}
