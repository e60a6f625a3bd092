package org.investmentpipeline.spreadsheet.reading;

import java.util.stream.Collectors;
import org.investmentpipeline.spreadsheet.heading.Columns;
import org.investmentpipeline.spreadsheet.row.RowKind;
import org.investmentpipeline.spreadsheet.row.RowShape;
import org.investmentpipeline.spreadsheet.schema.Column;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Tells the kinds of rows below the headings of a sheet. */
final class RowFilter {
    private final Columns columns;
    private final @Nullable Column subject;
    private final RowShape shape;

    RowFilter(Columns columns, SheetField<?> subject) {
        this.columns = columns;
        this.subject = columns.fields().get(subject);
        this.shape = new RowShape(
                this.subject == null ? null : this.subject.index(),
                columns.fields().entrySet().stream()
                        .filter(column -> column.getKey().isIdentifying())
                        .map(column -> column.getValue().index())
                        .collect(Collectors.toUnmodifiableSet()),
                columns.fields().values().stream().map(Column::index).collect(Collectors.toUnmodifiableSet()));
    }

    /** The kind of a row; one that only continues merged headings is blank. */
    RowKind kind(SheetRow row) {
        var from = subject == null ? null : row.continued().get(subject.index());
        return from != null && from <= columns.row() ? RowKind.BLANK : shape.kind(row);
    }
}
