package org.investmentpipeline.project.undo;

import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.statement.ListChange;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.undo.UndoneChanges.Plain;
import org.jspecify.annotations.Nullable;

/**
 * A project whose changes of a moment are to be taken back.
 *
 * @param former the values as they were before
 * @param now its present state before; null when the project was registered at the moment, and is deleted
 * @param listed the change of its project lists; null for none
 */
record UndoneProject(
        long id,
        RecordedTimeline.Rewrite rewrite,
        Plain former,
        @Nullable ProjectState now,
        @Nullable ListChange listed) {

    boolean isDeleted() {
        return now == null;
    }

    void apply(Project row) {
        if (now == null) {
            row.deleted = true;
            return;
        }
        row.identify(former.code(), former.name());
        row.describe(former.description());
        row.present(now);
    }
}
