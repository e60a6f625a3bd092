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
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.catalogue.NamingLock;
import org.investmentpipeline.catalogue.list.NamedList;
import org.investmentpipeline.idempotency.LockWaits;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.command.ProjectWriter;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.ProjectLedger;
import org.investmentpipeline.project.ledger.RecordedTimeline;
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

    /** Of the text of spans in the history of a project: some 100 spans. */
    private static final int LONGEST_SPANS = 2500;

    private final CatalogueEntries lists;
    private final MemberSpans members;
    private final NamingLock namingLock;
    private final LockWaits waits;
    private final ProjectAccess access;
    private final ProjectLedger ledger;
    private final ProjectWriter writer;
    private final AuditTrail trail;
    private final Clock clock;

    MembershipCommands(
            CatalogueEntries lists,
            MemberSpans members,
            NamingLock namingLock,
            LockWaits waits,
            ProjectAccess access,
            ProjectLedger ledger,
            ProjectWriter writer,
            AuditTrail trail,
            Clock clock) {
        this.lists = lists;
        this.members = members;
        this.namingLock = namingLock;
        this.waits = waits;
        this.access = access;
        this.ledger = ledger;
        this.writer = writer;
        this.trail = trail;
        this.clock = clock;
    }

    /** A project and its timelines before and after. */
    private record Change(Project project, RecordedTimeline before, Timeline known, Timeline after) {
        boolean isNone() {
            return known.positions().equals(after.positions());
        }
    }

    /** Projects join and leave a list from a day on, each until the next day on which that is known to change. */
    MemberView.Outcome change(String code, MembershipChange change) {
        var list = locked(code);
        var joining = fields("join", change.joining());
        var leaving = fields("leave", change.leaving());
        refuseBoth(joining, leaving);
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
                        .filter(Change::isNone)
                        .map(each -> each.project.id())
                        .toList());
    }

    /** States anew all spans of a project on a list: a correction of knowledge. */
    MemberView.Spans restate(String code, long project, MembershipChange.Spans stated) {
        var list = locked(code);
        var today = LocalDate.now(clock);
        access.get(project);
        var changes = changes(
                Map.of(project, "spans"),
                (id, timeline) -> ListMembership.restate(timeline, code, stated.toRule(), today, "spans"));
        if (!list.active && isOn(changes.get(0).after, code, today) && !isOn(changes.get(0).known, code, today)) {
            throw inactive(list, "spans");
        }
        write(list, null, changes, "spans");
        return spans(ListMembership.spans(changes.get(0).after, code));
    }

    static MemberView.Spans spans(List<ListMembership.Span> spans) {
        return new MemberView.Spans(
                spans.stream().map(MembershipChange.Span::of).toList());
    }

    /** Nobody else names or removes a list, changes this one or the members of any, until the transaction ends. */
    private NamedList locked(String code) {
        namingLock.acquire();
        var list = lists.get(NamedList.KIND, code);
        waits.lock(AWAITED, "select code from project_list where code = :code", Map.of("code", code));
        return list;
    }

    /** The place of each id in the request. */
    private static Map<Long, String> fields(String name, List<Long> ids) {
        var fields = new LinkedHashMap<Long, String>();
        for (var i = 0; i < ids.size(); i++) {
            var field = "%s[%d]".formatted(name, i);
            if (fields.putIfAbsent(ids.get(i), field) != null) {
                throw Problem.refused(field, "was %d, which is given twice", "给出的 %d 重复", ids.get(i));
            }
        }
        return fields;
    }

    private static void refuseBoth(Map<Long, String> joining, Map<Long, String> leaving) {
        if (joining.isEmpty() && leaving.isEmpty()) {
            throw Problem.refused("join", "give projects in join, leave or both", "请在 join、leave 中给出项目");
        }
        leaving.forEach((id, field) -> {
            if (joining.containsKey(id)) {
                throw Problem.refused(field, "was %d, which also joins", "给出的 %d 同时在 join 中", id);
            }
        });
    }

    private static void refuseInactive(NamedList list, Map<Long, String> joining) {
        if (!list.active && !joining.isEmpty()) {
            throw inactive(list, "join");
        }
    }

    private static Problem inactive(NamedList list, String field) {
        return Problem.refused(field, "the list %s is no longer active", "清单 %s 已停用", list.code);
    }

    private static boolean isOn(Timeline timeline, String list, LocalDate day) {
        return ListMembership.spans(timeline, list).stream().anyMatch(span -> span.includes(day));
    }

    /** Locks the projects in the order of their ids, and changes the timeline of each by a rule. */
    private List<Change> changes(Map<Long, String> fields, BiFunction<Long, Timeline, Timeline> rule) {
        var projects = new TreeMap<Long, Project>();
        var found = new ArrayList<Violation>();
        for (var field : new TreeMap<>(fields).entrySet()) {
            try {
                projects.put(field.getKey(), access.lock(field.getKey()));
            } catch (Problem unknown) {
                found.add(Violation.of(field.getValue(), "there is no project %d", "没有项目 %d", field.getKey()));
            }
        }
        var timelines = ledger.lives(projects.keySet());
        var changes = new ArrayList<Change>();
        projects.forEach((id, project) -> {
            var before = Objects.requireNonNull(timelines.get(id), "a project has positions");
            var known = before.timeline();
            try {
                changes.add(new Change(project, before, known, rule.apply(id, known)));
            } catch (Problem refused) {
                found.addAll(refused.asViolations());
            }
        });
        Problem.refuseIfAny(found);
        return changes;
    }

    private void write(NamedList list, @Nullable LocalDate day, List<Change> all, String field) {
        var changes = all.stream().filter(change -> !change.isNone()).toList();
        if (changes.isEmpty()) {
            return;
        }
        refuseTooMany(list, changes, field);
        var rewrites = changes.stream()
                .map(change -> writer.prepare(
                        change.project,
                        change.before,
                        change.after,
                        List.of(ProjectChange.of(ProjectChange.Kind.AMENDED, day, null)
                                .with(List.of(difference(list.code, change))))))
                .toList();
        writer.raiseVersions(changes.stream().map(Change::project).toList());
        trail.record(events(list, day == null, changes));
        writer.write(rewrites);
    }

    /** The projects of a change, as many in each event as its column has room for; their days are in the events of the projects. */
    private static List<AuditEvent> events(NamedList list, boolean isCorrection, List<Change> changes) {
        var target = new AuditTarget(NamedList.PROJECT_LIST, list.code);
        return LedgerWriter.batches(changes, MOST_IN_EVENT).stream()
                .map(some -> AuditEvent.of(
                        target,
                        isCorrection ? "MEMBERS_CORRECTED" : "MEMBERS_CHANGED",
                        new FieldChange(
                                "projects",
                                null,
                                some.stream()
                                        .map(change -> Long.toString(change.project.id()))
                                        .collect(Collectors.joining(", ")))))
                .toList();
    }

    private static FieldChange difference(String list, Change change) {
        return new FieldChange("lists." + list, text(change.known, list), text(change.after, list));
    }

    /** The spans on a list, such as {@code 2023-02-10..2023-05-01, 2023-06-15..}; null for none. */
    private static @Nullable String text(Timeline timeline, String list) {
        var spans = ListMembership.spans(timeline, list);
        return spans.isEmpty()
                ? null
                : Text.shortened(
                        spans.stream()
                                .map(span -> span.from() + ".." + (span.to() == null ? "" : span.to()))
                                .collect(Collectors.joining(", ")),
                        LONGEST_SPANS);
    }

    /** Refuses a change after which more projects are on a list, on some day, than its size and than before. */
    private void refuseTooMany(NamedList list, List<Change> changes, String field) {
        var most = list.size();
        if (most == null) {
            return;
        }
        var before = members.current(list.code);
        var after = new LinkedHashMap<>(before);
        changes.forEach(change -> after.put(change.project.id(), ListMembership.spans(change.after, list.code)));
        for (var day : MemberSpans.days(before.values(), after.values())) {
            var count = MemberSpans.count(after.values(), day);
            if (count > most && count > MemberSpans.count(before.values(), day)) {
                throw Problem.refused(
                        field,
                        "would make %d projects on %s; the list %s has %d places",
                        "将使 %2$s 的项目数达到 %1$d；清单 %3$s 的名额为 %4$d",
                        count,
                        day,
                        list.code,
                        most);
            }
        }
    }

    private static List<Long> ids(List<Change> changes, LongPredicate among) {
        return changes.stream()
                .filter(change -> !change.isNone() && among.test(change.project.id()))
                .map(change -> change.project.id())
                .toList();
    }
}
