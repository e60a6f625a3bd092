package org.investmentpipeline.catalogue.list;

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
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.RecheckAccess;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The project lists of the bureau. */
@Path(NamedListResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Project lists")
@Idempotent
@RecheckAccess
public class NamedListResource {
    static final String PATH = "/api/v1/project-lists";

    private final CatalogueEntries entries;

    public NamedListResource(CatalogueEntries entries) {
        this.entries = entries;
    }

    @GET
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "listProjectLists",
            summary = "The project lists, by code",
            description = "Pages of project lists, active and inactive ones. Filters name them by `list`.")
    public NamedList.Page list(@BeanParam Paging paging) {
        var page = entries.page(NamedList.KIND, paging);
        return new NamedList.Page(page.items().stream().map(NamedList.View::of).toList(), page.next());
    }

    @POST
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "createProjectList",
            summary = "Add a project list",
            description = "The code cannot be changed later, since projects and published links name the list by it.")
    @APIResponseSchema(value = NamedList.View.class, responseCode = "201", responseDescription = "The new project list")
    public RestResponse<NamedList.View> create(@NotNull @Valid NamedList.Draft draft) {
        var entry = entries.add(NamedList.KIND, draft.code(), draft);
        return VersionTag.created(PATH + "/" + VersionTag.segment(entry.code), NamedList.View.of(entry), entry.version);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "getProjectList",
            summary = "One project list",
            description = "The values of one project list; the ETag is needed to change or delete it.")
    @APIResponseSchema(value = NamedList.View.class, responseDescription = "The project list")
    public RestResponse<NamedList.View> get(@PathParam("code") String code) {
        var entry = entries.get(NamedList.KIND, code);
        return VersionTag.ok(NamedList.View.of(entry), entry.version);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "replaceProjectList",
            summary = "Change a project list",
            description =
                    "Projects cannot be put on an inactive list; those on it stay, and figures count them. A smaller `size` "
                            + "leaves the projects that are on the list, too.")
    @APIResponseSchema(value = NamedList.View.class, responseDescription = "The project list as it is now")
    public RestResponse<NamedList.View> replace(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NamedList.Change change) {
        var entry = entries.replace(NamedList.KIND, code, ifMatch, change);
        return VersionTag.ok(NamedList.View.of(entry), entry.version);
    }

    @DELETE
    @Path("/{code}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "deleteProjectList",
            summary = "Delete a project list that nothing has used",
            description = "Only for a list made by mistake: one that a project is or once was on is "
                    + "refused with `in-use` and can be made inactive instead.")
    public void delete(@PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        entries.remove(NamedList.KIND, code, ifMatch);
    }
}
