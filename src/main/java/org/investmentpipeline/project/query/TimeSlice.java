package org.investmentpipeline.project.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** Which positions are looked at, on both clocks. */
public sealed interface TimeSlice {
    /** The moment of knowledge. */
    Instant knownAt();

    /** The day the answer is as of. */
    LocalDate asOf();

    /**
     * The positions that hold on a day.
     *
     * @param present whether the day is today or later, when just the last position of each project holds
     */
    record Stock(LocalDate asOf, Instant knownAt, boolean present) implements TimeSlice {}

    /**
     * The entries of stages within a period, cut at a day.
     *
     * @param entered the stages; none for all
     */
    record Flow(Period period, LocalDate asOf, List<Stage> entered, Instant knownAt, Fate fate) implements TimeSlice {}

    /**
     * What else must be so, on the day of the answer, of projects that entered a stage.
     *
     * @param reached the stage they stand at, or past
     * @param became their status
     * @param alsoEntered a stage that they had entered on a stated day, too
     */
    record Fate(
            @Nullable Stage reached,
            @Nullable Status became,
            @Nullable Stage alsoEntered) {
        /** Whatever became of them. */
        public static final Fate ANY = new Fate(null, null, null);
    }
}
