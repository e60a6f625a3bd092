package org.investmentpipeline.project.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Investment;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** A position of a project as the ledger keeps it: known from one moment of its clock until another. */
@Entity
@Table(name = "position")
public class RecordedPosition {
    @Id
    @GeneratedValue(generator = "position_seq")
    @SequenceGenerator(name = "position_seq", sequenceName = "position_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Column(name = "project_id")
    long projectId;

    @Column(name = "from_day")
    LocalDate from = Position.OPEN;

    @Column(name = "to_day")
    LocalDate to = Position.OPEN;

    @Column(name = "ordinal")
    int ordinal;

    @Column(name = "entry")
    boolean entry;

    @Column(name = "entry_precision")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    Precision precision;

    @Column(name = "stage")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Stage stage = Stage.UNDER_NEGOTIATION;

    @Column(name = "stage_since")
    @Nullable
    LocalDate since;

    @Column(name = "status")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Status status = Status.ACTIVE;

    @Column(name = "status_reason")
    @Nullable
    String reason;

    @Column(name = "amount")
    @Nullable
    BigDecimal amount;

    @Column(name = "currency")
    @Nullable
    String currency;

    @Column(name = "rate")
    @Nullable
    BigDecimal rate;

    /** Zero where there is no investment, so that sums and orders need no exception. */
    @Column(name = "cny")
    BigDecimal cny = BigDecimal.ZERO;

    @Column(name = "sector_code")
    @Nullable
    String sector;

    @Column(name = "zone_code")
    @Nullable
    String zone;

    @Column(name = "department_code")
    @Nullable
    String department;

    @Column(name = "origin")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    Origin origin;

    @Column(name = "agreement")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    Agreement agreement;

    @Column(name = "key_project")
    boolean key;

    @Column(name = "investor_id")
    @Nullable
    Long investor;

    @Column(name = "leader")
    @Nullable
    String leader;

    @Column(name = "officer")
    @Nullable
    String officer;

    @Column(name = "recorded_at")
    Instant recordedAt = Instant.EPOCH;

    @Column(name = "superseded_at")
    Instant supersededAt = LedgerClock.OPEN;

    protected RecordedPosition() {}

    RecordedPosition(long projectId, Position position, Instant recordedAt) {
        var standing = position.standing();
        this.projectId = projectId;
        this.from = position.from();
        this.to = position.to();
        this.ordinal = position.ordinal();
        this.entry = position.entry() != null;
        this.precision = position.entry();
        this.stage = standing.stage();
        this.since = standing.since();
        this.status = standing.status();
        this.reason = standing.reason();
        this.sector = standing.sector();
        this.zone = standing.zone();
        this.department = standing.department();
        this.origin = standing.origin();
        this.agreement = standing.agreement();
        this.key = standing.key();
        this.investor = standing.investor();
        this.leader = standing.leader();
        this.officer = standing.officer();
        this.recordedAt = recordedAt;
        var investment = standing.investment();
        if (investment != null) {
            this.amount = investment.amount();
            this.currency = investment.currency();
            this.rate = investment.rate();
            this.cny = investment.cny();
        }
    }

    public long projectId() {
        return projectId;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Null while it still holds. */
    public @Nullable Instant supersededAt() {
        return supersededAt.equals(LedgerClock.OPEN) ? null : supersededAt;
    }

    /** The position itself. */
    public Position position() {
        return new Position(from, to, ordinal, precision, standing());
    }

    public ProjectState standing() {
        return new ProjectState(
                stage,
                since,
                status,
                reason,
                investment(),
                sector,
                zone,
                department,
                origin,
                agreement,
                key,
                investor,
                leader,
                officer);
    }

    private @Nullable Investment investment() {
        return amount == null || currency == null || rate == null
                ? null
                : new Investment(Money.plain(amount), currency, Money.plain(rate), Money.plain(cny));
    }
}
