package org.investmentpipeline.project.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * That a position became known, or was superseded: what the sums kept of the ledger have not taken up yet. Each write appends
 * its own, so that writers share no row.
 */
@Entity
@Table(name = "position_delta")
@IdClass(PositionDelta.Key.class)
class PositionDelta {
    @Id
    @Column(name = "position_id")
    long positionId;

    /** Known from now on; else superseded. */
    @Id
    @Column(name = "added")
    boolean added;

    @Column(name = "recorded_at")
    Instant recordedAt = Instant.EPOCH;

    protected PositionDelta() {}

    PositionDelta(long positionId, boolean added, Instant recordedAt) {
        this.positionId = positionId;
        this.added = added;
        this.recordedAt = recordedAt;
    }

    /** A position is added once and superseded once. */
    record Key(long positionId, boolean added) implements Serializable {}
}
