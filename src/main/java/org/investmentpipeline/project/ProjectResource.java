package org.investmentpipeline.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.openapi.Contract;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.command.AmendmentReader;
import org.investmentpipeline.project.command.MoveDraft;
import org.investmentpipeline.project.command.ProjectCommands;
import org.investmentpipeline.project.command.ProjectDraft;
import org.investmentpipeline.project.command.ProjectPatch;
import org.investmentpipeline.project.command.ProjectRegistration;
import org.investmentpipeline.project.correction.StageCorrections;
import org.investmentpipeline.project.correction.StageStatement;
import org.investmentpipeline.project.ledger.ProjectWithTimeline;
import org.investmentpipeline.project.view.ProjectList;
import org.investmentpipeline.project.view.ProjectView;
import org.investmentpipeline.project.view.ProjectViews;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.RecheckAccess;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Projects: registered, amended, moved through the stages, listed. */
@Path(ProjectResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
@Idempotent
@RecheckAccess
public class ProjectResource {
    static final String PATH = "/api/v1/projects";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int LONGEST_REASON = 500;

    private final ProjectRegistration registrations;
    private final ProjectCommands pipeline;
    private final ProjectViews reader;
    private final ProjectList list;
    private final AmendmentReader amendments;
    private final StageCorrections corrections;

    public ProjectResource(
            ProjectRegistration registrations,
            ProjectCommands pipeline,
            ProjectViews reader,
            ProjectList list,
            AmendmentReader amendments,
            StageCorrections corrections) {
        this.registrations = registrations;
        this.pipeline = pipeline;
        this.reader = reader;
        this.list = list;
        this.amendments = amendments;
        this.corrections = corrections;
    }

    @GET
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "listProjects",
            summary = "Projects: as they are, as they were on a day, or as they entered a stage in a period",
            description = "Pages of projects, filtered and sorted. Without `asOf` and `knownAt`: today, as "
                    + "known now. With `entered` and `period`: the projects that entered a stage within "
                    + "the period, as on the day of entry. All pages of one list show the same moment "
                    + "of knowledge.")
    @APIResponseSchema(value = ProjectView.Page.class, responseDescription = "A page of projects")
    public RestResponse<ProjectView.Page> list(@BeanParam ProjectList.Query query, @Context HttpHeaders headers) {
        return list.page(query).to(headers);
    }

    @POST
    @RolesAllowed("OFFICER")
    @Transactional
    @Operation(
            operationId = "createProject",
            summary = "Register a project",
            description = "Registers one project; only the name is mandatory. Without a stage it is under "
                    + "negotiation; stages without a day are an opening balance of today. Codes that "
                    + "are left out are assigned.")
    @APIResponseSchema(value = ProjectView.class, responseCode = "201", responseDescription = "The registered project")
    public RestResponse<ProjectView> create(@NotNull @Valid ProjectDraft draft) {
        return created(registrations.register(List.of(draft), place -> "").get(0));
    }

    @POST
    @Path("/batch")
    @RolesAllowed("OFFICER")
    @Transactional
    @Operation(
            operationId = "createProjects",
            summary = "Register up to 1,000 projects, all or none",
            description = "Registers all projects of the request, or none when one of them is refused; "
                    + "`violations` then name each fault by its place, such as `projects[3].sector`. "
                    + "The answer has the ids and codes, not the projects.")
    @APIResponseSchema(
            value = ProjectDraft.BatchResult.class,
            responseCode = "201",
            responseDescription = "The registered projects, in the order of the drafts")
    public RestResponse<ProjectDraft.BatchResult> createMany(@NotNull @Valid ProjectDraft.Batch batch) {
        var registered = registrations.register(batch.projects(), "projects[%d]"::formatted).stream()
                .map(ProjectWithTimeline::project)
                .map(project -> new ProjectDraft.Registered(project.id(), project.code))
                .toList();
        return RestResponse.status(RestResponse.Status.CREATED, new ProjectDraft.BatchResult(registered));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "getProject",
            summary = "One project with its moves",
            description = "The project as known now, on today's date, with the days on which it entered its "
                    + "stages, its moves, and `missing`: the members that the next stage requires. The "
                    + "ETag of the answer is needed for a change.")
    @APIResponseSchema(value = ProjectView.class, responseDescription = "The project")
    public RestResponse<ProjectView> get(@PathParam("id") Long id) {
        return shown(reader.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MERGE_PATCH)
    @RolesAllowed("OFFICER")
    @Transactional
    @Operation(
            operationId = "patchProject",
            summary = "Change a project; values on the ledger hold from a day on, until the next known change",
            description = "A JSON Merge Patch: members that are left out stay as they are, null removes a "
                    + "value. Ledger values (investment, sector, zone, department, origin, agreement, "
                    + "key, investor, leader, officer, landArea, jobs) change from `effectiveOn` on; code, "
                    + "names and summary have no history.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = ProjectPatch.class)))
    @APIResponseSchema(value = ProjectView.class, responseDescription = "The project as it is now")
    public RestResponse<ProjectView> patch(
            @PathParam("id") Long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("effectiveOn")
                    @Parameter(
                            description = "The day from which it holds; today when left out.",
                            example = "2023-06-28")
                    @Nullable
                    LocalDate effectiveOn,
            @NotNull JsonNode patch)
            throws JsonProcessingException {
        return shown(pipeline.amend(id, ifMatch, amendments.read(patch), effectiveOn));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("MANAGER")
    @Transactional
    @Operation(
            operationId = "deleteProject",
            summary = "Delete a project registered by mistake; figures known before still show it",
            description = "For a project that should never have been registered; a project that was given "
                    + "up is withdrawn instead (`putProjectStatus`). Its code may be given again: a "
                    + "project registered or imported with it takes over the row and the id. Figures "
                    + "of an earlier `knownAt` still count it.")
    public void delete(@PathParam("id") Long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        pipeline.delete(id, ifMatch);
    }

    @POST
    @Path("/{id}/moves")
    @RolesAllowed("OFFICER")
    @Transactional
    @Operation(
            operationId = "moveProject",
            summary = "Move a project forward",
            description = "Moves to any later stage; `via` gives the days of stages on the way. Signing "
                    + "requires an agreement and an investment, which may come with the move. Refused "
                    + "with `requirements-missing` when a required value is missing, and with "
                    + "`stage-order` when the stage is not a later one.")
    @APIResponseSchema(
            value = ProjectView.class,
            responseCode = "201",
            responseDescription = "The project in its new stage")
    public RestResponse<ProjectView> move(
            @PathParam("id") Long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MoveDraft draft) {
        return created(pipeline.move(id, ifMatch, draft));
    }

    @DELETE
    @Path("/{id}/moves/{moveId}")
    @RolesAllowed("MANAGER")
    @Transactional
    @Operation(
            operationId = "reverseMove",
            summary = "Reverse the latest move, as if it had never been made",
            description = "Removes the latest move from the timeline and brings the project back to the "
                    + "stage before. The history keeps both the move and its reversal; figures of an "
                    + "earlier `knownAt` still count the move. Only the latest move can be reversed.",
            extensions = @Extension(name = Contract.OPTIONAL_IF_MATCH, value = "true"))
    @APIResponseSchema(value = ProjectView.class, responseDescription = "The project in its stage before")
    public RestResponse<ProjectView> reverse(
            @PathParam("id") Long id,
            @PathParam("moveId") Long moveId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("reason") @Parameter(required = true, description = "Why; at most 500 characters.") @Nullable
                    String reason) {
        return shown(pipeline.reverse(id, ifMatch, moveId, mandatory(reason)));
    }

    private static String mandatory(@Nullable String reason) {
        if (reason == null || Text.isBlank(reason) || Text.length(reason) > LONGEST_REASON) {
            throw Problem.refused("reason", "is mandatory, with at most 500 characters", "必须说明原因，至多 500 个字符");
        }
        return reason;
    }

    @PUT
    @Path("/{id}/stages")
    @RolesAllowed("MANAGER")
    @Transactional
    @Operation(
            operationId = "putProjectStages",
            summary = "State the stages of a project anew: correct days, remove stages, put stages in",
            description =
                    "One correction of the record: a day replaces the known one, null removes a stage as if it had "
                            + "never been entered, also one taken over without a move, and a stage that was not "
                            + "known is put in. Values, statuses and stages left out stay; figures of an earlier "
                            + "`knownAt` still show the former stages. The first stage cannot be removed; a stage "
                            + "beyond the latest requires as much as a move.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StageStatement.Documented.class)))
    @APIResponseSchema(value = ProjectView.class, responseDescription = "The project with its stages")
    public RestResponse<ProjectView> stages(
            @PathParam("id") Long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("reason") @Parameter(required = true, description = "Why; at most 500 characters.") @Nullable
                    String reason,
            @NotNull JsonNode stages) {
        var stated = StageStatement.read(stages);
        return shown(corrections.correct(id, ifMatch, stated.days(), mandatory(reason)));
    }

    @PUT
    @Path("/{id}/status")
    @RolesAllowed("OFFICER")
    @Transactional
    @Operation(
            operationId = "putProjectStatus",
            summary = "Suspend, withdraw, resume or reopen a project",
            description = "The status is separate from the stage: a suspended or withdrawn project keeps "
                    + "its stage and is left out of totals, unless they ask for its status. A reason is "
                    + "required to suspend or withdraw.",
            extensions = @Extension(name = Contract.OPTIONAL_IF_MATCH, value = "true"))
    @APIResponseSchema(value = ProjectView.class, responseDescription = "The project with its new status")
    public RestResponse<ProjectView> status(
            @PathParam("id") Long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MoveDraft.StatusDraft draft) {
        return shown(pipeline.turn(id, ifMatch, draft));
    }

    @GET
    @Path("/{id}/timeline")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "getProjectTimeline",
            summary = "All positions of a project, on both clocks",
            description = "Each position says what was true of the project from one day to another, and "
                    + "from when until when this was known. Superseded positions are included. For "
                    + "auditors and for the explanation of a figure.")
    public ProjectView.TimelineView timeline(@PathParam("id") Long id) {
        return reader.timeline(id);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({"VIEWER", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "getProjectHistory",
            summary = "What was done to a project, the latest first",
            description = "Each command that changed the project: who, when, from which day on, and each "
                    + "value before and after.")
    public ProjectView.History history(@PathParam("id") Long id) {
        return reader.history(id);
    }

    private RestResponse<ProjectView> shown(ProjectWithTimeline found) {
        return VersionTag.ok(reader.one(found), found.project().version());
    }

    private RestResponse<ProjectView> created(ProjectWithTimeline made) {
        var project = made.project();
        return VersionTag.created(PATH + "/" + project.id(), reader.one(made), project.version());
    }
}
