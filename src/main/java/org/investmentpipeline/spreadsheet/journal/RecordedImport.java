package org.investmentpipeline.spreadsheet.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An import that wrote something, or whose refused rows are kept. */
@Entity
@Table(name = "import_record")
public class RecordedImport {
    @Id
    @GeneratedValue(generator = "import_record_seq")
    @SequenceGenerator(name = "import_record_seq", sequenceName = "import_record_seq", allocationSize = 50)
    @Nullable
    Long id;

    /** Null for an import by the service itself. */
    @Column(name = "username")
    @Nullable
    String username;

    @Column(name = "imported_at")
    Instant importedAt = Instant.EPOCH;

    /** The moment of the ledger's clock under which everything was recorded; null for one that was refused. */
    @Column(name = "recorded_at")
    @Nullable
    Instant recordedAt;

    @Column(name = "as_of")
    LocalDate asOf = LocalDate.EPOCH;

    @Column(name = "file_name")
    @Nullable
    String fileName;

    /** The SHA-256 of the file. */
    @Column(name = "file_hash")
    String fileHash = "";

    @Column(name = "rows_read")
    int read;

    @Column(name = "rows_created")
    int created;

    @Column(name = "rows_changed")
    int changed;

    @Column(name = "rows_unchanged")
    int unchanged;

    @Column(name = "rows_refused")
    int refused;

    /** The moment of the ledger's clock from which the import is undone; null for one that is in force. */
    @Column(name = "undone_at")
    @Nullable
    Instant undoneAt;

    @Column(name = "undone_by")
    @Nullable
    String undoneBy;

    @Column(name = "undo_reason")
    @Nullable
    String undoReason;

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    Instant recordedAt() {
        return Objects.requireNonNull(recordedAt, "wrote nothing");
    }
}
