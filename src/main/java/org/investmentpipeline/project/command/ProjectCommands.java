package org.investmentpipeline.project.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.investmentpipeline.catalogue.NamingLock;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.ProjectLedger;
import org.investmentpipeline.project.ledger.ProjectWithTimeline;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.MoveRules;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.project.timeline.TimelineRules;
import org.investmentpipeline.rest.VersionTag;
import org.jspecify.annotations.Nullable;

/**
 * The commands on one registered project: amend, move, reverse, change the status, delete.
 *
 * <p>Every command takes its locks in one order: the naming lock if codes or names are stated, the project, and the ledger's
 * clock last. It decides on the timeline that it reads after the project is locked.
 */
@ApplicationScoped
public class ProjectCommands {
    private static final LocalizedText MOVE = new LocalizedText("move", "推进");

    private final ProjectAccess reach;
    private final ProjectLedger ledger;
    private final NamingLock namingLock;
    private final ProjectRegistration registrations;
    private final ProjectWriter writer;
    private final EntityManager entities;
    private final Clock clock;

    public ProjectCommands(
            ProjectAccess reach,
            ProjectLedger ledger,
            NamingLock namingLock,
            ProjectRegistration registrations,
            ProjectWriter writer,
            EntityManager entities,
            Clock clock) {
        this.reach = reach;
        this.ledger = ledger;
        this.namingLock = namingLock;
        this.registrations = registrations;
        this.writer = writer;
        this.entities = entities;
        this.clock = clock;
    }

    /** Today in the bureau's time zone. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Changes description and ledger fields; the latter take effect on a day, today unless stated. */
    public ProjectWithTimeline amend(
            long id, @Nullable String ifMatch, Amendment amendment, @Nullable LocalDate effectiveOn) {
        if (amendment.namesOthers()) {
            namingLock.acquire();
        }
        var project = reach.lock(id);
        VersionTag.require(ifMatch, project.version);
        var day = effectiveOn == null ? today() : effectiveOn;
        var before = ledger.life(id);
        var life = before.timeline();
        var changes = amendment.onLedger(registrations.resolver(), life, day);
        var amended = TimelineRules.amend(life, day, changes, today());
        var values = amendment.describe(project);
        refuseTakenCode(project);
        values.addAll(ChangeDiff.between(life, amended, day, changes.keySet()));
        if (!values.isEmpty()) {
            write(
                    project,
                    before,
                    amended,
                    ProjectChange.of(ProjectChange.Kind.AMENDED, day, null).with(values));
        }
        return new ProjectWithTimeline(project, amended);
    }

    private void refuseTakenCode(Project project) {
        var other = entities.createQuery(
                        "select count(p) from Project p where p.code = :code and p.id <> :id", Long.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("code", project.code)
                .setParameter("id", project.id())
                .getSingleResult();
        if (other > 0) {
            throw Problem.of(ProblemType.DUPLICATE, List.of(Project.codeTaken(project.code)));
        }
    }

    /** Moves a project forward. */
    public ProjectWithTimeline move(long id, @Nullable String ifMatch, MoveDraft draft) {
        var project = reach.lock(id);
        VersionTag.check(ifMatch, project.version);
        var before = ledger.life(id);
        var life = before.timeline();
        var on = draft.on() == null ? today() : draft.on();
        var riding = riding(draft, life, on);
        var moved = MoveRules.move(life, draft.to(), on, stated(draft.via()), riding, today());
        write(project, before, moved, ChangeDiff.moves(life, moved, riding, draft.note()));
        return new ProjectWithTimeline(project, moved);
    }

    private Map<Field, @Nullable Object> riding(MoveDraft draft, Timeline life, LocalDate on) {
        var riding = new EnumMap<Field, @Nullable Object>(Field.class);
        if (draft.agreement() != null) {
            riding.put(Field.AGREEMENT, draft.agreement());
        }
        var investment = draft.investment();
        if (investment != null) {
            var found = new ArrayList<Violation>();
            var day = Objects.requireNonNullElse(stated(draft.via()).get(Stage.SIGNED), on);
            var known = day.isBefore(life.birth()) ? null : life.on(day).investment();
            riding.put(
                    Field.INVESTMENT,
                    registrations
                            .resolver()
                            .investment(
                                    investment.amount(), investment.currency(), investment.rate(), day, known, found));
            Problem.refuseIfAny(found);
        }
        return riding;
    }

    static <K extends Enum<K>, V> Map<K, V> stated(@Nullable Map<K, @Nullable V> map) {
        return map == null
                ? Map.of()
                : map.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(
                                Collectors.toMap(Map.Entry::getKey, entry -> Objects.requireNonNull(entry.getValue())));
    }

    /** Reverses the latest move: it never happened. */
    public ProjectWithTimeline reverse(long id, @Nullable String ifMatch, long moveId, String reason) {
        var project = reach.lock(id);
        VersionTag.check(ifMatch, project.version);
        var move = entities.find(ProjectChange.class, moveId);
        if (move == null || move.projectId != id || move.kind != ProjectChange.Kind.MOVED || move.stage == null) {
            throw Problem.notFound(MOVE, moveId);
        }
        if (isGone(move)) {
            throw Problem.of(ProblemType.STAGE_ORDER, "The move %d is reversed already.", "推进 %d 已被撤销。", moveId);
        }
        var before = ledger.life(id);
        var life = before.timeline();
        var change = ProjectChange.ofStage(
                ProjectChange.Kind.REVERSED, move.stage, life.latest().on(), reason);
        change.reverses = moveId;
        var after = MoveRules.reverse(life, move.stage);
        write(
                project,
                before,
                after,
                change.with(
                        List.of(ChangeDiff.stage(life.now().stage(), after.now().stage()))));
        return new ProjectWithTimeline(project, after);
    }

    /** Whether a move was reversed, or its stage was entered by a later move since a correction removed it. */
    private boolean isGone(ProjectChange move) {
        return entities.createQuery(
                                "select count(c) from ProjectChange c where (c.reverses = :move or c.projectId = :project"
                                        + " and c.kind = :moved and c.stage = :stage and c.id > :move) and "
                                        + ProjectChange.IS_STANDING,
                                Long.class)
                        .setParameter("move", move.id)
                        .setParameter("project", move.projectId)
                        .setParameter("moved", ProjectChange.Kind.MOVED)
                        .setParameter("stage", move.stage)
                        .getSingleResult()
                > 0;
    }

    /** Suspends, withdraws, resumes or reopens a project. */
    public ProjectWithTimeline turn(long id, @Nullable String ifMatch, MoveDraft.StatusDraft draft) {
        var project = reach.lock(id);
        VersionTag.check(ifMatch, project.version);
        var before = ledger.life(id);
        var life = before.timeline();
        var on = draft.on() == null ? today() : draft.on();
        var turned = TimelineRules.turn(life, draft.status(), on, draft.reason(), today());
        if (turned != life) {
            var change = ProjectChange.of(ProjectChange.Kind.STATUS_CHANGED, on, draft.reason());
            write(project, before, turned, change.with(List.of(ChangeDiff.status(life.now(), turned.now()))));
        }
        return new ProjectWithTimeline(project, turned);
    }

    /** Deletes a project registered by mistake; its row and code stay. */
    public void delete(long id, @Nullable String ifMatch) {
        var project = reach.lock(id);
        VersionTag.require(ifMatch, project.version);
        var before = ledger.life(id);
        refuseListed(before);
        project.deleted = true;
        write(project, before, null, ProjectChange.of(ProjectChange.Kind.DELETED, null, null));
    }

    private void write(Project project, RecordedTimeline before, @Nullable Timeline after, ProjectChange change) {
        write(project, before, after, List.of(change));
    }

    /** A deleted project would leave the lists of all days without a word of it. */
    private static void refuseListed(RecordedTimeline timeline) {
        timeline.rows().stream()
                .map(row -> row.standing().lists())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(lists -> {
                    throw Problem.of(
                            ProblemType.IN_USE,
                            "The project is or was on project lists: %s. Take it off at /project-lists first.",
                            "项目在清单中或曾在清单中：%s。请先在 /project-lists 更正。",
                            lists);
                });
    }

    private void write(
            Project project, RecordedTimeline before, @Nullable Timeline after, List<ProjectChange> changes) {
        var rewrite = writer.prepare(project, before, after, changes);
        writer.raiseVersion(project);
        writer.write(List.of(rewrite));
    }
}
