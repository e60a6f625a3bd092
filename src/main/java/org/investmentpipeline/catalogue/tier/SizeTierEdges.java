package org.investmentpipeline.catalogue.tier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.investmentpipeline.input.Unknown;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTargetKind;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** Maintains the list of size tiers, replaced as a whole on the ledger's clock, and records each change in the audit trail. */
@ApplicationScoped
public class SizeTierEdges {
    @Produces
    @Singleton
    static final AuditTargetKind SIZE_TIERS = new AuditTargetKind("SIZE_TIERS");

    private static final AuditTarget ONLY = new AuditTarget(SIZE_TIERS, "all");

    private final SizeTierEdge.Repository edges;
    private final LedgerClock ledgerClock;
    private final AuditTrail trail;

    public SizeTierEdges(SizeTierEdge.Repository edges, LedgerClock ledgerClock, AuditTrail trail) {
        this.edges = edges;
        this.ledgerClock = ledgerClock;
        this.trail = trail;
    }

    /** The list known at a moment, in rising order. */
    public record Known(Instant at, List<SizeTierEdge> edges) {

        /** The version of the list, derived from the moment at which it was recorded. */
        int version() {
            return edges.get(0).recordedAt.hashCode() & Integer.MAX_VALUE;
        }
    }

    /** The list known at a moment, or now. */
    public Known known(@Nullable Instant knownAt) {
        var moment = ledgerClock.known(knownAt);
        return new Known(moment, edges.known(moment));
    }

    /** Replaces the list; an equal one is not recorded again. */
    public Known replace(@Nullable String ifMatch, List<SizeTierEdge.Tier> tiers) {
        check(tiers);
        var known = known(null);
        if (equal(tiers, known.edges)) {
            VersionTag.require(ifMatch, known.version());
            return known;
        }
        var moment = ledgerClock.tick();
        var before = new Known(moment, edges.list("supersededAt = ?1 order by lower", LedgerClock.OPEN));
        VersionTag.require(ifMatch, before.version());
        before.edges.forEach(edge -> edge.supersededAt = moment);
        edges.flush();
        var after = tiers.stream().map(tier -> edge(tier, moment)).toList();
        edges.persist(after);
        trail.record(
                AuditEvent.of(ONLY, "CHANGED", FieldChange.between(auditedValues(before.edges), auditedValues(after))));
        return new Known(moment, after);
    }

    private static Map<String, String> auditedValues(List<SizeTierEdge> edges) {
        return edges.stream()
                .collect(Collectors.toMap(
                        edge -> edge.code,
                        edge -> "%s (%s / %s)".formatted(Money.plain(edge.lower), edge.name.zh(), edge.name.en())));
    }

    private static boolean equal(List<SizeTierEdge.Tier> tiers, List<SizeTierEdge> edges) {
        return tiers.size() == edges.size()
                && IntStream.range(0, tiers.size()).allMatch(i -> equal(tiers.get(i), edges.get(i)));
    }

    private static boolean equal(SizeTierEdge.Tier tier, SizeTierEdge edge) {
        return tier.code().equals(edge.code)
                && tier.name().toName().equals(edge.name)
                && tier.lower().compareTo(edge.lower) == 0;
    }

    private static SizeTierEdge edge(SizeTierEdge.Tier tier, Instant moment) {
        var edge = new SizeTierEdge();
        edge.code = tier.code();
        edge.name = tier.name().toName();
        edge.lower = tier.lower();
        edge.recordedAt = moment;
        return edge;
    }

    private static void check(List<SizeTierEdge.Tier> tiers) {
        var found = new ArrayList<Violation>();
        var codes = new ArrayList<>(List.of(Unknown.WORD));
        @Nullable BigDecimal below = null;
        for (var i = 0; i < tiers.size(); i++) {
            var tier = tiers.get(i);
            if (codes.contains(tier.code())) {
                found.add(Violation.of("items[%d].code".formatted(i), "%s is taken", "%s 已被占用", tier.code()));
            }
            if (below == null && tier.lower().signum() != 0) {
                found.add(Violation.of(
                        "items[0].lower", "was %s; the first edge is 0", "给出的是 %s；首个下限应为 0", tier.lower()));
            }
            if (below != null && tier.lower().compareTo(below) <= 0) {
                found.add(Violation.of(
                        "items[%d].lower".formatted(i), "was %s; edges rise", "给出的是 %s；下限应逐个增大", tier.lower()));
            }
            codes.add(tier.code());
            below = tier.lower();
        }
        Problem.refuseIfAny(found);
    }
}
