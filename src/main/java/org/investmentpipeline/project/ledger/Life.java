package org.investmentpipeline.project.ledger;

import java.util.List;

/**
 * A project's life as it stands in the ledger.
 *
 * @param rows its positions that nothing has superseded, in order; empty for a project that is new
 */
public record Life(long projectId, List<RecordedPosition> rows) {

    public static Life none(long projectId) {
        return new Life(projectId, List.of());
    }

    public Timeline timeline() {
        return Timeline.of(rows.stream().map(RecordedPosition::position).toList());
    }

    /** How the project stands now: as its last position has it, without reading the whole life. */
    public Standing now() {
        return rows.get(rows.size() - 1).standing();
    }

    /**
     * What is to be written about a project.
     *
     * @param after its positions from now on; none when it was registered by mistake
     */
    public record Rewrite(Life before, List<Position> after, List<ProjectChange> changes) {}
}
