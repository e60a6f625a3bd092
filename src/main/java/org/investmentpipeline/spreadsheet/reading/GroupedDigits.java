package org.investmentpipeline.spreadsheet.reading;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.investmentpipeline.spreadsheet.cell.DigitGrouping;
import org.investmentpipeline.spreadsheet.heading.Columns;
import org.investmentpipeline.spreadsheet.schema.Column;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.schema.SheetField.Kind;
import org.investmentpipeline.spreadsheet.sheet.RowSource;

/**
 * Finds the columns of money that group digits by blanks, as 95 592.04 does, in a pass of its own over the sheet. Sheets without such
 * a number in their first rows, nearly all, are not read to the end.
 */
final class GroupedDigits {
    private static final int SAMPLE = 200;

    private final Map<SheetField<?>, DigitGrouping> groupings = new LinkedHashMap<>();
    private final Columns columns;

    private GroupedDigits(Columns columns) {
        this.columns = columns;
        columns.fields().keySet().stream()
                .filter(field -> field.kind() == Kind.MONEY)
                .forEach(field -> groupings.put(field, new DigitGrouping()));
    }

    /** The columns, whose amounts are grouped by blanks where all of the column are. */
    static Columns in(RowOpener opener, Columns columns) throws IOException {
        var digits = new GroupedDigits(columns);
        if (digits.groupings.isEmpty()) {
            return columns;
        }
        try (var rows = opener.open()) {
            digits.see(rows);
        }
        return digits.applied();
    }

    private void see(RowSource rows) {
        int seen = 0;
        for (var row = rows.next(); row != null; row = rows.next()) {
            if (row.number() <= columns.row()) {
                continue;
            }
            for (var grouping : groupings.entrySet()) {
                var column = columns.fields().get(grouping.getKey());
                if (column != null && row.isWritten(column.index())) {
                    grouping.getValue().see(row.cell(column.index()));
                }
            }
            if (++seen == SAMPLE && groupings.values().stream().noneMatch(DigitGrouping::isByBlanks)) {
                return;
            }
        }
    }

    private Columns applied() {
        var fields = new LinkedHashMap<SheetField<?>, Column>(columns.fields());
        groupings.forEach((field, grouping) -> {
            if (grouping.isByBlanks()) {
                fields.computeIfPresent(field, (any, column) -> column.groupedByBlanks());
            }
        });
        return new Columns(columns.row(), columns.width(), fields, columns.headings());
    }

    /** Opens the rows of a sheet from the first one on. */
    @FunctionalInterface
    interface RowOpener {
        RowSource open() throws IOException;
    }
}
