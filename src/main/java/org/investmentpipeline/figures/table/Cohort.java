package org.investmentpipeline.figures.table;

import java.util.List;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;

/** Entries of a stage, by row, and those among them whose projects had started, were completed or were withdrawn later. */
public record Cohort(Aggregates signed, Aggregates started, Aggregates completed, Aggregates withdrawn) {
    public Cohort() {
        this(new Aggregates(), new Aggregates(), new Aggregates(), new Aggregates());
    }

    /**
     * Adds entries.
     *
     * @param stage of the projects on the day of the answer, as {@code status}
     */
    public void add(List<String> row, Stage stage, Status status, CountAndSum cell) {
        signed.add(row, cell);
        if (!stage.isBefore(Stage.GROUNDBREAKING)) {
            started.add(row, cell);
        }
        if (stage == Stage.COMPLETED) {
            completed.add(row, cell);
        }
        if (status == Status.WITHDRAWN) {
            withdrawn.add(row, cell);
        }
    }
}
