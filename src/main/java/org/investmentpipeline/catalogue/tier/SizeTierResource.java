package org.investmentpipeline.catalogue.tier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.RecheckAccess;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The one list of size tiers, replaced whole and kept on the ledger's clock. */
@Path("/api/v1/size-tiers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogues")
@Idempotent
@RecheckAccess
public class SizeTierResource {
    private final SizeTierEdge.Repository edges;
    private final LedgerClock ledgerClock;
    private final EntityManager entities;
    private final AuditTrail trail;

    public SizeTierResource(
            SizeTierEdge.Repository edges, LedgerClock ledgerClock, EntityManager entities, AuditTrail trail) {
        this.edges = edges;
        this.ledgerClock = ledgerClock;
        this.entities = entities;
        this.trail = trail;
    }

    @GET
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "getSizeTiers",
            summary = "The size tiers, as known now or at a moment",
            description = "The size tiers (规模) in rising order, from the lower edge of each up to the lower "
                    + "edge of the next. With `knownAt` the list with which figures of that moment were "
                    + "counted.")
    @APIResponseSchema(value = SizeTierEdge.ListView.class, responseDescription = "The list")
    public RestResponse<SizeTierEdge.ListView> get(@QueryParam("knownAt") @Nullable Instant knownAt) {
        var moment = ledgerClock.known(knownAt);
        return answer(moment, edges.known(moment));
    }

    @PUT
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "replaceSizeTiers",
            summary = "Replace the whole list; figures known before keep the list they were counted with",
            description = "The first tier begins at 0 and edges rise. All figures use the new list at once, "
                    + "also for days in the past; figures of an earlier `knownAt` keep the list of that "
                    + "moment.")
    @APIResponseSchema(value = SizeTierEdge.ListView.class, responseDescription = "The list as it is now")
    public RestResponse<SizeTierEdge.ListView> replace(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid SizeTierEdge.Draft draft) {
        check(draft.items());
        var known = ledgerClock.known(null);
        var standing = edges.known(known);
        if (states(draft.items(), standing)) {
            VersionTag.require(ifMatch, revision(standing));
            return answer(known, standing);
        }
        var moment = ledgerClock.tick();
        var before = edges.list("supersededAt = ?1 order by lower", LedgerClock.OPEN);
        VersionTag.require(ifMatch, revision(before));
        before.forEach(edge -> edge.supersededAt = moment);
        entities.flush();
        var after = draft.items().stream().map(tier -> edge(tier, moment)).toList();
        edges.persist(after);
        trail.record(AuditEvent.of(
                new AuditTarget(Catalogue.SIZE_TIERS, "all"),
                "CHANGED",
                FieldChange.between(told(before), told(after))));
        return answer(moment, after);
    }

    private static Map<String, String> told(List<SizeTierEdge> edges) {
        return edges.stream()
                .collect(Collectors.toMap(
                        edge -> edge.code,
                        edge -> "%s (%s / %s)".formatted(Money.plain(edge.lower), edge.name.zh(), edge.name.en())));
    }

    /** Whether a draft says nothing new, so that nothing is to be written. */
    private static boolean states(List<SizeTierEdge.Tier> draft, List<SizeTierEdge> standing) {
        return draft.size() == standing.size()
                && IntStream.range(0, draft.size()).allMatch(i -> states(draft.get(i), standing.get(i)));
    }

    private static boolean states(SizeTierEdge.Tier tier, SizeTierEdge edge) {
        return tier.code().equals(edge.code)
                && Catalogue.name(tier.name()).equals(edge.name)
                && tier.lower().compareTo(edge.lower) == 0;
    }

    private static SizeTierEdge edge(SizeTierEdge.Tier tier, Instant moment) {
        var edge = new SizeTierEdge();
        edge.code = tier.code();
        edge.name = Catalogue.name(tier.name());
        edge.lower = tier.lower();
        edge.recordedAt = moment;
        return edge;
    }

    private static void check(List<SizeTierEdge.Tier> tiers) {
        var found = new ArrayList<Violation>();
        var codes = new ArrayList<>(List.of(Catalogue.UNKNOWN));
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

    private static RestResponse<SizeTierEdge.ListView> answer(Instant moment, List<SizeTierEdge> edges) {
        var views = new ArrayList<SizeTierEdge.View>();
        for (var i = 0; i < edges.size(); i++) {
            var edge = edges.get(i);
            var upper = i + 1 < edges.size() ? Money.plain(edges.get(i + 1).lower) : null;
            views.add(new SizeTierEdge.View(edge.code, edge.name, Money.plain(edge.lower), upper));
        }
        return VersionTag.ok(new SizeTierEdge.ListView(moment, views), revision(edges));
    }

    /** A list is one revision of its own: the moment it was recorded. */
    private static int revision(List<SizeTierEdge> edges) {
        return edges.get(0).recordedAt.hashCode() & Integer.MAX_VALUE;
    }
}
