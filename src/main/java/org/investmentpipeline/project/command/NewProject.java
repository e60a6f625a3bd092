package org.investmentpipeline.project.command;

import java.util.List;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.timeline.Timeline;

/** A project that is not stored yet, with its first timeline and its history. */
public record NewProject(Project project, Timeline life, List<ProjectChange> changes) {

    /** @param code empty to have one assigned */
    static NewProject of(String code, String name, Description description, Timeline life) {
        var project = new Project();
        project.identify(code, name);
        project.describe(description);
        project.present(life.now());
        return new NewProject(project, life, ChangeDiff.registration(project, life));
    }

    /** The same project in the row of a deleted one with its code, which is deleted no more. */
    NewProject reviving(Project deleted) {
        deleted.identify(project.code, project.name);
        deleted.describe(project.description());
        deleted.present(life.now());
        deleted.deleted = false;
        return new NewProject(deleted, life, changes);
    }
}
