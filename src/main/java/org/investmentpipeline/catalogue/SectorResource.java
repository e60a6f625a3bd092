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

/** The sectors of the bureau. */
@Path(SectorResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogues")
@Idempotent
@RecheckAccess
public class SectorResource {
    static final String PATH = "/api/v1/sectors";

    private final CatalogueEntries entries;

    public SectorResource(CatalogueEntries entries) {
        this.entries = entries;
    }

    @GET
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "listSectors",
            summary = "The sectors, by code",
            description =
                    "Pages of sectors, active and inactive ones. A sector may have a parent. Projects, filters and figures name "
                            + "them by `code`.")
    public Sector.Page list(@BeanParam Paging paging) {
        var page = entries.page(Sector.KIND, paging);
        return new Sector.Page(page.items().stream().map(Sector.View::of).toList(), page.next());
    }

    @POST
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "createSector",
            summary = "Add a sector",
            description =
                    "The code cannot be changed later, since projects and published links name the sector by it. A filter"
                            + " by a parent includes the sectors below it.")
    @APIResponseSchema(value = Sector.View.class, responseCode = "201", responseDescription = "The new sector")
    public RestResponse<Sector.View> create(@NotNull @Valid Sector.Draft draft) {
        var entry = entries.add(Sector.KIND, draft.code(), draft);
        return VersionTag.created(PATH + "/" + VersionTag.segment(entry.code), Sector.View.of(entry), entry.version);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "getSector",
            summary = "One sector",
            description = "Names, state and code of one sector; the ETag is needed to change or delete it.")
    @APIResponseSchema(value = Sector.View.class, responseDescription = "The sector")
    public RestResponse<Sector.View> get(@PathParam("code") String code) {
        var entry = entries.get(Sector.KIND, code);
        return VersionTag.ok(Sector.View.of(entry), entry.version);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "replaceSector",
            summary = "Rename, activate or deactivate a sector",
            description = "An inactive sector cannot be given to projects any more; projects that have it "
                    + "keep it, and figures count it. A parent can only be changed while no project "
                    + "has ever used the sector or one below it; without `parent` the sector is at the top.")
    @APIResponseSchema(value = Sector.View.class, responseDescription = "The sector as it is now")
    public RestResponse<Sector.View> replace(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Sector.Change change) {
        var entry = entries.replace(Sector.KIND, code, ifMatch, change);
        return VersionTag.ok(Sector.View.of(entry), entry.version);
    }

    @DELETE
    @Path("/{code}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "deleteSector",
            summary = "Delete a sector that nothing has used",
            description = "Only for an entry made by mistake: a sector that a project has or once had is "
                    + "refused with `in-use` and can be made inactive instead.")
    public void delete(@PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        entries.remove(Sector.KIND, code, ifMatch);
    }
}
