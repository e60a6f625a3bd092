package org.investmentpipeline.figures.columns.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.figures.columns.scan.RowScan;
import org.investmentpipeline.figures.table.Measure;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** Rows for tests of the columns. */
public final class Rows {
    private Rows() {}

    public static PositionRow row(
            long project,
            String from,
            @Nullable String to,
            Stage stage,
            @Nullable String sector,
            long fen,
            long at,
            long until) {
        var values = new ArrayList<@Nullable Object>();
        for (var attribute : PositionColumns.ATTRIBUTES) {
            values.add(
                    switch (attribute.replace("state.", "")) {
                        case "stage" -> stage;
                        case "status" -> Status.ACTIVE;
                        case "key" -> false;
                        case "sector" -> sector;
                        default -> null;
                    });
        }
        return new PositionRow(
                project,
                day(from),
                to == null ? OPEN_DAY : day(to),
                0,
                true,
                at,
                until,
                values.toArray(),
                new long[] {Math.max(0, fen), 0, 0},
                fen < 0 ? 0 : Measure.INVESTMENT.bit());
    }

    public static final int OPEN_DAY = RowScan.day(Position.OPEN);
    public static final long OPEN = LedgerClock.OPEN.toEpochMilli();

    public static int day(String day) {
        return RowScan.day(LocalDate.parse(day));
    }

    public static Instant at(long moment) {
        return Instant.ofEpochMilli(moment);
    }

    public static PositionColumns columns(long until, List<PositionRow> rows) {
        var columns = new PositionColumns(4, Long.MAX_VALUE);
        rows.forEach(row -> columns.append(row, at(until)));
        columns.publish(at(until), at(until));
        return columns;
    }
}
