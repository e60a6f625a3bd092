package org.investmentpipeline.project.timeline;

import java.time.LocalDate;
import org.investmentpipeline.ledger.LedgerRow;
import org.investmentpipeline.period.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A span of a project's life in which nothing about it changed. The positions known at one moment tile the life; those of one
 * day are ordered, and all but the last of them are empty spans.
 *
 * @param from inclusive
 * @param to exclusive; {@link #OPEN} while it still holds
 * @param ordinal the order among the positions that begin on one day
 * @param entry when its start enters the stage on a stated day: how exactly that day was stated; else null
 */
public record Position(
        LocalDate from, LocalDate to, int ordinal, @Nullable Precision entry, ProjectState standing) {
    /** {@code to} of the last position. */
    public static final LocalDate OPEN = LedgerRow.OPEN_END;

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
