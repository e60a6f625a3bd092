package org.investmentpipeline.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hibernate.Session;
import org.investmentpipeline.api.Cursor;
import org.investmentpipeline.api.Paging;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.period.LedgerClock;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.ledger.RecordedPosition;
import org.investmentpipeline.project.ledger.Stage;
import org.jspecify.annotations.Nullable;

/** Pages of projects: as they stand, as they stood, or as they entered a stage. Paged by key, so every page costs the same. */
@ApplicationScoped
public class ProjectList {

    /** What a list is asked for beside its filter. */
    public static class Query extends Paging {
        @BeanParam
        public ProjectFilter filter = new ProjectFilter();

        @QueryParam("asOf")
        @Parameter(description = "The projects as they stood on a day.", example = "2023-06-30")
        public @Nullable LocalDate asOf;

        @QueryParam("knownAt")
        @Parameter(
                description = "As it was known at a moment; the present when left out.",
                example = "2023-07-03T08:00:00Z")
        public @Nullable Instant knownAt;

        @QueryParam("entered")
        @Parameter(description = "The projects that entered these stages within `period`, as they stood on entry.")
        public List<Stage> entered = List.of();

        @QueryParam("period")
        @Parameter(
                description = "With `entered`: " + Period.FORMS + ".",
                example = "2023-H1",
                schema = @Schema(type = SchemaType.STRING))
        public @Nullable Period period;

        @QueryParam("sort")
        @Parameter(
                description = "id, code, name, investment; several with commas, falling with - before.",
                example = "-investment,name")
        public @Nullable String sort;

        @QueryParam("count")
        @DefaultValue("false")
        @Parameter(description = "Whether to count all.")
        public Boolean count = false;
    }

    private final EntityManager entities;
    private final CriteriaBuilder criteria;
    private final ProjectReader reader;
    private final LedgerClock ledgerClock;
    private final Clock clock;

    public ProjectList(
            EntityManager entities,
            CriteriaBuilder criteria,
            ProjectReader reader,
            LedgerClock ledgerClock,
            Clock clock) {
        this.entities = entities;
        this.criteria = criteria;
        this.reader = reader;
        this.ledgerClock = ledgerClock;
        this.clock = clock;
    }

    public ProjectView.Page page(Query query) {
        check(query);
        var size = query.size();
        var order = ProjectOrder.parse(query.sort, !query.entered.isEmpty());
        var start = query.cursor == null ? null : Start.parse(query, order);
        var scope = scope(query, start);
        var condition = criteria.build(query.filter, scope);
        var total = query.count ? count(condition) : null;
        if (start != null) {
            order.after(condition, start.place);
        } else if (scope instanceof Scope.Stock) {
            order.lead(condition);
        }
        var page = Cursor.slice(
                rows(condition, order, size + 1),
                size,
                row -> Start.of(query, scope, order.place(row.position(), row.project())));
        return new ProjectView.Page(
                reader.many(page.items(), scope.asOf(), scope.knownAt(), condition.tiers()), page.next(), total);
    }

    private static void check(Query query) {
        if (query.entered.isEmpty() != (query.period == null)) {
            throw Problem.invalid(
                    query.period == null ? "period" : "entered",
                    "entered and period belong together",
                    "entered 与 period 须一同给出");
        }
        if (query.filter.q != null && (query.asOf != null || query.knownAt != null)) {
            throw Problem.invalid(
                    "q",
                    "searches today's names and cannot be combined with asOf or knownAt",
                    "只能检索当前名称，不能与 asOf 或 knownAt 一同使用");
        }
    }

    private Scope scope(Query query, @Nullable Start start) {
        var today = LocalDate.now(clock);
        var asOf = start != null ? start.asOf : query.asOf != null ? query.asOf : today;
        var knownAt = ledgerClock.known(start != null ? start.knownAt : query.knownAt);
        return query.period == null
                ? new Scope.Stock(asOf, knownAt, !asOf.isBefore(today))
                : new Scope.Flow(query.period, asOf, query.entered, knownAt);
    }

    private List<ProjectReader.Row> rows(Criteria condition, ProjectOrder order, int limit) {
        var hql = "select p, j from RecordedPosition p join Project j on j.id = p.projectId where " + condition.where()
                + " order by " + order.orderBy();
        var query = entities.unwrap(Session.class).createSelectionQuery(hql, Object[].class);
        return condition.applyTo(query).setMaxResults(limit).getResultList().stream()
                .map(row -> new ProjectReader.Row((RecordedPosition) row[0], (Project) row[1]))
                .toList();
    }

    private Long count(Criteria condition) {
        var hql = "select count(*) from RecordedPosition p join Project j on j.id = p.projectId where "
                + condition.where();
        return condition
                .applyTo(entities.unwrap(Session.class).createSelectionQuery(hql, Long.class))
                .getSingleResult();
    }

    /** Where a page begins, and what must not change between pages. */
    private record Start(String question, LocalDate asOf, Instant knownAt, List<String> place) {
        private static final int FIXED = 3;

        static Cursor of(Query query, Scope scope, List<String> place) {
            var values = new ArrayList<String>();
            values.add(question(query));
            values.add(scope.asOf().toString());
            values.add(scope.knownAt().toString());
            values.addAll(place);
            return new Cursor(values);
        }

        static Start parse(Query query, ProjectOrder order) {
            var cursor = query.cursor == null ? "" : query.cursor;
            var values = Cursor.parse(cursor, FIXED + order.keys().size()).values();
            if (!values.get(0).equals(question(query))) {
                throw ofAnotherList();
            }
            try {
                var start = new Start(
                        values.get(0),
                        LocalDate.parse(values.get(1)),
                        Instant.parse(values.get(2)),
                        values.subList(FIXED, values.size()));
                start.refuseAnotherTime(query);
                return start;
            } catch (DateTimeException unreadable) {
                throw Cursor.refused();
            }
        }

        /** The cursor says of when its list is; a query need not repeat it, but must not contradict it. */
        private void refuseAnotherTime(Query query) {
            var otherDay = query.asOf != null && !query.asOf.equals(asOf);
            var otherKnowledge = query.knownAt != null
                    && !query.knownAt.truncatedTo(ChronoUnit.MILLIS).equals(knownAt);
            if (otherDay || otherKnowledge) {
                throw ofAnotherList();
            }
        }

        private static Problem ofAnotherList() {
            return Problem.invalid(
                    "cursor",
                    "belongs to a list with another filter, order, day or moment of knowledge",
                    "属于筛选条件、排序、日期或知晓时刻不同的另一个列表");
        }

        private static String question(Query query) {
            var period = query.period == null ? "" : query.period.name();
            var asked = "%s %s %s %s".formatted(query.filter.parameters(), query.entered, period, query.sort);
            return Integer.toHexString(asked.hashCode());
        }
    }
}
