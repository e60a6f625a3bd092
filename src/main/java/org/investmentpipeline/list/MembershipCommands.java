package org.investmentpipeline.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.catalogue.NamingLock;
import org.investmentpipeline.catalogue.list.NamedList;
import org.investmentpipeline.idempotency.LockWaits;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.command.ProjectWriter;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.ProjectLedger;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.timeline.ListMembership;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** The commands on the members of a list. Each changes all its projects or, on any fault, none. */
@ApplicationScoped
class MembershipCommands {
    private static final int MOST_IN_EVENT = 500;

    private static final LocalizedText AWAITED = new LocalizedText("another change of the same list", "同一清单的另一项变更");

    private final CatalogueEntries lists;
    private final ListPlaces places;
    private final NamingLock namingLock;
    private final LockWaits waits;
    private final ProjectAccess access;
    private final ProjectLedger ledger;
    private final ProjectWriter writer;
    private final AuditTrail trail;
    private final Clock clock;

    MembershipCommands(
            CatalogueEntries lists,
            ListPlaces places,
            NamingLock namingLock,
            LockWaits waits,
            ProjectAccess access,
            ProjectLedger ledger,
            ProjectWriter writer,
            AuditTrail trail,
            Clock clock) {
        this.lists = lists;
        this.places = places;
        this.namingLock = namingLock;
        this.waits = waits;
        this.access = access;
        this.ledger = ledger;
        this.writer = writer;
        this.trail = trail;
        this.clock = clock;
    }

    /** Projects join and leave a list from a day on, each until the next day on which that is known to change. */
    MemberView.Outcome change(String code, MembershipChange change) {
        var list = locked(code);
        var joining = change.joining();
        var leaving = change.leaving();
        change.refuseContradictions();
        refuseInactive(list, joining);
        var today = LocalDate.now(clock);
        var all = new LinkedHashMap<>(joining);
        all.putAll(leaving);
        var changes = changes(
                all,
                (id, timeline) -> ListMembership.change(
                        timeline,
                        code,
                        change.on(),
                        joining.containsKey(id),
                        today,
                        Objects.requireNonNull(all.get(id))));
        write(list, change.on(), changes, "join");
        return new MemberView.Outcome(
                ids(changes, joining.keySet()::contains),
                ids(changes, leaving.keySet()::contains),
                changes.stream()
                        .filter(MemberChange::isNone)
                        .map(MemberChange::id)
                        .toList());
    }

    /** States anew all spans of a project on a list: a correction of knowledge. */
    MemberView.Spans restate(String code, long project, MembershipChange.Spans stated) {
        var list = locked(code);
        access.lock(project);
        var today = LocalDate.now(clock);
        var changes = changes(
                Map.of(project, "spans"),
                (id, timeline) -> ListMembership.restate(timeline, code, stated.toRule(), today, "spans"));
        var change = changes.get(0);
        if (!list.active && change.joins(code, today)) {
            throw inactive(list, "spans");
        }
        write(list, null, changes, "spans");
        return spans(change.spansAfter(code));
    }

    static MemberView.Spans spans(List<ListMembership.Span> spans) {
        return new MemberView.Spans(
                spans.stream().map(MembershipChange.Span::of).toList());
    }

    /** Nobody else names or removes a list, changes this one or the members of any, until the transaction ends. */
    private NamedList locked(String code) {
        namingLock.acquire();
        waits.lock(AWAITED, "select code from project_list where code = :code", Map.of("code", code));
        return lists.get(NamedList.KIND, code);
    }

    private static void refuseInactive(NamedList list, Map<Long, String> joining) {
        if (!list.active && !joining.isEmpty()) {
            throw inactive(list, "join");
        }
    }

    private static Problem inactive(NamedList list, String field) {
        return Problem.refused(field, "the list %s is no longer active", "清单 %s 已停用", list.code);
    }

    /** Locks the projects in the order of their ids, and changes the timeline of each by a rule. */
    private List<MemberChange> changes(Map<Long, String> fields, BiFunction<Long, Timeline, Timeline> rule) {
        var projects = new TreeMap<Long, Project>();
        access.lock(fields.keySet()).forEach(project -> projects.put(project.id(), project));
        var found = new ArrayList<Violation>();
        new TreeMap<>(fields).forEach((id, field) -> {
            if (!projects.containsKey(id)) {
                found.add(Violation.of(field, "there is no project %d", "没有项目 %d", id));
            }
        });
        var timelines = ledger.lives(projects.keySet());
        var changes = new ArrayList<MemberChange>();
        projects.forEach((id, project) -> {
            var before = Objects.requireNonNull(timelines.get(id), "a project has positions");
            var known = before.timeline();
            try {
                changes.add(new MemberChange(project, before, known, rule.apply(id, known)));
            } catch (Problem refused) {
                found.addAll(refused.asViolations());
            }
        });
        Problem.refuseIfAny(found);
        return changes;
    }

    private void write(NamedList list, @Nullable LocalDate day, List<MemberChange> all, String field) {
        var changes = all.stream().filter(change -> !change.isNone()).toList();
        if (changes.isEmpty()) {
            return;
        }
        places.refuseTooMany(
                list,
                counts -> changes.forEach(
                        change -> counts.replace(change.spansBefore(list.code), change.spansAfter(list.code))),
                field);
        var rewrites = changes.stream()
                .map(change -> writer.prepare(
                        change.project(),
                        change.before(),
                        change.after(),
                        List.of(ProjectChange.of(ProjectChange.Kind.AMENDED, day, null)
                                .with(List.of(change.difference(list.code))))))
                .toList();
        writer.raiseVersions(changes.stream()
                .map(MemberChange::project)
                .collect(Collectors.toMap(Function.identity(), Project::version)));
        trail.record(
                events(list, day == null, changes.stream().map(MemberChange::id).toList()));
        writer.write(rewrites);
    }

    /** The projects of a change, as many in each event as its column has room for; their days are in the events of the projects. */
    static List<AuditEvent> events(NamedList list, boolean isCorrection, List<Long> projects) {
        var target = new AuditTarget(NamedList.PROJECT_LIST, list.code);
        return LedgerWriter.batches(projects, MOST_IN_EVENT).stream()
                .map(some -> AuditEvent.of(
                        target,
                        isCorrection ? "MEMBERS_CORRECTED" : "MEMBERS_CHANGED",
                        new FieldChange(
                                "projects",
                                null,
                                some.stream().map(String::valueOf).collect(Collectors.joining(", ")))))
                .toList();
    }

    private static List<Long> ids(List<MemberChange> changes, LongPredicate among) {
        return changes.stream()
                .filter(change -> !change.isNone() && among.test(change.id()))
                .map(MemberChange::id)
                .toList();
    }
}
