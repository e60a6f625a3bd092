package org.investmentpipeline.list;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.query.TimeParameters;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.security.RecheckAccess;
import org.jboss.resteasy.reactive.RestResponse;

/** The members of project lists. */
@Path("/api/v1/project-lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Project lists")
@Idempotent
@RecheckAccess
public class MembershipResource {
    private static final String PROJECT = "The id of the project.";

    private final MembershipCommands commands;
    private final MemberList members;

    MembershipResource(MembershipCommands commands, MemberList members) {
        this.commands = commands;
        this.members = members;
    }

    /** The parameters of a page of members. */
    public static class Query extends Paging {
        @BeanParam
        public TimeParameters time = new TimeParameters();

        @QueryParam("count")
        @DefaultValue("false")
        @Parameter(description = "Whether to count all.")
        public Boolean count = false;
    }

    @GET
    @Path("/{code}/members")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "listMembers",
            summary = "The projects on a list on a day",
            description = "Pages of members, with the span of days in which each is on the list. "
                    + "`GET /projects?list=` has the same projects with all their values.")
    @APIResponseSchema(value = MemberView.Page.class, responseDescription = "A page of members")
    public RestResponse<MemberView.Page> list(
            @PathParam("code") String code, @BeanParam Query query, @Context HttpHeaders headers) {
        return members.page(code, query).to(headers);
    }

    @GET
    @Path("/{code}/places")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "getPlaces",
            summary = "The places of a list on a day",
            description = "The projects on the list in all zones, and the places that are free.")
    @APIResponseSchema(value = MemberView.Places.class, responseDescription = "The places")
    public RestResponse<MemberView.Places> places(
            @PathParam("code") String code, @BeanParam TimeParameters time, @Context HttpHeaders headers) {
        return members.places(code, time).to(headers);
    }

    @POST
    @Path("/{code}/changes")
    @RolesAllowed("OFFICER")
    @Transactional
    @Operation(
            operationId = "changeMembers",
            summary = "Put projects on a list, and take others off",
            description =
                    "All on one day and at once, so that a swap never exceeds the size of the list. A project joins or "
                            + "leaves from that day on, until the next day on which its membership is known to change.")
    @APIResponseSchema(value = MemberView.Outcome.class, responseDescription = "What has changed")
    public RestResponse<MemberView.Outcome> change(
            @PathParam("code") String code, @NotNull @Valid MembershipChange change) {
        return RestResponse.ok(commands.change(code, change));
    }

    @GET
    @Path("/{code}/members/{project}/spans")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "getMembership",
            summary = "All spans of a project on a list",
            description = "As known now; empty for a project that was never on the list.")
    @APIResponseSchema(value = MemberView.Spans.class, responseDescription = "The spans")
    public MemberView.Spans spans(
            @PathParam("code") String code,
            @PathParam("project") @Parameter(description = PROJECT, example = "127") long project) {
        return members.spans(code, project);
    }

    @PUT
    @Path("/{code}/members/{project}/spans")
    @RolesAllowed("MANAGER")
    @Transactional
    @Operation(
            operationId = "replaceMembership",
            summary = "Correct all spans of a project on a list",
            description =
                    "What was known of the membership was wrong: the spans replace all others from now on, and answers "
                            + "as known before stay as they were.")
    @APIResponseSchema(value = MemberView.Spans.class, responseDescription = "The spans as they are now")
    public MemberView.Spans replace(
            @PathParam("code") String code,
            @PathParam("project") @Parameter(description = PROJECT, example = "127") long project,
            @NotNull @Valid MembershipChange.Spans spans) {
        return commands.restate(code, project, spans);
    }
}
