package org.investmentpipeline.project.ledger;

import java.util.List;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Timeline;

/**
 * A project's life as it stands in the ledger.
 *
 * @param rows its positions that nothing has superseded, in order; empty for a project that is new
 */
public record RecordedTimeline(long projectId, List<RecordedPosition> rows) {

    public static RecordedTimeline none(long projectId) {
        return new RecordedTimeline(projectId, List.of());
    }

    public Timeline timeline() {
        return Timeline.of(rows.stream().map(RecordedPosition::position).toList());
    }

    /** How the project stands now: as its last position has it, without reading the whole life. */
    public ProjectState now() {
        return rows.get(rows.size() - 1).standing();
    }

    /**
     * What is to be written about a project.
     *
     * @param after its positions from now on; none when it was registered by mistake
     */
    public record Rewrite(RecordedTimeline before, List<Position> after, List<ProjectChange> changes) {}
}
