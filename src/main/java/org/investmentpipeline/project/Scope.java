package org.investmentpipeline.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.ledger.Stage;

/** Which positions are looked at, on both clocks. */
public sealed interface Scope {
    /** The moment of knowledge. */
    Instant knownAt();

    /** The day the answer is as of. */
    LocalDate asOf();

    /**
     * The positions that hold on a day.
     *
     * @param present whether the day is today or later, when just the last position of each project holds
     */
    record Stock(LocalDate asOf, Instant knownAt, boolean present) implements Scope {}

    /**
     * The entries of stages within a period, cut at a day.
     *
     * @param entered the stages; none for all
     */
    record Flow(Period period, LocalDate asOf, List<Stage> entered, Instant knownAt) implements Scope {}
}
