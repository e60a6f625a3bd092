package org.investmentpipeline.figures.columns;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.columns.scan.GroupSums;
import org.investmentpipeline.figures.columns.scan.ProjectRows;
import org.investmentpipeline.figures.columns.scan.RowFilter;
import org.investmentpipeline.figures.columns.scan.RowScan;
import org.investmentpipeline.figures.table.MovementCause;
import org.investmentpipeline.figures.table.Movements;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;

/** Works out bridges: each row that begins in a period is compared with the one before it in the same life. */
final class MovementScan {
    private final ColumnQuery query;
    private final ProjectRows projects;
    private final PositionColumns.Coded stages;
    private final PositionColumns.Coded statuses;
    private final Map<MovementCause, GroupSums> entered = new EnumMap<>(MovementCause.class);
    private final Map<MovementCause, GroupSums> left = new EnumMap<>(MovementCause.class);
    private final GroupSums revalued;
    private final int[] before = new int[RowScan.BATCH];
    private final boolean[] wasInside = new boolean[RowScan.BATCH];
    private final boolean[] isInside = new boolean[RowScan.BATCH];
    private final long[] keysBefore = new long[RowScan.BATCH];
    private final long[] keysAfter = new long[RowScan.BATCH];

    MovementScan(ColumnQuery query) {
        this.query = query;
        this.projects = query.projectRows();
        this.stages = query.columns.coded(ProjectDimensions.STAGE);
        this.statuses = query.columns.coded(ProjectDimensions.STATUS);
        this.revalued = new GroupSums(query.grouping.size());
    }

    Movements within(Period period) {
        query.beginning(period.first(), period.cut(query.asked.asOf())).each(RowFilter.NONE, this::take);
        var movements = new Movements();
        entered.forEach((cause, sums) ->
                sums.each((key, cell) -> movements.addEntered(cause, query.grouping.values(key), cell)));
        left.forEach(
                (cause, sums) -> sums.each((key, cell) -> movements.addLeft(cause, query.grouping.values(key), cell)));
        revalued.each((key, cell) -> movements.revalued().add(query.grouping.values(key), cell));
        return movements;
    }

    /** Where there is no row before, the row itself is in its place, and it was not inside. */
    private void take(int[] rows, int count) {
        for (var i = 0; i < count; i++) {
            var row = projects.before(rows[i]);
            before[i] = row == PositionColumns.NO_ROW ? rows[i] : row;
        }
        query.filter.test(before, count, wasInside);
        query.filter.test(rows, count, isInside);
        query.grouping.keys(before, count, keysBefore);
        query.grouping.keys(rows, count, keysAfter);
        for (var i = 0; i < count; i++) {
            wasInside[i] &= before[i] != rows[i];
            if (wasInside[i] || isInside[i]) {
                note(i, rows[i]);
            }
        }
    }

    private void note(int i, int row) {
        var old = query.investment[before[i]];
        var now = query.investment[row];
        if (wasInside[i] && isInside[i] && keysBefore[i] == keysAfter[i]) {
            if (old != now) {
                revalued.add(keysAfter[i], now - old);
            }
            return;
        }
        var cause = cause(before[i], row);
        if (wasInside[i]) {
            sums(left, cause).add(keysBefore[i], old);
        }
        if (isInside[i]) {
            sums(entered, cause).add(keysAfter[i], now);
        }
    }

    private GroupSums sums(Map<MovementCause, GroupSums> byCause, MovementCause cause) {
        return byCause.computeIfAbsent(cause, any -> new GroupSums(query.grouping.size()));
    }

    private MovementCause cause(int old, int row) {
        var entry = query.columns.entry.get(row) == 1;
        return old == row
                ? MovementCause.of(null, null, stage(row), status(row), entry)
                : MovementCause.of(stage(old), status(old), stage(row), status(row), entry);
    }

    private Stage stage(int row) {
        return (Stage)
                Objects.requireNonNull(stages.dictionary().value(stages.column().get(row)));
    }

    private Status status(int row) {
        return (Status) Objects.requireNonNull(
                statuses.dictionary().value(statuses.column().get(row)));
    }
}
