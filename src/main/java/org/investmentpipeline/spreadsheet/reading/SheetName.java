package org.investmentpipeline.spreadsheet.reading;

import java.util.List;
import java.util.stream.Collectors;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.Amounts;
import org.investmentpipeline.spreadsheet.cell.Unit;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.schema.Column;
import org.investmentpipeline.spreadsheet.schema.OwnWords;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.schema.SheetField.Kind;
import org.investmentpipeline.spreadsheet.schema.SheetSchema;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/**
 * The name of a sheet as the value of a field of its rows.
 *
 * @param field null when the name says nothing about the rows
 */
record SheetName(@Nullable SheetField<?> field, SheetCell cell) {

    private static final SheetName NOTHING = new SheetName(null, SheetCell.Text.BLANK);

    /**
     * The name of a sheet as the value of a field.
     *
     * @param key of the field, null for none
     * @throws UnreadableSheet when the register has no such field, or the field does not classify rows
     */
    static SheetName of(SheetSchema schema, @Nullable String key, @Nullable String name) {
        if (key == null || name == null) {
            return NOTHING;
        }
        var field = schema.field(key);
        if (field == null || !isUsable(schema, field)) {
            throw new UnreadableSheet(LocalizedText.of(
                    "`sheetIs` was \"%1$s\"; expected one of: %2$s.",
                    "sheetIs 给出的是“%1$s”；应为以下之一：%2$s。", key, usable(schema)));
        }
        return new SheetName(field, new SheetCell.Text(name));
    }

    private static boolean isUsable(SheetSchema schema, SheetField<?> field) {
        return (field.kind() == Kind.TEXT || field.kind() == Kind.WORD) && field != schema.subject();
    }

    private static String usable(SheetSchema schema) {
        List<SheetField<?>> fields = List.copyOf(schema.fields());
        return fields.stream()
                .filter(field -> isUsable(schema, field))
                .map(SheetField::key)
                .collect(Collectors.joining(", "));
    }

    /** The sheet's name in the place of a column. */
    Column column() {
        return new Column(-1, "", cell.shown(), OwnWords.NONE, new Amounts(Unit.NONE, Unit.NONE, null), null);
    }
}
