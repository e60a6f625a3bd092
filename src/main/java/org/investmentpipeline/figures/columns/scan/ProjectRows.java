package org.investmentpipeline.figures.columns.scan;

import java.time.Instant;
import org.investmentpipeline.figures.columns.data.CodeColumn;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.columns.data.PositionColumns.Snapshot;
import org.investmentpipeline.project.query.ProjectDimensions;

/** The rows of single projects that were known at a moment, found by their chains. */
public final class ProjectRows {
    private final int rows;
    private final long known;
    private final int[] project;
    private final int[] first;
    private final int[] next;
    private final int[] from;
    private final int[] to;
    private final long[] recordedAt;
    private final long[] supersededAt;
    private final CodeColumn ordinal;
    private final CodeColumn entry;
    private final CodeColumn stage;

    public ProjectRows(PositionColumns columns, Snapshot snapshot, Instant known) {
        this.rows = snapshot.rows();
        this.known = known.toEpochMilli();
        this.project = columns.project.values();
        this.first = columns.firstOfProject.values();
        this.next = columns.next.values();
        this.from = columns.from.values();
        this.to = columns.to.values();
        this.recordedAt = columns.recordedAt.values();
        this.supersededAt = columns.supersededAt.values();
        this.ordinal = columns.ordinal;
        this.entry = columns.entry;
        this.stage = columns.coded(ProjectDimensions.STAGE).column();
    }

    private int first(int row) {
        return within(first[project[row]]);
    }

    private int next(int row) {
        return within(next[row]);
    }

    /** Rows behind the snapshot come last in each chain, and do not count. */
    private int within(int row) {
        return row < rows ? row : PositionColumns.NO_ROW;
    }

    private boolean isKnown(int row) {
        return recordedAt[row] <= known && supersededAt[row] > known;
    }

    /** The row before one in the same life, or -1. Rows of one day are numbered from 0; the first follows the one that ends on it. */
    public int before(int row) {
        var place = ordinal.get(row);
        for (var other = first(row); other >= 0; other = next(other)) {
            var follows = place == 0
                    ? to[other] == from[row] && from[other] < from[row]
                    : from[other] == from[row] && ordinal.get(other) == place - 1;
            if (follows && isKnown(other)) {
                return other;
            }
        }
        return PositionColumns.NO_ROW;
    }

    /** The row of the same project that is true on a day, or -1. */
    public int holding(int row, int day) {
        for (var other = first(row); other >= 0; other = next(other)) {
            if (from[other] <= day && to[other] > day && isKnown(other)) {
                return other;
            }
        }
        return PositionColumns.NO_ROW;
    }

    /** The row in which the same project entered a stage on a stated day, or -1. */
    public int entering(int row, int stageCode) {
        for (var other = first(row); other >= 0; other = next(other)) {
            if (stage.get(other) == stageCode && entry.get(other) == 1 && isKnown(other)) {
                return other;
            }
        }
        return PositionColumns.NO_ROW;
    }
}
