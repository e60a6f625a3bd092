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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.figures.question.FigureQuestion;
import org.investmentpipeline.figures.question.PeriodParameter;
import org.investmentpipeline.figures.question.Questions;
import org.investmentpipeline.figures.question.RateQuestion;
import org.investmentpipeline.figures.question.SumQuestion;
import org.investmentpipeline.figures.view.Conversion;
import org.investmentpipeline.figures.view.Figure;
import org.investmentpipeline.figures.view.Flow;
import org.investmentpipeline.figures.view.LeadTime;
import org.investmentpipeline.period.Comparison;
import org.investmentpipeline.period.DayComparison;
import org.investmentpipeline.period.Interval;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.timeline.Stage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Figures: every one a query, exact, with the link to what it counted, and repeatable for its day and moment of knowledge. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures")
public class FiguresResource {
    private final Questions questions;
    private final Totals totals;
    private final Flows flows;
    private final Conversions conversions;
    private final LeadTimes leadTimes;
    private final FigureAnswers answers;

    FiguresResource(
            Questions questions,
            Totals totals,
            Flows flows,
            Conversions conversions,
            LeadTimes leadTimes,
            FigureAnswers answers) {
        this.questions = questions;
        this.totals = totals;
        this.flows = flows;
        this.conversions = conversions;
        this.leadTimes = leadTimes;
        this.answers = answers;
    }

    @GET
    @Path("/totals")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "getTotals",
            summary = "Stock: the projects standing on a day; active ones unless status is a filter or in by",
            description = "Counts the projects and sums their investment in CNY, broken down by one to "
                    + "three dimensions (`by`). The table has a row for each value of the closed "
                    + "dimensions, with zero where there is no project; each row links to the list of "
                    + "its projects and has its share of the total. With `compare` each number has that of "
                    + "another day, and its change in percent.")
    @APIResponseSchema(value = Figure.Stock.class, responseDescription = "The stock")
    public RestResponse<Figure.Stock> totals(
            @QueryParam("compare")
                    @Parameter(
                            description = "The day to compare with: " + DayComparison.FORMS + ".",
                            example = "2022-12-31",
                            schema = @Schema(type = SchemaType.STRING))
                    @Nullable
                    DayComparison compare,
            @BeanParam SumQuestion question,
            @Context HttpHeaders headers) {
        return answers.of(totals.answer(questions.resolve(question), compare), headers);
    }

    @GET
    @Path("/flows")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "getFlows",
            summary = "Flow: the entries into stages within a period, valued as on the day of entry; as a series, and"
                    + " compared with another period",
            description = "Counts the entries into stages within `period`; a project that entered two "
                    + "stages counts once for each. With `interval` the answer has a series without "
                    + "gaps up to `asOf`, with cumulative sums; with `compare` each number has its "
                    + "previous value and its change in percent.")
    @APIResponseSchema(value = Flow.class, responseDescription = "The flow")
    public RestResponse<Flow> flows(
            @BeanParam PeriodParameter period,
            @QueryParam("interval") @Parameter(description = "Gives the period as a series of these, too.") @Nullable
                    Interval interval,
            @QueryParam("compare")
                    @Parameter(
                            description = "The period to compare with: " + Comparison.FORMS + ". previous-year is the"
                                    + " namesake of the year before, previous-period the period before it. Part of a period"
                                    + " and two dates are compared with the same days of the other.",
                            example = "previous-year")
                    @Nullable
                    Comparison compare,
            @BeanParam SumQuestion question,
            @Context HttpHeaders headers) {
        var wanted = new Flows.Wanted(period.given(), interval, compare);
        return answers.of(flows.answer(questions.resolve(question), wanted), headers);
    }

    @GET
    @Path("/conversion")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "getConversion",
            summary = "Conversion: what had become, on a day, of what was signed in a period",
            description = "Takes the projects that were signed in `signedIn`, with the investment as at "
                    + "signing, and counts how many of them were started, completed or withdrawn by "
                    + "`asOf`, with rates in percent.")
    @APIResponseSchema(value = Conversion.class, responseDescription = "The conversion")
    public RestResponse<Conversion> conversion(
            @QueryParam("signedIn")
                    @Parameter(
                            required = true,
                            description = "The period of the cohort: " + Period.FORMS + ".",
                            example = "2022",
                            schema = @Schema(type = SchemaType.STRING))
                    @Nullable
                    Period signedIn,
            @BeanParam RateQuestion question,
            @Context HttpHeaders headers) {
        return answers.of(
                conversions.answer(questions.resolve(question), PeriodParameter.required("signedIn", signedIn)),
                headers);
    }

    @GET
    @Path("/lead-times")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "getLeadTimes",
            summary =
                    "Lead times: how many days the projects that entered a stage in a period took since an earlier one",
            description = "Count, median and 90th percentile of the days between two stages, for the "
                    + "projects that entered `to` within `period`. Projects whose day of either entry "
                    + "was never stated are excluded and counted separately.")
    @APIResponseSchema(value = LeadTime.class, responseDescription = "The lead times")
    public RestResponse<LeadTime> leadTimes(
            @QueryParam("from")
                    @Parameter(required = true, description = "The stage to count from.", example = "SIGNED")
                    @Nullable
                    Stage from,
            @QueryParam("to")
                    @Parameter(
                            required = true,
                            description = "A later stage, entered in the period.",
                            example = "GROUNDBREAKING")
                    @Nullable
                    Stage to,
            @BeanParam PeriodParameter period,
            @BeanParam FigureQuestion question,
            @Context HttpHeaders headers) {
        var leg = new LeadTimes.Leg(stage("from", from), stage("to", to), period.given());
        return answers.of(leadTimes.answer(questions.resolve(question), leg), headers);
    }

    private static Stage stage(String parameter, @Nullable Stage stage) {
        if (stage == null) {
            throw Problem.invalid(parameter, "is missing; expected a stage", "缺少；应为一个阶段");
        }
        return stage;
    }
}
