package org.investmentpipeline.spreadsheet;

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
import org.investmentpipeline.spreadsheet.profile.ImportProfile;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The profiles of imports. */
@Path(ImportProfileResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@Idempotent
@RecheckAccess
public class ImportProfileResource {
    static final String PATH = "/api/v1/import-profiles";

    private final CatalogueEntries entries;
    private final ImportProfiles profiles;

    public ImportProfileResource(CatalogueEntries entries, ImportProfiles profiles) {
        this.entries = entries;
        this.profiles = profiles;
    }

    @GET
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "listImportProfiles",
            summary = "The profiles of imports, by code",
            description = "Pages of profiles, active and inactive ones. An import names one in `profile`.")
    public ImportProfile.Page list(@BeanParam Paging paging) {
        var page = entries.page(ImportProfile.KIND, paging);
        return new ImportProfile.Page(
                page.items().stream().map(ImportProfile.View::of).toList(), page.next());
    }

    @POST
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "createImportProfile",
            summary = "Keep parts of the form of an import under a code",
            description =
                    "The parts are checked as an import checks them. A profile gives nobody a right: an import"
                            + " with `createMissing` or `onStepBack=reverse` needs the role of these whether it names them or its profile does.")
    @APIResponseSchema(value = ImportProfile.View.class, responseCode = "201", responseDescription = "The new profile")
    public RestResponse<ImportProfile.View> create(@NotNull @Valid ImportProfile.Draft draft) {
        var profile = profiles.add(draft);
        return VersionTag.created(
                PATH + "/" + VersionTag.segment(profile.code), ImportProfile.View.of(profile), profile.version);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "getImportProfile",
            summary = "One profile of imports",
            description = "The parts of one profile; the ETag is needed to change or delete it.")
    @APIResponseSchema(value = ImportProfile.View.class, responseDescription = "The profile")
    public RestResponse<ImportProfile.View> get(@PathParam("code") String code) {
        var profile = entries.get(ImportProfile.KIND, code);
        return VersionTag.ok(ImportProfile.View.of(profile), profile.version);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "replaceImportProfile",
            summary = "Change a profile of imports",
            description = "Replaces all values but the code. The next import that names the profile uses them.")
    @APIResponseSchema(value = ImportProfile.View.class, responseDescription = "The profile as it is now")
    public RestResponse<ImportProfile.View> replace(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ImportProfile.Change change) {
        var profile = profiles.replace(code, ifMatch, change);
        return VersionTag.ok(ImportProfile.View.of(profile), profile.version);
    }

    @DELETE
    @Path("/{code}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "deleteImportProfile",
            summary = "Delete a profile of imports",
            description = "Imports that used it stay as they are.")
    public void delete(@PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        entries.remove(ImportProfile.KIND, code, ifMatch);
    }
}
