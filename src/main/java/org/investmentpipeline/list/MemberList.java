package org.investmentpipeline.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.catalogue.list.NamedList;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.query.Condition;
import org.investmentpipeline.query.PinnedCursor;
import org.investmentpipeline.query.Sort;
import org.investmentpipeline.query.TimeParameters;
import org.investmentpipeline.rest.ConditionalResponse;
import org.investmentpipeline.rest.Cursor;

/** Pages of the members of a list, by project. */
@ApplicationScoped
class MemberList {
    private static final Sort<Project> ORDER = new Sort<>(List.of(new Sort.Step<>(
            new Sort.Key<>("project", "j.id", 0L, Long::valueOf, project -> Long.toString(project.id())), false)));

    private final CatalogueEntries lists;
    private final MemberSpans members;
    private final ProjectAccess access;
    private final ProjectConditions conditions;
    private final LedgerClock ledgerClock;
    private final EntityManager entities;
    private final Clock clock;

    MemberList(
            CatalogueEntries lists,
            MemberSpans members,
            ProjectAccess access,
            ProjectConditions conditions,
            LedgerClock ledgerClock,
            EntityManager entities,
            Clock clock) {
        this.lists = lists;
        this.members = members;
        this.access = access;
        this.conditions = conditions;
        this.ledgerClock = ledgerClock;
        this.entities = entities;
        this.clock = clock;
    }

    /** A page; it has today's names, so it changes with every write. */
    ConditionalResponse<MemberView.Page> page(String code, MembershipResource.Query query) {
        var list = lists.get(NamedList.KIND, code);
        var today = LocalDate.now(clock);
        var filter = access.narrow(ProjectDimensions.ALL.filter(Map.of(ProjectDimensions.LIST, List.of(code))));
        var question = filter.parameters().toString();
        var start = query.cursor == null
                ? null
                : PinnedCursor.parse(query.cursor, question, 1, query.time.asOf, query.time.knownAt);
        var asOf = start == null ? Objects.requireNonNullElse(query.time.asOf, today) : start.asOf();
        var knownAt = ledgerClock.known(start == null ? query.time.knownAt : start.knownAt());
        var slice = new TimeSlice.Stock(asOf, knownAt, !asOf.isBefore(today));
        var size = query.size();
        var determinants = new ArrayList<Object>(
                List.of(question, slice, size, query.count, list.version, ledgerClock.lastChange()));
        if (start != null) {
            determinants.add(start.place());
        }
        return ConditionalResponse.decidedBy(determinants, () -> {
            var condition = conditions.build(filter, slice);
            var total = query.count ? count(condition) : null;
            if (start == null) {
                ORDER.lead(condition);
            } else {
                ORDER.after(condition, start.place());
            }
            var page = Cursor.slice(
                    projects(condition, size + 1),
                    size,
                    project -> PinnedCursor.after(question, asOf, knownAt, ORDER.place(project)));
            return new MemberView.Page(views(page.items(), code, slice), page.next(), total);
        });
    }

    /** The membership of one project, as known now. */
    MemberView.Spans spans(String code, long project) {
        lists.get(NamedList.KIND, code);
        var id = access.get(project).id();
        return MembershipCommands.spans(
                members.of(List.of(id), code, ledgerClock.known(null)).getOrDefault(id, List.of()));
    }

    /** The places on a day, as known at a moment. */
    ConditionalResponse<MemberView.Places> places(String code, TimeParameters question) {
        var list = lists.get(NamedList.KIND, code);
        var asOf = Objects.requireNonNullElse(question.asOf, LocalDate.now(clock));
        var knownAt = ledgerClock.known(question.knownAt);
        return ConditionalResponse.decidedBy(List.of(code, String.valueOf(list.size()), asOf, knownAt), () -> {
            var size = list.size();
            var taken = members.count(code, asOf, knownAt);
            return new MemberView.Places(
                    code, asOf, knownAt, size, taken, size == null ? null : Math.max(0, size - taken));
        });
    }

    private Long count(Condition condition) {
        var hql = "select count(*) from RecordedPosition p where " + condition.where();
        return condition
                .applyTo(entities.unwrap(Session.class).createSelectionQuery(hql, Long.class))
                .getSingleResult();
    }

    private List<Project> projects(Condition condition, int limit) {
        var hql = "select j from RecordedPosition p join Project j on j.id = p.projectId where %s order by %s"
                .formatted(condition.where(), ORDER.orderBy());
        return condition
                .applyTo(entities.unwrap(Session.class).createSelectionQuery(hql, Project.class))
                .setMaxResults(limit)
                .getResultList();
    }

    private List<MemberView> views(List<Project> page, String code, TimeSlice slice) {
        var spans = members.of(page.stream().map(Project::id).toList(), code, slice.knownAt());
        return page.stream()
                .map(project -> {
                    var span = spans.getOrDefault(project.id(), List.of()).stream()
                            .filter(each -> each.includes(slice.asOf()))
                            .findFirst()
                            .orElseThrow();
                    return new MemberView(project.id(), project.code, project.name, span.from(), span.to());
                })
                .toList();
    }
}
