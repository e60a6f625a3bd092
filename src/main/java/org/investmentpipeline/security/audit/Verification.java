package org.investmentpipeline.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Reads the whole audit trail and tells where a chain or a seal is broken. */
@ApplicationScoped
class Verification {
    private static final int BATCH = 500;
    private static final int MOST_FAULTS = 100;

    private final StatelessSession session;
    private final Sealing.Settings settings;

    Verification(StatelessSession session, Sealing.Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** What was found. */
    @Schema(name = "AuditVerification", description = "Whether the audit trail is whole.")
    record Result(
            @Schema(required = true, description = "Whether every chain and every seal is whole.")
            boolean intact,

            @Schema(required = true, description = "How many entries were read.")
            long entries,

            @Schema(required = true, description = "How many seals were read.")
            long seals,

            @Schema(required = true, nullable = true, description = "The latest seal; null when there is none yet.")
            @Nullable
            SealView lastSeal,

            @Schema(required = true, description = "How many entries are newer than the latest seal.")
            long unsealed,

            @Schema(required = true, description = "How often what is new is sealed.", examples = "1m")
            String sealedEvery,

            @Schema(required = true, description = "What is broken; at most 100 faults.")
            List<Fault> faults) {}

    /** A seal as it is shown. */
    @Schema(name = "AuditSeal", description = "A seal over entries of the audit trail.")
    record SealView(
            @Schema(required = true) long id,
            @Schema(required = true) Instant sealedAt,

            @Schema(required = true, description = "How many entries it covers.")
            long entries,

            @Schema(required = true, description = "SHA-256 of the entries and of the seal before, in hexadecimal.")
            String hash) {}

    /** Something broken. */
    @Schema(name = "AuditFault", description = "Where the audit trail is broken.")
    record Fault(
            @Schema(required = true, examples = "PROJECT 127, entry 3")
            String where,

            @Schema(required = true, examples = "was changed after it was written")
            String what) {}

    Result verify() {
        var faults = new ArrayList<Fault>();
        var chains = new Chains(faults);
        for (var kind : Subject.Kind.values()) {
            read(kind, chains);
        }
        var seals = session.createSelectionQuery("from AuditSeal s order by s.id", AuditSeal.class)
                .getResultList();
        verify(seals, chains, faults);
        var lastSeal = seals.isEmpty() ? null : seals.get(seals.size() - 1);
        return new Result(
                faults.isEmpty(),
                chains.entries,
                seals.size(),
                lastSeal == null ? null : new SealView(lastSeal.id, lastSeal.sealedAt, lastSeal.entries, lastSeal.hash),
                chains.unsealed,
                settings.sealEvery(),
                List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_FAULTS))));
    }

    private void read(Subject.Kind kind, Chains chains) {
        var subject = "";
        var sequence = 0;
        List<AuditEntry> page;
        do {
            page = session.createSelectionQuery(
                            "from AuditEntry e where e.kind = :kind and (e.subject, e.sequence) > (:subject, :sequence)"
                                    + " order by e.subject, e.sequence",
                            AuditEntry.class)
                    .setParameter("kind", kind)
                    .setParameter("subject", subject)
                    .setParameter("sequence", sequence)
                    .setMaxResults(BATCH)
                    .getResultList();
            for (var entry : page) {
                chains.next(entry);
                subject = entry.subject;
                sequence = entry.sequence;
            }
        } while (page.size() == BATCH);
    }

    /** The chains, read subject by subject. */
    private static final class Chains {
        private final List<Fault> faults;
        private @Nullable AuditEntry before;
        private long entries;
        private long unsealed;
        private long highestSeal;

        Chains(List<Fault> faults) {
            this.faults = faults;
        }

        void next(AuditEntry entry) {
            var head = before != null && before.subject().equals(entry.subject()) ? before : null;
            var expected = head == null ? 1 : head.sequence + 1;
            var link = head == null ? AuditEntry.NOTHING : head.hash;
            var where = "%s %s, entry %d".formatted(entry.kind, entry.subject, entry.sequence);
            if (entry.sequence != expected) {
                faults.add(new Fault(where, "entries before it are missing, from " + expected + " on"));
            } else if (!entry.previousHash.equals(link)) {
                faults.add(new Fault(where, "does not follow the entry before it"));
            }
            if (!entry.hash.equals(entry.expectedHash())) {
                faults.add(new Fault(where, "was changed after it was written"));
            }
            entries++;
            unsealed += entry.sealId == null ? 1 : 0;
            highestSeal = Math.max(highestSeal, entry.sealId == null ? 0 : entry.sealId);
            before = entry;
        }
    }

    private void verify(List<AuditSeal> seals, Chains chains, List<Fault> faults) {
        @Nullable AuditSeal before = null;
        for (var seal : seals) {
            var where = "seal " + seal.id;
            var expected = AuditSeal.after(before, seal.sealedAt);
            if (seal.id != expected.id || !seal.previousHash.equals(expected.previousHash)) {
                faults.add(new Fault(where, "does not follow the seal before it"));
            }
            if (!seal.hash.equals(seal.hashOver(Sealing.covered(session, seal.id)))) {
                faults.add(new Fault(where, "does not cover the entries that carry its number"));
            }
            before = seal;
        }
        if (chains.highestSeal > (before == null ? 0 : before.id)) {
            faults.add(new Fault("seal " + chains.highestSeal, "is missing"));
        }
    }
}
