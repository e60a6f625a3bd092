package org.investmentpipeline.spreadsheet.journal;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.security.RecheckAccess;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The imports that wrote something, and their undo. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@Idempotent
@RecheckAccess
public class RecordedImportResource {
    /** In seconds; as long as the import itself may take. */
    private static final int LONGEST = 1800;

    private static final int LONGEST_REASON = 500;

    private final RecordedImports imports;
    private final ImportUndo undo;

    RecordedImportResource(RecordedImports imports, ImportUndo undo) {
        this.imports = imports;
        this.undo = undo;
    }

    @GET
    @RolesAllowed("OFFICER")
    @Transactional
    @Operation(
            operationId = "listImports",
            summary = "The imports that wrote something, the latest first",
            description =
                    "Pages of imports, undone ones among them. A user who is limited to zones sees its own, and those of others in its zones alone.")
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

    @DELETE
    @Path("/{id}")
    @RolesAllowed("MANAGER")
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    @Operation(
            operationId = "undoImport",
            summary = "Undo an import: its projects are again as they were before it",
            description =
                    "From a new moment on, figures equal those before the import; answers as known in between stay."
                            + " Projects that it registered are deleted as mistakes, and a later import with their codes"
                            + " registers them again. Investors and catalogue entries that it added stay. Refused with"
                            + " `import-built-upon` when projects were changed since: undo later imports first, or skip"
                            + " these projects. Needs access to all projects of the import.")
    @APIResponseSchema(value = ImportUndone.class, responseDescription = "What was undone")
    public RestResponse<ImportUndone> undo(
            @PathParam("id") @Parameter(description = "The id of the import.", example = "12") long id,
            @QueryParam("reason")
                    @Parameter(
                            required = true,
                            description = "The reason, in at most 500 characters.",
                            example = "the file of another month")
                    @Nullable
                    String reason,
            @QueryParam("skipBuiltUpon")
                    @DefaultValue("false")
                    @Parameter(description = "Leave projects that were changed since as they are, and undo the others.")
                    Boolean skipBuiltUpon) {
        if (reason == null || Text.isBlank(reason) || Text.length(reason) > LONGEST_REASON) {
            throw Problem.refused("reason", "is mandatory, with at most 500 characters", "必须说明原因，至多 500 个字符");
        }
        return RestResponse.ok(undo.undo(id, reason, skipBuiltUpon));
    }
}
