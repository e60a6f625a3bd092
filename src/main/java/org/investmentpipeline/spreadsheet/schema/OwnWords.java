package org.investmentpipeline.spreadsheet.schema;

import java.util.HashMap;
import java.util.Map;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;

/**
 * The caller's own words for the values of one field, which come before all others.
 *
 * @param values the value of each comparable word; an empty value lets the word say nothing
 */
public record OwnWords(Map<String, String> values) {

    public static final OwnWords NONE = new OwnWords(Map.of());

    /** @param values word to value, as the caller writes them */
    public static OwnWords of(Map<String, String> values) {
        var comparable = new HashMap<String, String>();
        values.forEach((word, value) -> comparable.put(Wording.key(word), value));
        return new OwnWords(comparable);
    }

    /** The cell with the value of its word, or the cell itself when its text is none of the words. */
    public SheetCell in(SheetCell cell) {
        var value = values.isEmpty() ? null : values.get(Wording.key(cell.shown()));
        return value == null ? cell : new SheetCell.Text(value);
    }
}
