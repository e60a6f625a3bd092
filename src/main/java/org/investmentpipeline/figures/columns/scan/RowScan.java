package org.investmentpipeline.figures.columns.scan;

import java.time.Instant;
import java.time.LocalDate;
import org.investmentpipeline.figures.columns.data.BlockBounds;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.columns.data.PositionColumns.Snapshot;
import org.investmentpipeline.figures.columns.data.RowSet;
import org.investmentpipeline.project.timeline.Position;
import org.jspecify.annotations.Nullable;

/**
 * Goes over the rows of a snapshot that were known at a moment and lie in a span of time, a batch at a time, and hands over those that
 * a filter leaves. Nothing is allocated for a row.
 */
public final class RowScan {
    public static final int BATCH = BlockBounds.ROWS;

    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final int NEVER = Integer.MIN_VALUE;

    private final int rows;
    private final long known;
    private final int[] from;
    private final int[] to;
    private final long[] recordedAt;
    private final long[] supersededAt;
    private final BlockBounds bounds;
    private final Span span;
    /** The rows among which those of the span are; null for all. */
    private final @Nullable RowSet among;

    /** The days between which a row begins, both inclusive, and the day at which it ends or later. */
    private record Span(int leastFrom, int mostFrom, int leastTo) {
        static final Span LAST = new Span(NEVER, ALWAYS, day(Position.OPEN));

        /** 1 for a row of the span, else 0: worked out of signs, since a branch for each row would be guessed wrong half of the time. */
        int has(int from, int to) {
            var outside = (long) from - leastFrom | (long) mostFrom - from | (long) to - leastTo;
            return (int) (outside >>> Long.SIZE - 1) ^ 1;
        }
    }

    /** Takes the rows of a batch: the first so many of an array that it may use meanwhile. */
    @FunctionalInterface
    public interface Taker {
        void take(int[] rows, int count);
    }

    private RowScan(PositionColumns columns, Snapshot snapshot, Instant known, Span span) {
        this.rows = snapshot.rows();
        this.known = known.toEpochMilli();
        this.from = columns.from.values();
        this.to = columns.to.values();
        this.recordedAt = columns.recordedAt.values();
        this.supersededAt = columns.supersededAt.values();
        this.bounds = columns.bounds;
        this.span = span;
        this.among =
                known.isBefore(snapshot.known()) ? null : span.equals(Span.LAST) ? snapshot.last() : snapshot.current();
    }

    /** The rows that hold on a day. */
    public static RowScan holding(PositionColumns columns, Snapshot snapshot, Instant known, LocalDate day) {
        return new RowScan(columns, snapshot, known, new Span(NEVER, day(day), day(day) + 1));
    }

    /** The last row of each project. */
    public static RowScan last(PositionColumns columns, Snapshot snapshot, Instant known) {
        return new RowScan(columns, snapshot, known, Span.LAST);
    }

    /** The rows that begin within days, both inclusive. */
    public static RowScan beginning(
            PositionColumns columns, Snapshot snapshot, Instant known, LocalDate first, LocalDate last) {
        return new RowScan(columns, snapshot, known, new Span(day(first), day(last), NEVER));
    }

    /** A day as a number; days beyond those of any ledger are as good as the farthest number. */
    public static int day(LocalDate day) {
        return (int) Math.max(NEVER / 2, Math.min(ALWAYS / 2, day.toEpochDay()));
    }

    public void each(RowFilter filter, Taker taker) {
        var batch = new int[BATCH];
        var passed = new boolean[BATCH];
        for (var begin = 0; begin < rows; begin += BATCH) {
            if (!bounds.mayHave(begin, span.leastFrom, span.mostFrom, span.leastTo, known)) {
                continue;
            }
            var found = filter.keep(batch, select(begin, Math.min(rows, begin + BATCH), batch), passed);
            if (found > 0) {
                taker.take(batch, found);
            }
        }
    }

    private int select(int begin, int end, int[] batch) {
        if (among == null) {
            return known(begin, end, batch);
        }
        return span.equals(Span.LAST) ? among.select(begin, end, batch) : within(among, begin, end, batch);
    }

    /** The rows of the span that were known at the moment. */
    @SuppressWarnings("ShortCircuitBoolean") // no branch for each condition of each row
    private int known(int begin, int end, int[] batch) {
        var found = 0;
        for (var row = begin; row < end; row++) {
            var wanted = from[row] >= span.leastFrom
                    & from[row] <= span.mostFrom
                    & to[row] >= span.leastTo
                    & recordedAt[row] <= known
                    & supersededAt[row] > known;
            batch[found] = row;
            found += wanted ? 1 : 0;
        }
        return found;
    }

    /** The rows of the span that are in a set. */
    private int within(RowSet set, int begin, int end, int[] batch) {
        var candidates = set.select(begin, end, batch);
        var found = 0;
        for (var i = 0; i < candidates; i++) {
            var row = batch[i];
            batch[found] = row;
            found += span.has(from[row], to[row]);
        }
        return found;
    }
}
