package org.investmentpipeline.spreadsheet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.statement.StepBack;
import org.investmentpipeline.rest.Language;
import org.investmentpipeline.security.CurrentUser;
import org.investmentpipeline.security.RecheckAccess;
import org.investmentpipeline.security.Role;
import org.investmentpipeline.spreadsheet.importing.ImportReport;
import org.investmentpipeline.spreadsheet.projects.ProjectImport;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The import of the spreadsheets in which bureaus keep their projects. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@Idempotent
@RecheckAccess
public class ImportResource {
    /** In seconds; enough for a large sheet on a small machine. */
    private static final int LONGEST = 1800;

    private final ProjectImport projects;
    private final ImportProfiles profiles;
    private final Clock clock;
    private final ObjectMapper json;
    private final CurrentUser caller;

    public ImportResource(
            ProjectImport projects, ImportProfiles profiles, Clock clock, ObjectMapper json, CurrentUser caller) {
        this.projects = projects;
        this.profiles = profiles;
        this.clock = clock;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("OFFICER")
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    @Operation(
            operationId = "importLedger",
            summary = "Import a ledger: new projects are registered, known ones brought up to what it states",
            description =
                    "All or nothing, unless onError is skip; the same file twice changes nothing. Refused rows are listed"
                            + " in `errors`, in the report as in the problem.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportFormContract.class)))
    @APIResponseSchema(value = ImportReport.class, responseDescription = "What was done, or with dryRun would be")
    public RestResponse<ImportReport> importLedger(MultipartFormDataInput form, @Context HttpHeaders headers) {
        var own = ImportForm.of(form);
        var request = own.over(profiles.parts(own.profile())).read(LocalDate.now(clock), json);
        if (request.createMissing() && !caller.has(Role.ADMIN)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    List.of(Violation.of(
                            "createMissing", "adds to the catalogues, which an ADMIN keeps", "会增加目录条目，目录由 ADMIN 维护")));
        }
        if (request.rows().stepBack() == StepBack.REVERSE && !caller.has(Role.MANAGER)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    List.of(Violation.of("onStepBack", "reverses moves, which a MANAGER does", "会撤销推进，须由 MANAGER 操作")));
        }
        return RestResponse.ok(projects.run(request, Language.of(headers)));
    }
}
