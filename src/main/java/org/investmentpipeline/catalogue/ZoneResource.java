package org.investmentpipeline.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.RecheckAccess;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The zones of the bureau. */
@Path(ZoneResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogues")
@Idempotent
@RecheckAccess
public class ZoneResource {
    static final String PATH = "/api/v1/zones";

    private final CatalogueEntries entries;

    public ZoneResource(CatalogueEntries entries) {
        this.entries = entries;
    }

    @GET
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "listZones",
            summary = "The zones, by code",
            description =
                    "Pages of zones, active and inactive ones. Projects, filters and figures name " + "them by `code`.")
    public CatalogueEntry.Page list(@BeanParam Paging paging) {
        var page = entries.page(Zone.KIND, paging);
        return new CatalogueEntry.Page(
                page.items().stream().map(CatalogueEntry.View::of).toList(), page.next());
    }

    @POST
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "createZone",
            summary = "Add a zone",
            description =
                    "The code cannot be changed later, since projects and published links name the " + "zone by it.")
    @APIResponseSchema(value = CatalogueEntry.View.class, responseCode = "201", responseDescription = "The new zone")
    public RestResponse<CatalogueEntry.View> create(@NotNull @Valid CatalogueEntry.Draft draft) {
        var entry = entries.add(Zone.KIND, draft.code(), draft);
        return VersionTag.created(
                PATH + "/" + VersionTag.segment(entry.code), CatalogueEntry.View.of(entry), entry.version);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "getZone",
            summary = "One zone",
            description = "Names, state and code of one zone; the ETag is needed to change or delete it.")
    @APIResponseSchema(value = CatalogueEntry.View.class, responseDescription = "The zone")
    public RestResponse<CatalogueEntry.View> get(@PathParam("code") String code) {
        var entry = entries.get(Zone.KIND, code);
        return VersionTag.ok(CatalogueEntry.View.of(entry), entry.version);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "replaceZone",
            summary = "Rename, activate or deactivate a zone",
            description = "An inactive zone cannot be given to projects any more; projects that have it "
                    + "keep it, and figures count it.")
    @APIResponseSchema(value = CatalogueEntry.View.class, responseDescription = "The zone as it is now")
    public RestResponse<CatalogueEntry.View> replace(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CatalogueEntry.Change change) {
        var entry = entries.replace(Zone.KIND, code, ifMatch, change);
        return VersionTag.ok(CatalogueEntry.View.of(entry), entry.version);
    }

    @DELETE
    @Path("/{code}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "deleteZone",
            summary = "Delete a zone that nothing has used",
            description = "Only for an entry made by mistake: a zone that a project has or once had is "
                    + "refused with `in-use` and can be made inactive instead.")
    public void delete(@PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        entries.remove(Zone.KIND, code, ifMatch);
    }
}
