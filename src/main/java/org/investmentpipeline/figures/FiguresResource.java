package org.investmentpipeline.figures;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.catalogue.SizeTierEdge;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.period.Comparison;
import org.investmentpipeline.period.Interval;
import org.investmentpipeline.period.LedgerClock;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.ledger.Stage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Figures: every one a query, exact, with the link to what it counted, and repeatable for its day and moment of knowledge. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures")
public class FiguresResource {
    private final Totals totals;
    private final Flows flows;
    private final Bridges bridges;
    private final Conversions conversions;
    private final LeadTimes leadTimes;
    private final SizeTierEdge.Repository edges;
    private final LedgerClock ledgerClock;
    private final Clock clock;

    FiguresResource(
            Totals totals,
            Flows flows,
            Bridges bridges,
            Conversions conversions,
            LeadTimes leadTimes,
            SizeTierEdge.Repository edges,
            LedgerClock ledgerClock,
            Clock clock) {
        this.totals = totals;
        this.flows = flows;
        this.bridges = bridges;
        this.conversions = conversions;
        this.leadTimes = leadTimes;
        this.edges = edges;
        this.ledgerClock = ledgerClock;
        this.clock = clock;
    }

    @GET
    @Path("/totals")
    @Transactional
    @Operation(
            operationId = "getTotals",
            summary = "Stock: the projects standing on a day; active ones unless status is a filter or in by")
    @APIResponseSchema(value = Figure.Stock.class, responseDescription = "The stock")
    public RestResponse<Figure.Stock> totals(@BeanParam FigureQuestion question, @Context Request request) {
        return totals.answer(asked(question)).to(request);
    }

    @GET
    @Path("/flows")
    @Transactional
    @Operation(
            operationId = "getFlows",
            summary = "Flow: the entries into stages within a period, valued as on the day of entry; as a series, and"
                    + " compared with another period")
    @APIResponseSchema(value = Flow.class, responseDescription = "The flow")
    public RestResponse<Flow> flows(
            @BeanParam PeriodParameter period,
            @QueryParam("interval")
                    @Parameter(
                            description = "Gives the period as a series of these, too.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"week", "xun", "month", "quarter", "half", "year"}))
                    @Nullable
                    Interval interval,
            @QueryParam("compare")
                    @Parameter(
                            description = "What to compare with: the namesake of the year before, or the period before."
                                    + " Part of a period, and two dates, are compared day by day.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"previous-year", "previous-period"}))
                    @Nullable
                    Comparison compare,
            @BeanParam FigureQuestion question,
            @Context Request request) {
        var wanted = new Flows.Wanted(period.given(), interval, compare);
        return flows.answer(asked(question), wanted).to(request);
    }

    @GET
    @Path("/bridge")
    @Transactional
    @Operation(
            operationId = "getBridge",
            summary =
                    "Bridge: from the stock on the eve of a period to the stock at its end, by stage, with the causes")
    @APIResponseSchema(value = Bridge.class, responseDescription = "The bridge; `by` always has the stage")
    public RestResponse<Bridge> bridge(
            @BeanParam PeriodParameter period, @BeanParam FigureQuestion question, @Context Request request) {
        return bridges.answer(asked(question), period.given()).to(request);
    }

    @GET
    @Path("/conversion")
    @Transactional
    @Operation(
            operationId = "getConversion",
            summary = "Conversion: what had become, on a day, of what was signed in a period")
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
            @BeanParam FigureQuestion question,
            @Context Request request) {
        return conversions
                .answer(asked(question), PeriodParameter.required("signedIn", signedIn))
                .to(request);
    }

    @GET
    @Path("/lead-times")
    @Transactional
    @Operation(
            operationId = "getLeadTimes",
            summary =
                    "Lead times: how many days the projects that entered a stage in a period took since an earlier one")
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
            @Context Request request) {
        var leg = new LeadTimes.Leg(stage("from", from), stage("to", to), period.given());
        return leadTimes.answer(asked(question), leg).to(request);
    }

    private static Stage stage(String parameter, @Nullable Stage stage) {
        if (stage == null) {
            throw Problem.invalid(parameter, "is missing; expected a stage", "缺少；应为一个阶段");
        }
        return stage;
    }

    private Asked asked(FigureQuestion question) {
        if (question.filter.q != null) {
            throw Problem.invalid("q", "searches today's names; figures have none", "只能检索当前名称，统计数据不支持");
        }
        var today = LocalDate.now(clock);
        var knownAt = ledgerClock.known(question.knownAt);
        return new Asked(
                question.filter.filter(),
                Breakdown.parse(question.by),
                question.asOf == null ? today : question.asOf,
                knownAt,
                today,
                edges.tiers(knownAt));
    }
}
