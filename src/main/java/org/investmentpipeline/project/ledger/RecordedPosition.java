package org.investmentpipeline.project.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.investmentpipeline.ledger.BlockNumbers;
import org.investmentpipeline.ledger.LedgerRow;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.ProjectState;
import org.jspecify.annotations.Nullable;

/** A position of a project as the ledger keeps it: known from one moment of its clock until another. */
@Entity
@Table(name = "position")
public class RecordedPosition extends LedgerRow {
    @Id
    @BlockNumbers("position_seq")
    @Nullable
    Long id;

    @Column(name = "project_id")
    long projectId;

    @Column(name = "ordinal")
    int ordinal;

    @Column(name = "entry")
    boolean entry;

    @Column(name = "entry_precision")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    Precision precision;

    @Embedded
    ProjectState state;

    /** The investment in CNY; zero where there is no investment, so that sums and orders need no exception. */
    @Column(name = "cny")
    BigDecimal cny = BigDecimal.ZERO;

    protected RecordedPosition() {}

    RecordedPosition(long projectId, Position position) {
        this.projectId = projectId;
        this.from = position.from();
        this.to = position.to();
        this.ordinal = position.ordinal();
        this.entry = position.entry() != null;
        this.precision = position.entry();
        this.state = position.standing();
        var investment = state.investment();
        this.cny = investment == null ? BigDecimal.ZERO : investment.cny();
    }

    @Override
    public void number(long id) {
        this.id = id;
    }

    @Override
    public @Nullable Long id() {
        return id;
    }

    public long projectId() {
        return projectId;
    }

    /** The position itself. */
    public Position position() {
        return new Position(from, to, ordinal, precision, state);
    }

    public ProjectState standing() {
        return state;
    }

    @Override
    public Object content() {
        return new Content(projectId, position());
    }

    private record Content(long projectId, Position position) {}
}
