package org.investmentpipeline.figures.columns.data;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.figures.table.Measure;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.ledger.LedgerRow;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.query.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * All positions of the ledger, superseded ones too, one row each, as arrays of primitives; the rows of one project are chained.
 *
 * <p>One thread at a time writes: it appends rows behind those of the latest snapshot, notes when rows were superseded, and publishes
 * a longer snapshot. Readers take a snapshot first and look at no row behind it. A supersession is noted in place: it is later than
 * any moment of knowledge that a reader of an earlier snapshot asks for, so its answer does not depend on whether it sees it.
 */
public final class PositionColumns {
    /** The attributes of a position that dimensions compare as codes. */
    public static final List<String> ATTRIBUTES = ProjectDimensions.ALL.all().stream()
            .filter(Dimension::isCoded)
            .flatMap(dimension -> dimension.attributes().stream())
            .distinct()
            .toList();

    public static final int NO_ROW = -1;

    private static final long OPEN = LedgerClock.OPEN.toEpochMilli();
    private static final int OPEN_DAY = (int) LedgerRow.OPEN_END.toEpochDay();
    private static final int FIXED_BYTES = 4 * Integer.BYTES + 2 * Long.BYTES;

    /** What others may keep as a key of these columns without keeping the columns. */
    public final Object identity = new Object();

    public final IntColumn project = new IntColumn();
    public final IntColumn next = new IntColumn();
    public final IntColumn from = new IntColumn();
    public final IntColumn to = new IntColumn();
    public final CodeColumn ordinal = new CodeColumn();
    public final CodeColumn entry = new CodeColumn();
    public final CodeColumn present = new CodeColumn();
    public final LongColumn recordedAt = new LongColumn();
    public final LongColumn supersededAt = new LongColumn();
    public final IntColumn firstOfProject = new IntColumn();
    public final LongColumn idOfProject = new LongColumn();
    public final BlockBounds bounds = new BlockBounds();

    private final Map<String, Coded> coded = new LinkedHashMap<>();
    private final LongColumn[] measures = new LongColumn[Measure.values().length];
    private final ProjectIndex projects = new ProjectIndex();
    private final IntColumn lastOfProject = new IntColumn();
    private final RowSet current = new RowSet();
    private final RowSet last = new RowSet();
    private final long mostBytes;
    private int rows;
    private int capacity;
    private int projectCapacity;
    private boolean isChanged;
    private volatile Snapshot snapshot = new Snapshot(0, Instant.MIN, null, current.copy(), last.copy());

    /** The codes of an attribute with their dictionary. */
    public record Coded(CodeColumn column, Dictionary dictionary) {}

    /**
     * The rows that there are, and how far they go.
     *
     * @param known the moment of the ledger's clock up to which they are complete
     * @param mark the moment of the latest change of a project among them; null when there is none
     * @param current the rows that no other supersedes, as known at that moment
     * @param last the current rows without an end, one of each project
     */
    public record Snapshot(
            int rows, Instant known, @Nullable Instant mark, RowSet current, RowSet last) {}

    public PositionColumns(int capacity, long mostBytes) {
        this.mostBytes = mostBytes;
        ATTRIBUTES.forEach(attribute -> coded.put(attribute, new Coded(new CodeColumn(), new Dictionary())));
        Arrays.setAll(measures, i -> new LongColumn());
        grow(capacity);
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /** Lets readers see what was written. */
    public void publish(Instant known, @Nullable Instant mark) {
        var before = snapshot;
        var isSame = rows == before.rows && !isChanged;
        snapshot = new Snapshot(
                rows, known, mark, isSame ? before.current : current.copy(), isSame ? before.last : last.copy());
        isChanged = false;
    }

    /** The column of a dimension with one attribute that is compared as codes. */
    public Coded coded(Dimension dimension) {
        return coded(dimension.attribute());
    }

    public Coded coded(String attribute) {
        return Objects.requireNonNull(coded.get(attribute));
    }

    public LongColumn measure(Measure measure) {
        return measures[measure.place()];
    }

    public int projects() {
        return projects.size();
    }

    /** Writes a row that may be there already, as it was known at a moment. */
    public void take(PositionRow row, Instant until) {
        var found = find(row);
        if (found == NO_ROW) {
            append(row, until);
        } else if (row.supersededAt() <= until.toEpochMilli()) {
            supersededAt.set(found, row.supersededAt());
            current.remove(found);
            last.remove(found);
            isChanged = true;
        }
    }

    /** A project has no two rows of one moment that begin on one day in one place. */
    private int find(PositionRow row) {
        var number = projects.find(row.project());
        if (number < 0) {
            return NO_ROW;
        }
        for (var at = firstOfProject.values()[number]; at >= 0; at = next.values()[at]) {
            if (recordedAt.values()[at] == row.recordedAt()
                    && from.values()[at] == row.from()
                    && ordinal.get(at) == row.ordinal()) {
                return at;
            }
        }
        return NO_ROW;
    }

    /** Writes a row that is new, as it was known at a moment. */
    public void append(PositionRow row, Instant until) {
        if (rows == capacity) {
            grow(capacity + capacity / 8 + 1024);
        }
        var at = rows;
        from.set(at, row.from());
        to.set(at, row.to());
        ordinal.set(at, row.ordinal());
        entry.set(at, row.entry() ? 1 : 0);
        present.set(at, row.present());
        recordedAt.set(at, row.recordedAt());
        var isCurrent = row.supersededAt() > until.toEpochMilli();
        supersededAt.set(at, isCurrent ? OPEN : row.supersededAt());
        bounds.add(at, row);
        if (isCurrent) {
            current.add(at);
        }
        if (isCurrent && row.to() == OPEN_DAY) {
            last.add(at);
        }
        for (var i = 0; i < measures.length; i++) {
            measures[i].set(at, row.measures()[i]);
        }
        for (var i = 0; i < ATTRIBUTES.size(); i++) {
            var values = coded(ATTRIBUTES.get(i));
            values.column.set(at, values.dictionary.code(row.coded()[i]));
        }
        chain(at, row.project());
        rows = at + 1;
    }

    private void chain(int at, long id) {
        next.set(at, NO_ROW);
        var number = projects.find(id);
        if (number < 0) {
            number = projects.add(id);
            if (number == projectCapacity) {
                growProjects(projectCapacity + projectCapacity / 8 + 1024);
            }
            firstOfProject.set(number, at);
            idOfProject.set(number, id);
        } else {
            next.set(lastOfProject.values()[number], at);
        }
        lastOfProject.set(number, at);
        project.set(at, number);
    }

    private void grow(int rows) {
        check(rows);
        List.of(project, next, from, to).forEach(column -> column.grow(rows));
        List.of(ordinal, entry, present).forEach(column -> column.grow(rows));
        List.of(recordedAt, supersededAt).forEach(column -> column.grow(rows));
        coded.values().forEach(values -> values.column.grow(rows));
        for (var measure : measures) {
            measure.grow(rows);
        }
        List.of(current, last).forEach(set -> set.grow(rows));
        bounds.grow(rows);
        capacity = rows;
    }

    private void growProjects(int most) {
        check(capacity);
        firstOfProject.grow(most);
        idOfProject.grow(most);
        lastOfProject.grow(most);
        projectCapacity = most;
    }

    private void check(int rows) {
        var needed = bytes(rows);
        if (needed > mostBytes) {
            throw new LedgerTooLarge(needed, mostBytes);
        }
    }

    /** The memory that is taken. */
    public long bytes() {
        return bytes(capacity);
    }

    private long bytes(int rows) {
        long width = FIXED_BYTES + (long) measures.length * Long.BYTES;
        width += ordinal.width() + entry.width() + present.width();
        var dictionaries = 0L;
        for (var values : coded.values()) {
            width += values.column.width();
            dictionaries += values.dictionary.bytes();
        }
        var sets = 4 * RowSet.bytes(rows) + BlockBounds.bytes(rows); // of the writer, and of the snapshot
        return width * rows
                + sets
                + dictionaries
                + projects.bytes()
                + projectCapacity * (2L * Integer.BYTES + Long.BYTES);
    }
}
