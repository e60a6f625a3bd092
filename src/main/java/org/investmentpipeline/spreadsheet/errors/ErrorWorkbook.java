package org.investmentpipeline.spreadsheet.errors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The refused rows of one import as workbooks in each language. */
@Entity
@Table(name = "import_error_workbook")
class ErrorWorkbook {
    /** The record of the import. */
    @Id
    @Column(name = "import_id")
    long importId;

    @Column(name = "kept_since")
    Instant keptSince = Instant.EPOCH;

    @Column(name = "content_zh")
    byte[] chinese = {};

    @Column(name = "content_en")
    byte[] english = {};
}
