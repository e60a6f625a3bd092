package org.investmentpipeline.project.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * What is to be written about a project.
     *
     * @param after its life from now on; null when it was registered by mistake and has none
     */
    public record Rewrite(Life before, @Nullable Timeline after, List<ProjectChange> changes) {}
}
