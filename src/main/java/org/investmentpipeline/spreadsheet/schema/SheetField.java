package org.investmentpipeline.spreadsheet.schema;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.spreadsheet.cell.Amounts;
import org.investmentpipeline.spreadsheet.cell.Days;
import org.investmentpipeline.spreadsheet.cell.Quantities;
import org.investmentpipeline.spreadsheet.cell.Texts;
import org.investmentpipeline.spreadsheet.cell.Words;
import org.jspecify.annotations.Nullable;

/**
 * A field that a column of a sheet can fill. Fields are compared by identity: a register declares each once, as a constant.
 *
 * @param <V> the value of its cells
 */
public final class SheetField<V> {

    /** The kind of the values in a field. */
    public enum Kind {
        TEXT,
        WORD,
        DAY,
        MONEY,
        AREA,
        COUNT;

        /** Whether it is a quantity of one record, which several rows cannot share. */
        public boolean isQuantity() {
            return this == MONEY || this == AREA || this == COUNT;
        }
    }

    private final String key;
    private final Kind kind;
    private final CellReader<V> reader;
    private final @Nullable Pattern headings;
    private final boolean isIdentifying;

    private SheetField(String key, Kind kind, CellReader<V> reader, @Nullable Pattern headings, boolean isIdentifying) {
        this.key = key;
        this.kind = kind;
        this.reader = reader;
        this.headings = headings;
        this.isIdentifying = isIdentifying;
    }

    /** A field with cells of its own. */
    public static <V> SheetField<V> of(String key, Kind kind, CellReader<V> reader) {
        return new SheetField<>(key, kind, reader, null, false);
    }

    /** A text of one line. A placeholder such as a dash is no text. */
    public static SheetField<String> line(String key, int limit) {
        return of(key, Kind.TEXT, (cell, column) -> Texts.line(cell, limit));
    }

    /** A code, as it is displayed; refused where a spreadsheet took it for a number or a day and lost its characters. */
    public static SheetField<String> code(String key, int limit) {
        return of(key, Kind.TEXT, (cell, column) -> Texts.code(cell, limit)).identifying();
    }

    /** A name: a text of one line in which a placeholder counts as text. */
    public static SheetField<String> name(String key, int limit) {
        return of(key, Kind.TEXT, (cell, column) -> Texts.literal(cell, limit));
    }

    /** A text of any number of lines. */
    public static SheetField<String> paragraph(String key, int limit) {
        return of(key, Kind.TEXT, (cell, column) -> Texts.paragraph(cell, limit));
    }

    /** One of the words of a list. */
    public static <V> SheetField<V> word(String key, Words<V> words) {
        return of(key, Kind.WORD, (cell, column) -> words.read(cell));
    }

    /** A day, month, quarter or year. */
    public static SheetField<StatedDay> day(String key) {
        return of(key, Kind.DAY, (cell, column) -> Days.read(cell));
    }

    /** An amount of money, in the unit and currency of its cell, its heading or the caller. */
    public static SheetField<Amounts.Amount> money(String key) {
        return of(key, Kind.MONEY, (cell, column) -> column.amounts().read(cell));
    }

    /** An area in mu. */
    public static SheetField<BigDecimal> area(String key) {
        return of(key, Kind.AREA, (cell, column) -> Quantities.land(cell, column.measureUnit()));
    }

    /** A number of people. */
    public static SheetField<Integer> count(String key) {
        return of(key, Kind.COUNT, (cell, column) -> Quantities.jobs(cell, column.measureUnit()));
    }

    /** The same field, which headings of a pattern mean too; the pattern is matched with comparable headings. */
    public SheetField<V> headedLike(String pattern) {
        return new SheetField<>(key, kind, reader, Pattern.compile(pattern), isIdentifying);
    }

    /** The same field as one that only rows about a record fill, not rows of totals. */
    public SheetField<V> identifying() {
        return new SheetField<>(key, kind, reader, headings, true);
    }

    /** Whether only rows about a record fill it: codes, partners and days. */
    public boolean isIdentifying() {
        return isIdentifying || kind == Kind.DAY;
    }

    /** Whether a comparable heading that is not listed means this field by its pattern. */
    boolean isHeadedLike(String comparable) {
        return headings != null && headings.matcher(comparable).matches();
    }

    /** The name by which a caller's mapping and the answers refer to it. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public CellReader<V> reader() {
        return reader;
    }

    @Override
    public String toString() {
        return key;
    }
}
