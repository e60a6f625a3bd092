package org.investmentpipeline.security.audit.verification;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.investmentpipeline.security.audit.AuditEntry;
import org.investmentpipeline.security.audit.FieldChangesConverter;

/**
 * Reads the audit trail in pages, each by a short statement of its own and in the order of an index, so that the whole takes time
 * linear in the number of entries on both databases. A condition on two columns at once ({@code (a, b) > (?, ?)}) would not do: H2
 * reads the index from its beginning for each page. No transaction spans the pages.
 */
final class TrailReader {
    private static final String ENTRIES = """
            select subject_kind, subject, sequence, action, at, username, token_id, address, effective_on, note, field_values,
                previous_hash, hash, seal_id
            from audit_entry""";
    private static final String SAME_CHAIN = ENTRIES + """
             where subject_kind = ? and subject = ? and sequence > ?
            order by subject_kind, subject, sequence fetch first ? rows only""";
    private static final String LATER_CHAINS = ENTRIES + """
             where subject_kind = ? and subject > ?
            order by subject_kind, subject, sequence fetch first ? rows only""";
    private static final String LATER_KIND = """
            select subject_kind from audit_entry where subject_kind > ?
            order by subject_kind, subject, sequence fetch first 1 rows only""";
    private static final String SAME_SEAL = """
            select seal_id, id, hash from audit_entry where seal_id = ? and id > ?
            order by seal_id, id fetch first ? rows only""";
    private static final String LATER_SEALS = """
            select seal_id, id, hash from audit_entry where seal_id > ?
            order by seal_id, id fetch first ? rows only""";
    private static final String SEALS = """
            select id, sealed_at, entries, previous_hash, hash from audit_seal where id > ?
            order by id fetch first ? rows only""";

    private final DataSource database;
    private final int page;
    private final FieldChangesConverter changes = new FieldChangesConverter();

    TrailReader(DataSource database, int page) {
        this.database = database;
        this.page = page;
    }

    /** The part of an entry covered by its seal. */
    record SealedEntry(long seal, long id, String hash) {}

    @FunctionalInterface
    private interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }

    /** The number of entries. */
    long entries() {
        return count("select count(*) from audit_entry");
    }

    /** The number of the latest seal; 0 when there is none. */
    long lastSeal() {
        return count("select coalesce(max(id), 0) from audit_seal");
    }

    /** All kinds of subjects that have entries, also those that no feature declares any more. */
    PagedRows<String> kinds() {
        return new PagedRows<>(last -> query(LATER_KIND, row -> row.getString(1), last == null ? "" : last));
    }

    /** The chains of all subjects of a kind, one after the other, each from its first entry on. */
    PagedRows<AuditEntry> chains(String kind) {
        return new PagedRows<>(last -> {
            if (last == null) {
                return query(LATER_CHAINS, this::entry, kind, "", page);
            }
            var rows = query(SAME_CHAIN, this::entry, kind, last.subject, last.sequence, page);
            if (rows.size() < page) {
                rows.addAll(query(LATER_CHAINS, this::entry, kind, last.subject, page));
            }
            return rows;
        });
    }

    /** The entries with a seal number, by seal and id. */
    PagedRows<SealedEntry> sealedEntries() {
        return new PagedRows<>(last -> {
            if (last == null) {
                return query(LATER_SEALS, TrailReader::sealedEntry, Long.MIN_VALUE, page);
            }
            var rows = query(SAME_SEAL, TrailReader::sealedEntry, last.seal, last.id, page);
            if (rows.size() < page) {
                rows.addAll(query(LATER_SEALS, TrailReader::sealedEntry, last.seal, page));
            }
            return rows;
        });
    }

    /** All seals by number. */
    PagedRows<AuditSeal> seals() {
        return new PagedRows<>(last -> query(SEALS, TrailReader::seal, last == null ? Long.MIN_VALUE : last.id, page));
    }

    private long count(String sql) {
        return query(sql, row -> row.getLong(1)).get(0);
    }

    private <R> List<R> query(String sql, RowReader<R> reader, Object... parameters) {
        var rows = new ArrayList<R>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
        return rows;
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        var entry = new AuditEntry();
        entry.kind = row.getString("subject_kind");
        entry.subject = row.getString("subject");
        entry.sequence = row.getInt("sequence");
        entry.action = row.getString("action");
        entry.at = instant(row, "at");
        entry.username = row.getString("username");
        entry.tokenId = row.getObject("token_id", Long.class);
        entry.address = row.getString("address");
        entry.effectiveOn = row.getObject("effective_on", LocalDate.class);
        entry.note = row.getString("note");
        entry.changes = changes.convertToEntityAttribute(row.getString("field_values"));
        entry.previousHash = row.getString("previous_hash");
        entry.hash = row.getString("hash");
        entry.sealId = row.getObject("seal_id", Long.class);
        return entry;
    }

    private static SealedEntry sealedEntry(ResultSet row) throws SQLException {
        return new SealedEntry(row.getLong("seal_id"), row.getLong("id"), row.getString("hash"));
    }

    private static AuditSeal seal(ResultSet row) throws SQLException {
        var seal = new AuditSeal();
        seal.id = row.getLong("id");
        seal.sealedAt = instant(row, "sealed_at");
        seal.entries = row.getLong("entries");
        seal.previousHash = row.getString("previous_hash");
        seal.hash = row.getString("hash");
        return seal;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
