package org.investmentpipeline.spreadsheet.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.RefusedCell;
import org.investmentpipeline.spreadsheet.cell.Texts;
import org.investmentpipeline.spreadsheet.heading.Columns;
import org.investmentpipeline.spreadsheet.heading.StatedField;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** The cells of one row by field, and the errors found among them so far. */
final class RowCells {

    private static final int LONGEST_VALUE = 200;

    private final SheetRow row;
    private final Columns columns;
    private final List<CellError> errors = new ArrayList<>();
    private final Set<StatedField> failed = EnumSet.noneOf(StatedField.class);

    /** A way of reading a cell. */
    @FunctionalInterface
    interface Reading<T> {
        @Nullable
        T of(SheetCell cell) throws RefusedCell;
    }

    RowCells(SheetRow row, Columns columns) {
        this.row = row;
        this.columns = columns;
    }

    int row() {
        return row.number();
    }

    List<CellError> errors() {
        return List.copyOf(errors);
    }

    boolean failed(StatedField field) {
        return failed.contains(field);
    }

    SheetCell cell(StatedField field) {
        var heading = columns.fields().get(field);
        return heading == null ? SheetCell.Text.BLANK : row.cell(heading.column());
    }

    /** The heading of a field as written; empty when the sheet has no such column. */
    String heading(StatedField field) {
        var heading = columns.fields().get(field);
        return heading == null ? "" : heading.written();
    }

    /** Whether the row itself has a value in any mapped column. */
    boolean saysAnything() {
        return columns.fields().values().stream().anyMatch(h -> row.isWritten(h.column()));
    }

    <T> @Nullable T read(StatedField field, Reading<T> reading) {
        var cell = cell(field);
        if (cell.isBlank()) {
            return null;
        }
        try {
            return reading.of(cell);
        } catch (RefusedCell refused) {
            refuse(field, refused.expected());
            return null;
        }
    }

    @Nullable
    String text(StatedField field) {
        var limit = field.limit();
        int most = limit == null ? Integer.MAX_VALUE : limit;
        return read(field, cell -> {
            if (field == StatedField.NAME) {
                return Texts.literal(cell, most);
            }
            return field == StatedField.SUMMARY ? Texts.paragraph(cell, most) : Texts.line(cell, most);
        });
    }

    void refuse(StatedField field, LocalizedText expected) {
        failed.add(field);
        errors.add(new CellError(row.number(), heading(field), value(field), expected));
    }

    /** Refuses merged cells with values that several projects cannot share: one name or one amount for several rows. */
    void refuseContinued() {
        columns.fields().forEach((field, heading) -> {
            var from = row.continued().get(heading.column());
            if (from == null || cell(field).isBlank()) {
                return;
            }
            if (field == StatedField.NAME) {
                refuse(
                        field,
                        LocalizedText.of(
                                "This row continues the project of row %1$s; each project needs exactly one row.",
                                "本行是第 %1$s 行项目的续行，一个项目只能占一行。", from));
            } else if (field.isQuantity()) {
                refuse(
                        field,
                        LocalizedText.of(
                                "One merged cell, from row %1$s, has the value of several projects; give each its own.",
                                "自第 %1$s 行起的合并单元格为多个项目共用一个数值，请逐一填写。", from));
            }
        });
    }

    private @Nullable String value(StatedField field) {
        String shown = cell(field).shown().strip();
        if (shown.isEmpty()) {
            return null;
        }
        return shown.codePointCount(0, shown.length()) <= LONGEST_VALUE
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
}
