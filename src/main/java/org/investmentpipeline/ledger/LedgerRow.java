package org.investmentpipeline.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact on two clocks: true of a span of days, and known for a span of the ledger's clock. Rows are only added and, once,
 * superseded; {@link LedgerWriter} does both. Both spans include their start and exclude their end.
 */
@MappedSuperclass
public abstract class LedgerRow implements Numbered {
    /** The end of a span of days that is still open. */
    public static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    @Column(name = "from_day")
    protected LocalDate from = OPEN_END;

    @Column(name = "to_day")
    protected LocalDate to = OPEN_END;

    @Column(name = "recorded_at")
    private Instant recordedAt = Instant.EPOCH;

    @Column(name = "superseded_at")
    private Instant supersededAt = LedgerClock.OPEN;

    /** The number that the database gave it; null before it is inserted. */
    public abstract @Nullable Long id();

    /** The fact itself, comparable by {@code equals}: of whom or what, on which days, and all values, without id and knowledge. */
    public abstract Object content();

    /** HQL: the row of an alias is true on a day. */
    public static String holds(String alias, String day) {
        return "%1$s.from <= %2$s and %1$s.to > %2$s".formatted(alias, day);
    }

    /** HQL: the row of an alias was known at a moment. */
    public static String known(String alias, String moment) {
        return "%1$s.supersededAt > %2$s and %1$s.recordedAt <= %2$s".formatted(alias, moment);
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Null while the row is current knowledge. */
    public @Nullable Instant supersededAt() {
        return supersededAt.equals(LedgerClock.OPEN) ? null : supersededAt;
    }

    /** Sets the moment of a row that is about to be inserted. */
    void record(Instant moment) {
        recordedAt = moment;
    }
}
