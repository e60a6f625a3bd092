package org.investmentpipeline.catalogue.tier;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.Name;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.money.SizeTiers;
import org.jspecify.annotations.Nullable;

/** A lower edge in the list of size tiers (规模), known from one moment of the ledger's clock until another. */
@Entity
@Table(name = "size_tier")
public class SizeTierEdge {
    @Id
    @GeneratedValue(generator = "size_tier_seq")
    @SequenceGenerator(name = "size_tier_seq", sequenceName = "size_tier_seq", allocationSize = 50)
    public @Nullable Long id;

    @Column(name = "code")
    public String code = "";

    @Embedded
    public Name name = new Name("", "");

    @Column(name = "lower_edge")
    public BigDecimal lower = BigDecimal.ZERO;

    @Column(name = "recorded_at")
    public Instant recordedAt = Instant.EPOCH;

    @Column(name = "superseded_at")
    public Instant supersededAt = LedgerClock.OPEN;

    /** The lists in the database. */
    @ApplicationScoped
    public static class Repository implements PanacheRepository<SizeTierEdge> {

        /** The list known at a moment, in rising order. */
        public List<SizeTierEdge> known(Instant at) {
            return list("recordedAt <= ?1 and supersededAt > ?1 order by lower", at);
        }

        /** The tiers known at a moment. */
        public SizeTiers tiers(Instant at) {
            return tiers(known(at));
        }

        /** The tiers known at the present moment of the ledger's clock. */
        public SizeTiers tiersNow() {
            return tiers(getEntityManager()
                    .createQuery(
                            "select e from SizeTierEdge e, LedgerMoment c where c.id = 1"
                                    + " and e.recordedAt <= c.recordedAt and e.supersededAt > c.recordedAt order by e.lower",
                            SizeTierEdge.class)
                    .getResultList());
        }

        private static SizeTiers tiers(List<SizeTierEdge> edges) {
            return SizeTiers.of(edges.stream()
                    .map(edge -> new SizeTiers.Edge(edge.code, edge.lower))
                    .toList());
        }
    }

    /** The list in requests. */
    @Schema(name = "SizeTiersDraft", description = "The whole list of size tiers, by rising lower edges from zero.")
    public record Draft(
            @NotNull @Size(min = 1, max = 20) @Schema(required = true)
            List<@NotNull @Valid Tier> items) {}

    /** A tier in requests. */
    @Schema(name = "SizeTierDraft", description = "A size tier: from its lower edge, inclusive, up to the next one.")
    public record Tier(
            @NotNull
            @Size(min = 1, max = 64)
            @CatalogueEntry.Code
            @Schema(required = true, description = CatalogueEntry.CODE_RULE, examples = "1b-5b")
            String code,

            @NotNull @Valid @Schema(required = true) CatalogueEntry.NameDraft name,

            @NotNull
            @PositiveOrZero
            @Digits(integer = 13, fraction = 2)
            @Schema(required = true, examples = "1000000000", description = "CNY, inclusive.")
            BigDecimal lower) {}

    /** A tier in responses. */
    @Schema(
            name = "SizeTier",
            description = "A size tier: from its lower edge, inclusive, up to the next one, exclusive.")
    public record View(
            @Schema(required = true, examples = "1b-5b") String code,
            @Schema(required = true) Name name,

            @Schema(required = true, examples = "1000000000", description = "CNY, inclusive.")
            BigDecimal lower,

            @Schema(
                    required = true,
                    nullable = true,
                    examples = "5000000000",
                    description = "CNY, exclusive; null for the last.")
            @Nullable
            BigDecimal upper) {}

    /** The list in responses. */
    @Schema(name = "SizeTiers", description = "The whole list of size tiers, rising.")
    public record ListView(
            @Schema(required = true, description = "The moment of knowledge the list is of.")
            Instant knownAt,

            @Schema(required = true) List<View> items) {

        /** The view of a list of edges in rising order, each the upper edge of the tier before it. */
        static ListView of(Instant knownAt, List<SizeTierEdge> edges) {
            var views = new ArrayList<View>();
            for (var i = 0; i < edges.size(); i++) {
                var edge = edges.get(i);
                var upper = i + 1 < edges.size() ? Money.plain(edges.get(i + 1).lower) : null;
                views.add(new View(edge.code, edge.name, Money.plain(edge.lower), upper));
            }
            return new ListView(knownAt, views);
        }
    }
}
