package org.investmentpipeline.security.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The latest entry of a chain, which the next one links to. */
record ChainHead(int sequence, String hash) {
    /**
     * One index look-up per subject, independent of the length of its chain and of the number of subjects. H2 needs all columns of the
     * index in the order by clause to read it backwards, and would read all chains of the kind for {@code subject in (…)}.
     */
    private static final String HEADS = """
            select head.subject, e.sequence, e.hash from (
                select s.subject, (
                    select o.sequence from audit_entry o where o.subject_kind = ? and o.subject = s.subject
                    order by o.subject_kind desc, o.subject desc, o.sequence desc fetch first 1 rows only) as latest
                from unnest(cast(? as varchar array)) as s (subject)) head
            join audit_entry e on e.subject_kind = ? and e.subject = head.subject and e.sequence = head.latest""";

    /** The heads of the subjects of one kind that have any entry. */
    static Map<AuditTarget, ChainHead> of(Connection connection, AuditTargetKind kind, Collection<String> subjects)
            throws SQLException {
        var heads = new HashMap<AuditTarget, ChainHead>();
        var array = connection.createArrayOf("varchar", subjects.toArray());
        try (var statement = connection.prepareStatement(HEADS)) {
            statement.setString(1, kind.name());
            statement.setArray(2, array);
            statement.setString(3, kind.name());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    heads.put(
                            new AuditTarget(kind, rows.getString("subject")),
                            new ChainHead(rows.getInt("sequence"), rows.getString("hash")));
                }
            }
        } finally {
            array.free();
        }
        return heads;
    }
}
