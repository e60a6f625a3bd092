package org.investmentpipeline.project.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hibernate.Session;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedPosition;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.query.ProjectQuestion;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.query.Condition;
import org.investmentpipeline.query.Filter;
import org.investmentpipeline.query.PinnedCursor;
import org.investmentpipeline.query.Sort;
import org.investmentpipeline.rest.ConditionalResponse;
import org.investmentpipeline.rest.Cursor;
import org.investmentpipeline.rest.Paging;
import org.jspecify.annotations.Nullable;

/** Pages of projects: as they are, as they were, or as they entered a stage. Paged by key, so every page costs the same. */
@ApplicationScoped
public class ProjectList {

    /** The parameters of a list. */
    public static class Query extends Paging {
        @BeanParam
        public ProjectQuestion question = new ProjectQuestion();

        @QueryParam("entered")
        @Parameter(description = "The projects that entered these stages within `period`, as they were on entry.")
        public List<Stage> entered = List.of();

        @QueryParam("period")
        @Parameter(
                description = "With `entered`: " + Period.FORMS + ".",
                example = "2023-H1",
                schema = @Schema(type = SchemaType.STRING))
        public @Nullable Period period;

        @QueryParam("reached")
        @Parameter(description = "Of those that `entered`: the ones at or past this stage on `asOf`.")
        public @Nullable Stage reached;

        @QueryParam("became")
        @Parameter(description = "Of those that `entered`: the ones of this status on `asOf`.")
        public @Nullable Status became;

        @QueryParam("alsoEntered")
        @Parameter(
                description =
                        "Of those that `entered`: the ones that entered this stage, too, on a stated day up to `asOf`.")
        public @Nullable Stage alsoEntered;

        @QueryParam("sort")
        @Parameter(
                description = ProjectSort.WORDS + "; several with commas, each once, falling with - before. "
                        + ProjectSort.RULES,
                example = "-investment,name")
        public @Nullable String sort;

        @QueryParam("count")
        @DefaultValue("false")
        @Parameter(description = "Whether to count all.")
        public Boolean count = false;
    }

    private final EntityManager entities;
    private final ProjectConditions criteria;
    private final ProjectViews reader;
    private final ProjectAccess reach;
    private final ProjectPages pages;
    private final LedgerClock ledgerClock;
    private final Clock clock;

    public ProjectList(
            EntityManager entities,
            ProjectConditions criteria,
            ProjectViews reader,
            ProjectAccess reach,
            ProjectPages pages,
            LedgerClock ledgerClock,
            Clock clock) {
        this.entities = entities;
        this.criteria = criteria;
        this.reader = reader;
        this.reach = reach;
        this.pages = pages;
        this.ledgerClock = ledgerClock;
        this.clock = clock;
    }

    /** A page; its names and descriptions are today's, so it changes with every write. */
    public ConditionalResponse<ProjectView.Page> page(Query query) {
        check(query);
        var size = query.size();
        var order = ProjectSort.parse(query.sort, !query.entered.isEmpty());
        var filter = reach.narrow(query.question.filter.filter());
        var asked = asked(query, filter) + ProjectSort.rules(order);
        var start = parse(query, asked, order);
        var scope = scope(query, start);
        var condition = criteria.build(filter, scope);
        var determinants = new ArrayList<Object>(List.of(asked, scope, size, query.count, ledgerClock.lastChange()));
        if (start != null) {
            determinants.add(start.place());
        }
        return ConditionalResponse.decidedBy(
                determinants, () -> page(new Page(asked, filter, scope, order, start, size), query, condition));
    }

    /** One page of a list. */
    private record Page(
            String asked,
            Filter filter,
            TimeSlice scope,
            Sort<ProjectViews.Row> order,
            @Nullable PinnedCursor start,
            int size) {}

    private ProjectView.Page page(Page page, Query query, Condition condition) {
        var scope = page.scope;
        var total = query.count ? count(condition) : null;
        var found = found(page, condition);
        if (found.isPresent()) {
            condition.and(found.get().isEmpty() ? "1 = 0" : "p.projectId in " + condition.bind("found", found.get()));
        } else if (page.start != null) {
            page.order.after(condition, page.start.place());
        } else if (scope instanceof TimeSlice.Stock) {
            page.order.lead(condition);
        }
        var rows = Cursor.slice(
                rows(condition, page.order, page.size + 1),
                page.size,
                row -> PinnedCursor.after(page.asked, scope.asOf(), scope.knownAt(), page.order.place(row)));
        return new ProjectView.Page(
                reader.many(rows.items(), scope.asOf(), scope.knownAt(), condition.tiers()), rows.next(), total);
    }

    private Optional<List<Long>> found(Page page, Condition condition) {
        return page.scope instanceof TimeSlice.Stock stock && ProjectSort.isByInvestment(page.order)
                ? pages.byInvestment(
                        page.filter,
                        stock,
                        condition.tiers(),
                        ProjectSort.direction(page.order, page.start),
                        page.size + 1)
                : Optional.empty();
    }

    private static @Nullable PinnedCursor parse(Query query, String asked, Sort<ProjectViews.Row> order) {
        return query.cursor == null
                ? null
                : PinnedCursor.parse(
                        query.cursor, asked, order.steps().size(), query.question.asOf, query.question.knownAt);
    }

    /** Everything that pages of one list have in common. */
    private static String asked(Query query, Filter filter) {
        var period = query.period == null ? "" : query.period.name();
        return "%s %s %s %s %s".formatted(filter.parameters(), query.entered, outcome(query), period, query.sort);
    }

    private static TimeSlice.LaterOutcome outcome(Query query) {
        return new TimeSlice.LaterOutcome(query.reached, query.became, query.alsoEntered);
    }

    private static void check(Query query) {
        if (query.entered.isEmpty() != (query.period == null)) {
            throw Problem.invalid(
                    query.period == null ? "period" : "entered",
                    "entered and period belong together",
                    "entered 与 period 须一同给出");
        }
        if (query.entered.isEmpty() && !outcome(query).equals(TimeSlice.LaterOutcome.ANY)) {
            throw Problem.invalid(
                    "entered",
                    "is missing; reached, became and alsoEntered are about the projects that entered a stage",
                    "缺少；reached、became、alsoEntered 说明的是进入某阶段的项目");
        }
        if (query.question.filter.q != null && (query.question.asOf != null || query.question.knownAt != null)) {
            throw Problem.invalid(
                    "q",
                    "searches today's names and cannot be combined with asOf or knownAt",
                    "只能检索当前名称，不能与 asOf 或 knownAt 一同使用");
        }
    }

    private TimeSlice scope(Query query, @Nullable PinnedCursor start) {
        var today = LocalDate.now(clock);
        var asOf = start != null ? start.asOf() : query.question.asOf != null ? query.question.asOf : today;
        var knownAt = ledgerClock.known(start != null ? start.knownAt() : query.question.knownAt);
        return query.period == null
                ? new TimeSlice.Stock(asOf, knownAt, !asOf.isBefore(today))
                : new TimeSlice.Flow(query.period, asOf, query.entered, knownAt, outcome(query));
    }

    private List<ProjectViews.Row> rows(Condition condition, Sort<ProjectViews.Row> order, int limit) {
        var hql = "select p, j from RecordedPosition p join Project j on j.id = p.projectId where " + condition.where()
                + " order by " + order.orderBy();
        var query = entities.unwrap(Session.class).createSelectionQuery(hql, Object[].class);
        // Nothing that a page reads is changed: no copies to compare it with at the end.
        return condition.applyTo(query).setReadOnly(true).setMaxResults(limit).getResultList().stream()
                .map(row -> new ProjectViews.Row((RecordedPosition) row[0], (Project) row[1]))
                .toList();
    }

    private Long count(Condition condition) {
        var hql = "select count(*) from RecordedPosition p join Project j on j.id = p.projectId where "
                + condition.where();
        return condition
                .applyTo(entities.unwrap(Session.class).createSelectionQuery(hql, Long.class))
                .getSingleResult();
    }
}
