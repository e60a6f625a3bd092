package org.investmentpipeline.figures;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.period.LedgerClock;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.CriteriaBuilder;
import org.investmentpipeline.project.Dimension;
import org.investmentpipeline.project.ProjectFilter;
import org.investmentpipeline.project.Scope;
import org.investmentpipeline.project.ledger.Status;
import org.jspecify.annotations.Nullable;

/** Figures: every one a query, exact, with the link to what it counted, and repeatable for its day and moment of knowledge. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures")
public class FiguresResource {

    /** What every figure is asked for. */
    public static class Question {
        @BeanParam
        public ProjectFilter filter = new ProjectFilter();

        @QueryParam("asOf")
        @Parameter(description = "The day; today when left out.", example = "2023-06-30")
        public @Nullable LocalDate asOf;

        @QueryParam("knownAt")
        @Parameter(
                description = "The moment of knowledge; the present when left out.",
                example = "2023-07-03T08:00:00Z")
        public @Nullable Instant knownAt;

        @QueryParam("by")
        @DefaultValue("")
        @Parameter(
                description =
                        "One to three of stage, status, size, sector, zone, department, origin, agreement, key, leader,"
                                + " with commas.",
                example = "stage,size")
        public String by = "";
    }

    private final FiguresQuery query;
    private final CriteriaBuilder criteria;
    private final LedgerClock ledgerClock;
    private final Clock clock;

    public FiguresResource(FiguresQuery query, CriteriaBuilder criteria, LedgerClock ledgerClock, Clock clock) {
        this.query = query;
        this.criteria = criteria;
        this.ledgerClock = ledgerClock;
        this.clock = clock;
    }

    @GET
    @Path("/totals")
    @Transactional
    @Operation(
            operationId = "getTotals",
            summary = "Stock: the projects standing on a day; active ones unless status is a filter or in by")
    public Figure.Stock totals(@BeanParam Question question) {
        var breakdown = Breakdown.parse(question.by);
        var filter = question.filter;
        if (filter.status.isEmpty() && !breakdown.has(Dimension.STATUS)) {
            filter.status = List.of(Status.ACTIVE);
        }
        var today = LocalDate.now(clock);
        var asOf = question.asOf == null ? today : question.asOf;
        var scope = new Scope.Stock(asOf, known(question), !asOf.isBefore(today));
        var answer = answer(filter, scope, breakdown);
        return new Figure.Stock(
                asOf,
                scope.knownAt(),
                Money.CNY,
                filter.parameters(),
                breakdown.names(),
                answer.rows,
                answer.atLeast,
                answer.total);
    }

    @GET
    @Path("/flows")
    @Transactional
    @Operation(
            operationId = "getFlows",
            summary = "Flow: the entries into stages within a period, valued as on the day of entry")
    public Figure.Flow flows(
            @QueryParam("period")
                    @Parameter(
                            required = true,
                            description = Period.FORMS + ".",
                            example = "2023-H1",
                            schema = @Schema(type = SchemaType.STRING))
                    @Nullable
                    Period period,
            @BeanParam Question question) {
        if (period == null) {
            throw Problem.invalid("period", "is missing; expected one of the forms %s", "缺少；应为以下形式之一：%s", Period.FORMS);
        }
        var breakdown = Breakdown.parse(question.by);
        var asOf = question.asOf == null ? LocalDate.now(clock) : question.asOf;
        var scope = new Scope.Flow(period, asOf, List.of(), known(question));
        var answer = answer(question.filter, scope, breakdown);
        return new Figure.Flow(
                period.name(),
                period.first(),
                period.last(),
                asOf,
                scope.knownAt(),
                Money.CNY,
                question.filter.parameters(),
                breakdown.names(),
                answer.rows,
                answer.atLeast,
                answer.total);
    }

    private Instant known(Question question) {
        if (question.filter.q != null) {
            throw Problem.invalid("q", "searches today's names; figures have none", "只能检索当前名称，统计数据不支持");
        }
        return ledgerClock.known(question.knownAt);
    }

    private record Answer(List<Figure.Row> rows, @Nullable List<Figure.Row> atLeast, Figure.Total total) {}

    private Answer answer(ProjectFilter filter, Scope scope, Breakdown breakdown) {
        var condition = criteria.build(filter, scope);
        var table = new Table(breakdown, condition.tiers(), filter.values(), query.cells(condition, breakdown));
        var links = new Links(filter, scope, breakdown);
        var rows = table.rows().stream()
                .map(cell -> row(breakdown, cell, links.of(cell)))
                .toList();
        var total = table.total();
        var atLeast = breakdown.has(Dimension.SIZE)
                ? table.atLeast().stream()
                        .map(cell -> row(breakdown, cell, links.atLeast(cell, lower(table, cell))))
                        .toList()
                : null;
        return new Answer(rows, atLeast, new Figure.Total(total.count(), Money.plain(total.investment()), links.all()));
    }

    private static BigDecimal lower(Table table, Cell cell) {
        var code = cell.values().get(table.breakdown().dimensions().indexOf(Dimension.SIZE));
        return Money.plain(table.tiers().named(code).orElseThrow().lower());
    }

    private static Figure.Row row(Breakdown breakdown, Cell cell, String link) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (var i = 0; i < cell.values().size(); i++) {
            var dimension = breakdown.dimensions().get(i);
            var value = cell.values().get(i);
            values.put(dimension.json(), dimension == Dimension.KEY ? Boolean.valueOf(value) : value);
        }
        return new Figure.Row(values, cell.count(), Money.plain(cell.investment()), link);
    }
}
