package org.investmentpipeline.project.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.investmentpipeline.ledger.BlockNumbers;
import org.investmentpipeline.ledger.Numbered;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.FieldChange;
import org.investmentpipeline.security.audit.FieldChangesConverter;
import org.jspecify.annotations.Nullable;

/** What was done to a project, and to which of its values; together a project's history. Never changed, never deleted. */
@Entity
@Table(name = "project_change")
public class ProjectChange implements Numbered {

    /** What kind of thing was done. */
    @Schema(name = "ProjectChangeKind")
    public enum Kind {
        REGISTERED,
        /** One stage was entered, or taken over. */
        MOVED,
        /** A move was reversed. */
        REVERSED,
        /** Values were changed from a day on. */
        AMENDED,
        STATUS_CHANGED,
        /** The day of an entry was put right. */
        CORRECTED,
        DELETED
    }

    @Id
    @BlockNumbers("project_change_seq")
    public @Nullable Long id;

    @Column(name = "project_id")
    public long projectId;

    @Column(name = "kind")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Kind kind = Kind.REGISTERED;

    /** The stage a move led to, or whose entry was reversed or put right. */
    @Column(name = "stage")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public @Nullable Stage stage;

    @Column(name = "effective_on")
    public @Nullable LocalDate effectiveOn;

    @Column(name = "note")
    public @Nullable String note;

    /** The move that a reversal reverses. */
    @Column(name = "reverses_id")
    public @Nullable Long reverses;

    @Column(name = "field_values")
    @Convert(converter = FieldChangesConverter.class)
    public List<FieldChange> values = List.of();

    /** HQL: whether no undo of an import took back the change {@code c}. */
    public static final String IS_STANDING =
            "not exists (select 1 from ProjectChange u where u.projectId = c.projectId and u.undoes = c.recordedAt)";

    /** The moment of the changes that it takes back. */
    @Column(name = "undoes")
    public @Nullable Instant undoes;

    /** Its entry in the audit trail; none before there were users. */
    @Column(name = "audit_id")
    public @Nullable Long auditId;

    @Column(name = "recorded_at")
    public Instant recordedAt = Instant.EPOCH;

    @Override
    public void number(long id) {
        this.id = id;
    }

    public static ProjectChange of(Kind kind, @Nullable LocalDate effectiveOn, @Nullable String note) {
        var change = new ProjectChange();
        change.kind = kind;
        change.effectiveOn = effectiveOn;
        change.note = note;
        return change;
    }

    public static ProjectChange ofStage(
            Kind kind, Stage stage, @Nullable LocalDate effectiveOn, @Nullable String note) {
        var change = of(kind, effectiveOn, note);
        change.stage = stage;
        return change;
    }

    /** The change as the audit trail keeps it. */
    AuditEvent event() {
        var told = values.isEmpty() && stage != null ? List.of(new FieldChange("stage", null, stage.name())) : values;
        return new AuditEvent(ProjectTarget.of(projectId), kind.name(), effectiveOn, note, told);
    }

    public ProjectChange with(List<FieldChange> values) {
        this.values = List.copyOf(values);
        return this;
    }
}
