package org.investmentpipeline.spreadsheet.schema;

import java.math.BigDecimal;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.spreadsheet.cell.Amounts;
import org.investmentpipeline.spreadsheet.cell.Days;
import org.investmentpipeline.spreadsheet.cell.Quantities;
import org.investmentpipeline.spreadsheet.cell.Texts;
import org.investmentpipeline.spreadsheet.cell.Words;

/**
 * A field that a column of a sheet can fill. Fields are compared by identity: a register declares each once, as a constant.
 *
 * @param <V> the value of its cells
 */
public final class SheetField<V> {

    /** The kind of quantity in a field, which decides the units that its heading may name. */
    public enum Quantity {
        /** No quantity. */
        NONE,
        MONEY,
        AREA,
        COUNT
    }

    private final String key;
    private final Quantity quantity;
    private final CellReader<V> reader;

    private SheetField(String key, Quantity quantity, CellReader<V> reader) {
        this.key = key;
        this.quantity = quantity;
        this.reader = reader;
    }

    /** A field with cells of its own kind. */
    public static <V> SheetField<V> of(String key, CellReader<V> reader) {
        return new SheetField<>(key, Quantity.NONE, reader);
    }

    /** A text of one line. A placeholder such as a dash is no text. */
    public static SheetField<String> line(String key, int limit) {
        return of(key, (cell, column) -> Texts.line(cell, limit));
    }

    /** A name: a text of one line in which a placeholder counts as text. */
    public static SheetField<String> name(String key, int limit) {
        return of(key, (cell, column) -> Texts.literal(cell, limit));
    }

    /** A text of any number of lines. */
    public static SheetField<String> paragraph(String key, int limit) {
        return of(key, (cell, column) -> Texts.paragraph(cell, limit));
    }

    /** One of the words of a list. */
    public static <V> SheetField<V> word(String key, Words<V> words) {
        return of(key, (cell, column) -> words.read(cell));
    }

    /** A day, month, quarter or year. */
    public static SheetField<StatedDay> day(String key) {
        return of(key, (cell, column) -> Days.read(cell));
    }

    /** An amount of money, in the unit and currency of its cell, its heading or the caller. */
    public static SheetField<Amounts.Amount> money(String key) {
        return new SheetField<>(
                key, Quantity.MONEY, (cell, column) -> column.amounts().read(cell));
    }

    /** An area in mu. */
    public static SheetField<BigDecimal> area(String key) {
        return new SheetField<>(key, Quantity.AREA, (cell, column) -> Quantities.land(cell, column.areaUnit()));
    }

    /** A number of people. */
    public static SheetField<Integer> count(String key) {
        return new SheetField<>(key, Quantity.COUNT, (cell, column) -> Quantities.jobs(cell));
    }

    /** The name by which a caller's mapping and the answers refer to it. */
    public String key() {
        return key;
    }

    public Quantity quantity() {
        return quantity;
    }

    public CellReader<V> reader() {
        return reader;
    }

    @Override
    public String toString() {
        return key;
    }
}
