package org.investmentpipeline.project.undo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.investmentpipeline.catalogue.NamingLock;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.project.command.ProjectWriter;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.ProjectLedger;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.statement.ListChange;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.project.undo.UndoneChanges.Plain;

/**
 * Takes back everything that one transaction recorded about projects: each of them is again as it was known before, and those that
 * the transaction registered are deleted as mistakes. Nothing is erased; both knowledges stay on the ledger. A project that has been
 * changed since is built upon, unless these changes were undone themselves.
 */
@ApplicationScoped
public class ProjectUndo {
    private final NamingLock namingLock;
    private final UndoReader reader;
    private final Project.Repository projects;
    private final ProjectLedger ledger;
    private final ProjectAccess reach;
    private final ProjectWriter writer;
    private final EntityManager entities;

    ProjectUndo(
            NamingLock namingLock,
            UndoReader reader,
            Project.Repository projects,
            ProjectLedger ledger,
            ProjectAccess reach,
            ProjectWriter writer,
            EntityManager entities) {
        this.namingLock = namingLock;
        this.reader = reader;
        this.projects = projects;
        this.ledger = ledger;
        this.reach = reach;
        this.writer = writer;
        this.entities = entities;
    }

    /**
     * The effect of an undo.
     *
     * @param restored the number of projects that are as they were before
     * @param deleted the number of projects that were registered, and are deleted
     * @param builtUpon the projects that were changed since, which stay as they are
     */
    public record Outcome(int restored, int deleted, List<BuiltUponProject> builtUpon) {}

    /** The projects to be undone and those built upon, found batch by batch. */
    private record Found(List<UndoneProject> undone, List<BuiltUponProject> builtUpon) {}

    /**
     * Undoes within the current transaction.
     *
     * @param moment under which the changes were recorded
     * @param skipsBuiltUpon whether projects that were changed since are left out
     * @param lists checks and records the changes of project lists, before anything is written
     * @throws Problem when there are some and they are not left out, or nothing else is left
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome undo(Instant moment, String reason, boolean skipsBuiltUpon, Consumer<List<ListChange>> lists) {
        namingLock.acquire();
        var found = new Found(new ArrayList<>(), new ArrayList<>());
        for (var some : LedgerWriter.batches(reader.changed(moment))) {
            projects.lockAll(some);
            find(some, moment, reason, found);
            entities.clear();
        }
        var undone = found.undone();
        if (!found.builtUpon().isEmpty() && undone.isEmpty()) {
            throw BuiltUponProblem.ofAll(found.builtUpon());
        }
        if (!found.builtUpon().isEmpty() && !skipsBuiltUpon) {
            throw BuiltUponProblem.of(found.builtUpon());
        }
        refuseTakenCodes(undone);
        lists.accept(undone.stream()
                .map(UndoneProject::listed)
                .filter(Objects::nonNull)
                .toList());
        LedgerWriter.batches(undone).forEach(this::writeRows);
        writer.write(undone.stream().map(UndoneProject::rewrite).toList());
        var deleted = (int) undone.stream().filter(UndoneProject::isDeleted).count();
        return new Outcome(undone.size() - deleted, deleted, found.builtUpon());
    }

    private void find(List<Long> ids, Instant moment, String reason, Found found) {
        var lives = ledger.lives(ids);
        var former = ledger.positions(ids, moment.minusMillis(1));
        var changes = reader.descriptions(ids, moment);
        var later = reader.changedSince(ids, moment);
        var all = reader.projects(ids);
        var revivable = reach.revivable(all);
        for (var project : all) {
            var positions = former.getOrDefault(project.id(), List.of());
            if (project.deleted && positions.isEmpty()) {
                continue;
            }
            var before = lives.getOrDefault(project.id(), RecordedTimeline.none(project.id()));
            requireReach(project, before, revivable);
            if (project.deleted || later.contains(project.id())) {
                found.builtUpon().add(BuiltUponProject.of(project));
            } else if (positions.isEmpty()) {
                found.undone().add(deleted(project, before, UndoneChanges.deletion(moment, reason)));
            } else {
                var plain = Plain.of(project).before(changes.getOrDefault(project.id(), List.of()));
                found.undone().add(restored(project, before, Timeline.of(positions), plain, moment, reason));
            }
        }
    }

    private UndoneProject deleted(Project project, RecordedTimeline before, List<ProjectChange> history) {
        return new UndoneProject(
                project.id(),
                writer.prepare(before, null, history),
                Plain.of(project),
                null,
                UndoneLists.left(project, before.timeline()));
    }

    private UndoneProject restored(
            Project project, RecordedTimeline before, Timeline former, Plain plain, Instant moment, String reason) {
        var known = before.timeline();
        var history = UndoneChanges.correction(moment, reason, Plain.of(project), plain, known, former);
        return new UndoneProject(
                project.id(),
                writer.prepare(before, former, history),
                plain,
                former.now(),
                UndoneLists.changed(project, known, former));
    }

    private void requireReach(Project project, RecordedTimeline before, Set<Long> revivable) {
        if (before.rows().isEmpty() ? !revivable.contains(project.id()) : !reach.sees(before)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN, "Some projects of the import are beyond your zones.", "导入涉及的部分项目不在您的片区之内。");
        }
    }

    /** A code that a project gave up may be another project's by now. */
    private void refuseTakenCodes(List<UndoneProject> undone) {
        var restored = undone.stream().filter(project -> !project.isDeleted()).toList();
        var owners = reader.owners(
                restored.stream().map(project -> project.former().code()).toList());
        var taken = restored.stream()
                .filter(project ->
                        project.id() != owners.getOrDefault(project.former().code(), project.id()))
                .map(project -> Project.codeTaken(project.former().code()))
                .toList();
        if (!taken.isEmpty()) {
            throw Problem.of(ProblemType.DUPLICATE, taken);
        }
    }

    private void writeRows(List<UndoneProject> some) {
        var rows = projects.all(some.stream().map(UndoneProject::id).toList()).stream()
                .collect(Collectors.toMap(Project::id, Function.identity()));
        var versions = rows.values().stream().collect(Collectors.toMap(Function.identity(), Project::version));
        some.forEach(each -> each.apply(Objects.requireNonNull(rows.get(each.id()), "a locked row")));
        writer.raiseVersions(versions);
        entities.clear();
    }
}
