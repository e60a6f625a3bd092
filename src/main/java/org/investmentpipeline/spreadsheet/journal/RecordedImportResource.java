package org.investmentpipeline.spreadsheet.journal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.security.RecheckAccess;

/** The imports that wrote something. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@RecheckAccess
public class RecordedImportResource {
    private final RecordedImports imports;

    RecordedImportResource(RecordedImports imports) {
        this.imports = imports;
    }

    @GET
    @RolesAllowed("OFFICER")
    @Transactional
    @Operation(
            operationId = "listImports",
            summary = "The imports that wrote something, the latest first",
            description = "Pages of imports, undone ones among them. A user who is limited to zones sees its own.")
    public ImportView.Page list(@BeanParam Paging paging) {
        return imports.page(paging);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("OFFICER")
    @Transactional
    @Operation(
            operationId = "getImport",
            summary = "One import",
            description = "Who imported which file, how many rows it changed, and whether it is undone.")
    public ImportView get(@PathParam("id") @Parameter(description = "The id of the import.", example = "12") long id) {
        return ImportView.of(imports.get(id));
    }
}
