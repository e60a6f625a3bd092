package org.investmentpipeline.project.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.investmentpipeline.ledger.BulkInsert;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.ProjectLedger;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.rest.VersionIncrement;
import org.jspecify.annotations.Nullable;

/**
 * Writes the outcome of every command: one change, a batch of drafts, or all rows of a sheet. Changes are checked and prepared
 * one by one, and written together, because the ledger's clock is locked last.
 */
@ApplicationScoped
public class ProjectWriter {
    private final ProjectLedger ledger;
    private final ProjectCodes codes;
    private final ProjectAccess reach;
    private final Project.Repository projects;
    private final EntityManager entities;
    private final StatelessSession session;

    ProjectWriter(
            ProjectLedger ledger,
            ProjectCodes codes,
            ProjectAccess reach,
            Project.Repository projects,
            EntityManager entities,
            StatelessSession session) {
        this.ledger = ledger;
        this.codes = codes;
        this.reach = reach;
        this.projects = projects;
        this.entities = entities;
        this.session = session;
    }

    /**
     * A new project, to be written later.
     *
     * @param code empty to have one assigned
     * @throws org.investmentpipeline.problem.Problem when it is outside the caller's zones
     */
    public NewProject prepare(String code, String name, Description description, Timeline life) {
        reach.check(RecordedTimeline.none(0), life.positions());
        return NewProject.of(code, name, description, life);
    }

    /**
     * A changed timeline of a locked project, to be written later.
     *
     * @param after null for a project that is deleted
     * @throws org.investmentpipeline.problem.Problem when the change is outside the caller's zones
     */
    public RecordedTimeline.Rewrite prepare(
            Project project, RecordedTimeline before, @Nullable Timeline after, List<ProjectChange> changes) {
        var rewrite = prepare(before, after, changes);
        if (after != null) {
            project.present(after.now());
        }
        return rewrite;
    }

    /** The same, without a change of the project's row. */
    public RecordedTimeline.Rewrite prepare(
            RecordedTimeline before, @Nullable Timeline after, List<ProjectChange> changes) {
        var positions = after == null ? List.<Position>of() : after.positions();
        reach.check(before, positions);
        return new RecordedTimeline.Rewrite(before, positions, changes);
    }

    /** Stores the changed columns of a known project and raises its version. */
    public void raiseVersion(Project changed) {
        VersionIncrement.once(entities, changed, Project::version);
    }

    /**
     * The same for many locked projects, of which some may have been flushed since they had these versions. They are detached
     * afterwards, since their rows have versions of which they do not know.
     */
    public void raiseVersions(Map<Project, Integer> before) {
        entities.flush();
        projects.raiseVersions(before.entrySet().stream()
                .filter(each -> each.getKey().version() == each.getValue())
                .map(each -> each.getKey().id())
                .toList());
        before.keySet().forEach(entities::detach);
    }

    /** Writes timelines of known projects; the rows of the projects are written by {@link #raiseVersions}. */
    public void write(List<RecordedTimeline.Rewrite> changed) {
        ledger.write(changed);
    }

    /**
     * Writes new projects, with codes where they have none, and timelines of new and known projects.
     *
     * @return the new projects as stored: those with the code of a deleted project are in its row
     */
    public List<NewProject> write(List<NewProject> fresh, List<RecordedTimeline.Rewrite> changed) {
        var registered = codes.assign(fresh);
        var added = registered.stream()
                .map(NewProject::project)
                .filter(project -> !entities.contains(project))
                .toList();
        entities.flush();
        BulkInsert.of(session, added);
        var all = new ArrayList<>(changed);
        registered.forEach(each -> all.add(new RecordedTimeline.Rewrite(
                RecordedTimeline.none(each.project().id()), each.life().positions(), each.changes())));
        ledger.write(all, added.stream().map(Project::id).collect(Collectors.toSet()));
        return registered;
    }
}
