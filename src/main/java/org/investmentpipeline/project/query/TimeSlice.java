package org.investmentpipeline.project.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** The positions that a question is about, on both clocks. */
public sealed interface TimeSlice {
    /** The moment of knowledge. */
    Instant knownAt();

    /** The day of the answer. */
    LocalDate asOf();

    /**
     * The positions that are true on a day.
     *
     * @param present whether the day is today or later, so that only the last position of each project is true
     */
    record Stock(LocalDate asOf, Instant knownAt, boolean present) implements TimeSlice {}

    /**
     * The entries of stages within a period, cut at a day.
     *
     * @param entered the stages; none for all
     */
    record Flow(Period period, LocalDate asOf, List<Stage> entered, Instant knownAt, LaterOutcome outcome)
            implements TimeSlice {}

    /**
     * A condition, on the day of the answer, on the later course of projects that entered a stage.
     *
     * @param reached the stage they are in, or past
     * @param became their status
     * @param alsoEntered another stage that they had entered on a stated day
     */
    record LaterOutcome(
            @Nullable Stage reached,
            @Nullable Status became,
            @Nullable Stage alsoEntered) {
        /** Any later course. */
        public static final LaterOutcome ANY = new LaterOutcome(null, null, null);
    }
}
