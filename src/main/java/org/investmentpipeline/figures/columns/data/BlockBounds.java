package org.investmentpipeline.figures.columns.data;

/**
 * The bounds of the days and of the moments of each block of rows, by which a scan passes over the blocks that have no row for it. One
 * thread writes, as in {@link CodeColumn}; a bound only widens, so a reader at the same time goes over a block too many at most.
 */
public final class BlockBounds {
    /** The rows of a block. */
    public static final int ROWS = 1024;

    private final IntColumn leastFrom = new IntColumn();
    private final IntColumn mostFrom = new IntColumn();
    private final IntColumn mostTo = new IntColumn();
    private final LongColumn leastRecordedAt = new LongColumn();

    void grow(int rows) {
        var blocks = rows / ROWS + 1;
        leastFrom.grow(blocks);
        mostFrom.grow(blocks);
        mostTo.grow(blocks);
        leastRecordedAt.grow(blocks);
    }

    static long bytes(int rows) {
        return (rows / ROWS + 1L) * (3 * Integer.BYTES + Long.BYTES);
    }

    /** Notes a row that is written behind all others. */
    void add(int row, PositionRow values) {
        var block = row / ROWS;
        var isFirst = row % ROWS == 0;
        leastFrom.set(block, isFirst ? values.from() : Math.min(leastFrom.values()[block], values.from()));
        mostFrom.set(block, isFirst ? values.from() : Math.max(mostFrom.values()[block], values.from()));
        mostTo.set(block, isFirst ? values.to() : Math.max(mostTo.values()[block], values.to()));
        leastRecordedAt.set(
                block, isFirst ? values.recordedAt() : Math.min(leastRecordedAt.values()[block], values.recordedAt()));
    }

    /** Whether the block of a row may have rows known at a moment that begin within two days and end at a third or later. */
    public boolean mayHave(int row, int from, int until, int to, long known) {
        var block = row / ROWS;
        return mostFrom.values()[block] >= from
                && leastFrom.values()[block] <= until
                && mostTo.values()[block] >= to
                && leastRecordedAt.values()[block] <= known;
    }
}
