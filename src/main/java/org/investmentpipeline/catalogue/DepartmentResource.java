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

/** The departments of the bureau. */
@Path(DepartmentResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogues")
@Idempotent
@RecheckAccess
public class DepartmentResource {
    static final String PATH = "/api/v1/departments";

    private final CatalogueEntries entries;

    public DepartmentResource(CatalogueEntries entries) {
        this.entries = entries;
    }

    @GET
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "listDepartments",
            summary = "The departments, by code",
            description = "Pages of departments, active and inactive ones. A department may have a parent. "
                    + "Projects, filters and figures name them by `code`.")
    public Department.Page list(@BeanParam Paging paging) {
        var page = entries.page(Department.KIND, paging);
        return new Department.Page(
                page.items().stream().map(Department.View::of).toList(), page.next());
    }

    @POST
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "createDepartment",
            summary = "Add a department",
            description = "The code cannot be changed later, since projects and published links name the "
                    + "department by it. The figures of a parent include those of the departments below "
                    + "it.")
    @APIResponseSchema(value = Department.View.class, responseCode = "201", responseDescription = "The new department")
    public RestResponse<Department.View> create(@NotNull @Valid Department.Draft draft) {
        var entry = entries.add(Department.KIND, draft.code(), draft);
        return VersionTag.created(
                PATH + "/" + VersionTag.segment(entry.code), Department.View.of(entry), entry.version);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "getDepartment",
            summary = "One department",
            description = "Names, state and code of one department; the ETag is needed to change or delete " + "it.")
    @APIResponseSchema(value = Department.View.class, responseDescription = "The department")
    public RestResponse<Department.View> get(@PathParam("code") String code) {
        var entry = entries.get(Department.KIND, code);
        return VersionTag.ok(Department.View.of(entry), entry.version);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "replaceDepartment",
            summary = "Rename, activate or deactivate a department",
            description = "An inactive department cannot be given to projects any more; projects that have "
                    + "it keep it, and figures count it. A parent can only be changed while no project "
                    + "has ever used the department.")
    @APIResponseSchema(value = Department.View.class, responseDescription = "The department as it is now")
    public RestResponse<Department.View> replace(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Department.Change change) {
        var entry = entries.replace(Department.KIND, code, ifMatch, change);
        return VersionTag.ok(Department.View.of(entry), entry.version);
    }

    @DELETE
    @Path("/{code}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "deleteDepartment",
            summary = "Delete a department that nothing has used",
            description = "Only for an entry made by mistake: a department that a project has or once had "
                    + "is refused with `in-use` and can be made inactive instead.")
    public void delete(@PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        entries.remove(Department.KIND, code, ifMatch);
    }
}
