package org.investmentpipeline.figures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.figures.question.FigureQuestion;
import org.investmentpipeline.figures.question.PeriodParameter;
import org.investmentpipeline.figures.question.Questions;
import org.investmentpipeline.figures.table.MovementCause;
import org.investmentpipeline.figures.table.MovementSide;
import org.investmentpipeline.figures.view.Bridge;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.rest.Paging;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Bridges, and the changes that they count. */
@Path("/api/v1/bridge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures")
public class BridgeResource {
    private final Questions questions;
    private final Bridges bridges;
    private final BridgeChanges changes;
    private final FigureAnswers answers;

    BridgeResource(Questions questions, Bridges bridges, BridgeChanges changes, FigureAnswers answers) {
        this.questions = questions;
        this.bridges = bridges;
        this.changes = changes;
        this.answers = answers;
    }

    @GET
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "getBridge",
            summary =
                    "Bridge: from the stock on the eve of a period to the stock at its end, by stage, with the causes",
            description = "opening + entered − left + revalued = closing, for each stage, for the count as "
                    + "for the investment. Each part links to the list of the changes that it counts.")
    @APIResponseSchema(value = Bridge.class, responseDescription = "The bridge; `by` always has the stage")
    public RestResponse<Bridge> bridge(
            @BeanParam PeriodParameter period, @BeanParam FigureQuestion question, @Context HttpHeaders headers) {
        return answers.of(bridges.answer(questions.resolve(question), period.given()), headers);
    }

    @GET
    @Path("/changes")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "listBridgeChanges",
            summary = "The changes that a bridge counts: projects that came in, went out or were revalued, by day",
            description = "One part of a bridge in detail: each change of a project with its day, its "
                    + "cause, and the project before and after. Sorted by day; sums of the list equal "
                    + "the figure in the bridge.")
    @APIResponseSchema(value = Bridge.Page.class, responseDescription = "A page of changes")
    public RestResponse<Bridge.Page> changes(
            @BeanParam PeriodParameter period,
            @QueryParam("side") @Parameter(required = true, description = "The part of the bridge.") @Nullable
                    MovementSide side,
            @QueryParam("cause")
                    @Parameter(description = "Why they entered or left; not with what was revalued.")
                    @Nullable
                    MovementCause cause,
            @BeanParam FigureQuestion question,
            @BeanParam Paging paging,
            @Context HttpHeaders headers) {
        if (side == null) {
            throw Problem.invalid(
                    "side", "is missing; expected entered, left or revalued", "缺少；应为 entered、left 或 revalued");
        }
        var part = new BridgeChanges.Part(period.given(), side, cause);
        return changes.answer(questions.resolve(question), part, paging.size(), paging.cursor)
                .to(headers);
    }
}
