package org.investmentpipeline.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.StatelessSession;

/**
 * Writes the rows of one kind of fact for one transaction: compares known with wanted rows by content, supersedes those that are
 * gone and inserts those that are new, in batches and under one moment of the clock. If nothing differs, nothing is written and the
 * clock does not tick. Lock the subjects of the facts before their rows are read.
 *
 * @param <R> the entity of the rows
 */
public final class LedgerWriter<R extends LedgerRow> {
    private static final int BATCH = 1000;

    private final Class<R> entity;
    private final StatelessSession session;
    private final LedgerClock clock;
    private final List<Long> superseded = new ArrayList<>();
    private final List<R> added = new ArrayList<>();

    public LedgerWriter(Class<R> entity, StatelessSession session, LedgerClock clock) {
        this.entity = entity;
        this.session = session;
        this.clock = clock;
    }

    /**
     * Replaces the known rows of a subject by the wanted ones; rows of the same content stay as they are.
     *
     * @param known the rows that nothing has superseded
     * @param wanted new rows, not yet stored
     * @return whether they differ
     */
    public boolean replace(Collection<R> known, Collection<R> wanted) {
        var before = superseded.size() + added.size();
        var missing = new LinkedHashMap<Object, R>();
        wanted.forEach(row -> missing.put(row.content(), row));
        for (var row : known) {
            if (missing.remove(row.content()) == null) {
                superseded.add(Objects.requireNonNull(row.id(), "a known row is stored"));
            }
        }
        added.addAll(missing.values());
        return superseded.size() + added.size() > before;
    }

    /** The ids of the rows to be superseded. */
    public List<Long> superseded() {
        return superseded;
    }

    /** The rows to be inserted; their ids are known after {@link #write()}. */
    public List<R> added() {
        return added;
    }

    /**
     * Writes the differences found so far. The clock is locked until the transaction ends, so write last.
     *
     * @return the moment under which they were recorded; empty if there were none
     */
    public Optional<Instant> write() {
        if (superseded.isEmpty() && added.isEmpty()) {
            return Optional.empty();
        }
        var moment = clock.tick();
        for (var some : batches(superseded)) {
            session.createMutationQuery(
                            "update " + entity.getName() + " r set r.supersededAt = :moment where r.id in :superseded")
                    .setParameter("moment", moment)
                    .setParameter("superseded", some)
                    .executeUpdate();
        }
        added.forEach(row -> row.record(moment));
        BulkInsert.of(session, added);
        return Optional.of(moment);
    }

    /** Parts of a list that are small enough for one statement. */
    public static <T> List<List<T>> batches(List<T> all) {
        return batches(all, BATCH);
    }

    /** Parts of a list, each of at most a number of items. */
    public static <T> List<List<T>> batches(List<T> all, int most) {
        var batches = new ArrayList<List<T>>();
        for (var start = 0; start < all.size(); start += most) {
            batches.add(all.subList(start, Math.min(start + most, all.size())));
        }
        return batches;
    }
}
