package org.investmentpipeline.project.ledger;

import java.time.LocalDate;
import org.investmentpipeline.period.Precision;
import org.jspecify.annotations.Nullable;

/** Something that happened to stage or status; several may happen on one day, in order. */
public sealed interface Event {
    LocalDate on();

    /**
     * The project came into a stage.
     *
     * @param stated how exactly the day was stated; null when the stage was taken over without a stated day
     */
    record Entered(LocalDate on, Stage stage, @Nullable Precision stated) implements Event {}

    /** The project's status turned. */
    record Turned(LocalDate on, Status status, @Nullable String reason) implements Event {}
}
