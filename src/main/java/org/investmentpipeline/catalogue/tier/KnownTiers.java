package org.investmentpipeline.catalogue.tier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.money.SizeTiers;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the size tiers known at any moment, for reading transactions: all lists are kept in memory until the ledger's clock moves,
 * as with every change of tiers. Transactions that change tiers read them from {@link SizeTierEdge.Repository}.
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

    /** All lists, past ones too, as of a committed moment of the clock. */
    private record Lists(Instant committed, List<SizeTierEdge> edges) {}

    /** The tiers known at a moment that the running transaction has from the ledger's clock. */
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
