package org.investmentpipeline.catalogue.tier;

import jakarta.annotation.security.RolesAllowed;
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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.RecheckAccess;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The list of size tiers, replaced as a whole. */
@Path("/api/v1/size-tiers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogues")
@Idempotent
@RecheckAccess
public class SizeTierResource {
    private final SizeTierEdges edges;

    public SizeTierResource(SizeTierEdges edges) {
        this.edges = edges;
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
        return response(edges.known(knownAt));
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
        return response(edges.replace(ifMatch, draft.items()));
    }

    private static RestResponse<SizeTierEdge.ListView> response(SizeTierEdges.Known known) {
        return VersionTag.ok(SizeTierEdge.ListView.of(known.at(), known.edges()), known.version());
    }
}
