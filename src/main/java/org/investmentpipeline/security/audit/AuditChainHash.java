package org.investmentpipeline.security.audit;

import java.util.ArrayList;
import org.investmentpipeline.input.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The hash that links an entry of the audit trail to the previous one of its chain: SHA-256 over the previous hash and the content
 * of the entry. A change of this computation breaks every chain that exists.
 */
public final class AuditChainHash {
    private AuditChainHash() {}

    /** The hash that an entry must have. */
    public static String of(AuditEntry entry) {
        var content = new ArrayList<@Nullable Object>();
        content.add(entry.previousHash);
        content.add(entry.kind);
        content.add(entry.subject);
        content.add(entry.sequence);
        content.add(entry.action);
        content.add(entry.at);
        content.add(entry.username);
        content.add(entry.tokenId);
        content.add(entry.address);
        content.add(entry.effectiveOn);
        content.add(entry.note);
        for (var change : entry.changes) {
            content.add(change.field());
            content.add(change.before());
            content.add(change.after());
        }
        return Hash.of(content);
    }
}
