package org.investmentpipeline.project.statement;

import java.util.List;
import org.investmentpipeline.project.command.NewProject;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.ProjectState;
import org.jspecify.annotations.Nullable;

/** The decision on a statement: a new project, or a change of a known one. Nothing of it is stored yet. */
sealed interface Decision {
    /** The change of its lists, null for none. */
    @Nullable
    ListChange listed();

    /** The investor as stated, null for none. */
    @Nullable
    String investor();

    /** The positions of the project from now on. */
    List<Position> positions();

    /** A new project. */
    record Registration(
            NewProject project,
            @Nullable ListChange listed,
            @Nullable String investor) implements Decision {
        @Override
        public List<Position> positions() {
            return project.life().positions();
        }
    }

    /** A change of a known project. */
    record Restatement(
            long project,
            RecordedTimeline.Rewrite rewrite,
            ProjectState now,
            String code,
            String name,
            Description description,
            @Nullable ListChange listed,
            @Nullable String investor)
            implements Decision {
        @Override
        public List<Position> positions() {
            return rewrite.after();
        }

        void apply(Project row) {
            row.identify(code, name);
            row.describe(description);
            row.present(now);
        }
    }
}
