package org.investmentpipeline.spreadsheet.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.investmentpipeline.spreadsheet.importing.ImportAddition;

/** An investor or catalogue entry that an import added. */
@Entity
@Table(name = "import_addition")
@IdClass(RecordedAddition.Key.class)
class RecordedAddition {
    /** The import, and the place among its additions. */
    record Key(long importId, int ordinal) implements Serializable {}

    @Id
    @Column(name = "import_id")
    long importId;

    @Id
    @Column(name = "ordinal")
    int ordinal;

    @Column(name = "kind")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    ImportAddition.Kind kind = ImportAddition.Kind.INVESTOR;

    @Column(name = "code")
    String code = "";

    protected RecordedAddition() {}

    RecordedAddition(long importId, int ordinal, ImportAddition addition) {
        this.importId = importId;
        this.ordinal = ordinal;
        this.kind = addition.kind();
        this.code = addition.code();
    }
}
