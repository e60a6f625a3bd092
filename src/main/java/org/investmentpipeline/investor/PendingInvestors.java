package org.investmentpipeline.investor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.investmentpipeline.ledger.BulkInsert;

/**
 * Unknown investors that were named, each with an id at once, before it is certain that they are registered. Nothing is stored before
 * {@link #store}.
 */
public final class PendingInvestors {
    private static final int BLOCK = 1_000;

    private final StatelessSession session;
    private final boolean isTrial;
    private final Deque<Long> numbers = new ArrayDeque<>();
    private final Set<Long> pending = new HashSet<>();

    /** @param isTrial whether none will be stored, so that ids are not taken from the database */
    public PendingInvestors(StatelessSession session, boolean isTrial) {
        this.session = session;
        this.isTrial = isTrial;
    }

    /** The id of one more investor. */
    public Long add() {
        if (numbers.isEmpty() && !isTrial) {
            numbers.addAll(BulkInsert.numbers(session, Investor.class, BLOCK));
        }
        var id = isTrial ? Long.valueOf(-1L - pending.size()) : numbers.remove();
        pending.add(id);
        return id;
    }

    /**
     * Registers those of some investors that are pending.
     *
     * @param names the names by id
     * @return the ids of the registered investors
     */
    public List<Long> store(Map<Long, String> names) {
        var registered = names.keySet().stream().filter(pending::remove).toList();
        BulkInsert.numbered(
                session,
                registered.stream()
                        .map(id -> Investor.of(id, names.getOrDefault(id, "")))
                        .toList());
        return registered;
    }
}
