package org.investmentpipeline.catalogue.tier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.money.SizeTiers;
import org.jspecify.annotations.Nullable;

/**
 * The size tiers known at any moment, for those who read: all lists are kept in memory until the ledger's clock moves, which every
 * change of tiers does. Whoever changes tiers reads them from {@link SizeTierEdge.Repository}.
 */
@ApplicationScoped
public class KnownTiers {
    private final SizeTierEdge.Repository edges;
    private final LedgerClock ledgerClock;
    private volatile @Nullable Lists last;

    public KnownTiers(SizeTierEdge.Repository edges, LedgerClock ledgerClock) {
        this.edges = edges;
        this.ledgerClock = ledgerClock;
    }

    /** All lists there were, as read when the clock had committed a moment. */
    private record Lists(Instant committed, List<SizeTierEdge> edges) {}

    /** The tiers known at a moment that the ledger's clock gave the running transaction. */
    public SizeTiers at(Instant knownAt) {
        return SizeTiers.of(lists().edges.stream()
                .filter(edge -> !edge.recordedAt.isAfter(knownAt) && edge.supersededAt.isAfter(knownAt))
                .sorted(Comparator.comparing(edge -> edge.lower))
                .map(edge -> new SizeTiers.Edge(edge.code, edge.lower))
                .toList());
    }

    private Lists lists() {
        var committed = ledgerClock.committed();
        var known = last;
        if (known == null || !known.committed.equals(committed)) {
            known = new Lists(committed, edges.listAll());
            last = known;
        }
        return known;
    }
}
