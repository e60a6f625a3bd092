package org.investmentpipeline.spreadsheet.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.RefusedCell;
import org.investmentpipeline.spreadsheet.heading.Columns;
import org.investmentpipeline.spreadsheet.schema.Column;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** The cells of one row by field, and the errors found among them so far. */
public final class RowCells {

    private static final int LONGEST_VALUE = 200;

    private final SheetRow row;
    private final RowPlace place;
    private final Columns columns;
    private final SheetField<?> subject;
    private final SheetName sheetName;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<ImportWarning> warnings = EnumSet.noneOf(ImportWarning.class);

    private record Refusal(int column, CellError error) {}

    RowCells(SheetRow row, RowPlace place, Columns columns, SheetField<?> subject, SheetName sheetName) {
        this.row = row;
        this.place = place;
        this.columns = columns;
        this.subject = subject;
        this.sheetName = sheetName;
    }

    public RowPlace place() {
        return place;
    }

    /** Records a warning about the row. */
    public void warn(ImportWarning warning) {
        warnings.add(warning);
    }

    Set<ImportWarning> warnings() {
        return Collections.unmodifiableSet(warnings);
    }

    /** The errors found so far, in the order of the columns. */
    public List<CellError> errors() {
        return refusals.stream()
                .sorted(Comparator.comparingInt(Refusal::column))
                .map(Refusal::error)
                .toList();
    }

    /** The cell of a field, blank when neither a column nor the sheet's name gives it. */
    public SheetCell cell(SheetField<?> field) {
        var column = columns.fields().get(field);
        var cell = column == null ? SheetCell.Text.BLANK : row.cell(column.index());
        return cell.isBlank() && field == sheetName.field() ? sheetName.cell() : cell;
    }

    /** The heading of a field as written; empty when the sheet has no such column. */
    public String heading(SheetField<?> field) {
        var column = columns.fields().get(field);
        return column == null ? "" : column.heading();
    }

    /** The value of a field, null when its cell is absent, blank, a placeholder or refused. */
    public <V> @Nullable V read(SheetField<V> field) {
        return read(field, UnaryOperator.identity());
    }

    /**
     * The same by a rule of the row.
     *
     * @param adapted gives the column as it applies to this row
     */
    public <V> @Nullable V read(SheetField<V> field, UnaryOperator<Column> adapted) {
        var ofField = columns.fields().get(field);
        var column = ofField == null ? sheetName.column() : ofField;
        var cell = column.words().in(cell(field));
        if (cell.isBlank()) {
            return null;
        }
        try {
            return field.reader().read(cell, adapted.apply(column));
        } catch (RefusedCell refused) {
            refuse(field, CellError.of(place, heading(field), value(field), refused));
            return null;
        }
    }

    /** Records that the cell of a field is refused. */
    public void refuse(SheetField<?> field, LocalizedText expected) {
        refuse(field, new CellError(place, heading(field), value(field), expected));
    }

    private void refuse(SheetField<?> field, CellError error) {
        var column = columns.fields().get(field);
        refusals.add(new Refusal(column == null ? -1 : column.index(), error));
    }

    /** Refuses merged cells with values that several rows cannot share: one name or one quantity for several rows. */
    void refuseContinued() {
        columns.fields().forEach((field, column) -> {
            var from = row.continued().get(column.index());
            if (from == null || cell(field).isBlank()) {
                return;
            }
            if (field == subject) {
                refuse(
                        field,
                        LocalizedText.of(
                                "This row continues the project of row %1$s; each project needs exactly one row.",
                                "本行是第 %1$s 行项目的续行，一个项目只能占一行。", from));
            } else if (field.kind().isQuantity()) {
                refuse(
                        field,
                        LocalizedText.of(
                                "One merged cell, from row %1$s, has the value of several projects; give each its own.",
                                "自第 %1$s 行起的合并单元格为多个项目共用一个数值，请逐一填写。", from));
            }
        });
    }

    private @Nullable String value(SheetField<?> field) {
        String shown = cell(field).shown().strip();
        if (shown.isEmpty()) {
            return null;
        }
        return shown.codePointCount(0, shown.length()) <= LONGEST_VALUE
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
}
