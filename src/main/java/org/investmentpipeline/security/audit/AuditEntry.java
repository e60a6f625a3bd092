package org.investmentpipeline.security.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.ledger.BlockNumbers;
import org.investmentpipeline.ledger.Numbered;
import org.jspecify.annotations.Nullable;

/** One audited action; linked by its hash to the previous entry of the same target. Never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry implements Numbered {
    /** The previous hash of the first entry of a chain. */
    public static final String NOTHING = "0".repeat(64);

    /** The schema of kinds of targets in the contract. */
    public static final String KIND = "AuditSubjectKind";

    @Id
    @BlockNumbers("audit_entry_seq")
    @Nullable
    public Long id;

    @Column(name = "subject_kind")
    public String kind = "";

    @Column(name = "subject")
    public String subject = "";

    /** From 1. */
    @Column(name = "sequence")
    public int sequence;

    @Column(name = "action")
    public String action = "";

    @Column(name = "at")
    public Instant at = Instant.EPOCH;

    @Column(name = "username")
    @Nullable
    public String username;

    @Column(name = "token_id")
    @Nullable
    public Long tokenId;

    @Column(name = "address")
    @Nullable
    public String address;

    @Column(name = "effective_on")
    @Nullable
    public LocalDate effectiveOn;

    @Column(name = "note")
    @Nullable
    public String note;

    @Column(name = "field_values")
    @Convert(converter = FieldChangesConverter.class)
    public List<FieldChange> changes = List.of();

    @Column(name = "previous_hash")
    public String previousHash = NOTHING;

    @Column(name = "hash")
    public String hash = "";

    /** The seal that covers it; null until it is sealed. */
    @Column(name = "seal_id")
    @Nullable
    public Long sealId;

    @Override
    public void number(long id) {
        this.id = id;
    }

    static AuditEntry of(AuditEvent event, Actor actor, Instant at) {
        var entry = new AuditEntry();
        entry.kind = event.subject().kind().name();
        entry.subject = event.subject().id();
        entry.action = event.action();
        entry.at = at;
        entry.username = actor.username();
        entry.tokenId = actor.tokenId();
        entry.address = actor.address();
        entry.effectiveOn = event.effectiveOn();
        entry.note = event.note();
        entry.changes = event.changes();
        return entry;
    }

    /** Links it to the previous entry of the same target, or makes it the first. */
    AuditEntry after(@Nullable ChainHead before) {
        sequence = before == null ? 1 : before.sequence() + 1;
        previousHash = before == null ? NOTHING : before.hash();
        hash = AuditChainHash.of(this);
        return this;
    }

    ChainHead head() {
        return new ChainHead(sequence, hash);
    }

    public AuditTarget subject() {
        return new AuditTarget(new AuditTargetKind(kind), subject);
    }

    public View view() {
        return new View(
                Objects.requireNonNull(id),
                new SubjectView(kind, subject),
                sequence,
                action,
                at,
                by(),
                effectiveOn,
                note,
                changes,
                hash);
    }

    AuditActor by() {
        return new AuditActor(username, tokenId, address);
    }

    /** A target in a response. */
    @Schema(name = "AuditSubject", description = "The target of an action.")
    record SubjectView(
            @Schema(required = true, ref = KIND) String kind,

            @Schema(
                    required = true,
                    description = "The id of a project, the code of a catalogue entry, the name of a user, an address.",
                    examples = "127")
            String id) {}

    /** An entry in a response. */
    @Schema(name = "AuditEntry", description = "One audited action; a link in the chain of its target.")
    public record View(
            @Schema(required = true) long id,
            @Schema(required = true) SubjectView subject,

            @Schema(required = true, description = "The position in the chain of the target, from 1.")
            int sequence,

            @Schema(required = true, examples = "MOVED") String action,
            @Schema(required = true) Instant at,
            @Schema(required = true) AuditActor by,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The day from which the change is effective, where it has one.")
            @Nullable
            LocalDate effectiveOn,

            @Schema(required = true, nullable = true, description = "The reason or remark that was given.") @Nullable
            String note,

            @Schema(required = true, description = "Old and new values by field.")
            List<FieldChange> changes,

            @Schema(required = true, description = "SHA-256 over its content and the previous hash, in hexadecimal.")
            String hash) {}

    /** One page of the trail, the latest first. */
    @Schema(name = "AuditPage", description = "One page of the audit trail, the latest first.")
    public record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
