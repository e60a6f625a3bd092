package org.investmentpipeline.security.audit.verification;

import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.security.audit.AuditChainHash;
import org.investmentpipeline.security.audit.AuditEntry;
import org.investmentpipeline.security.audit.verification.Verification.Fault;
import org.investmentpipeline.security.audit.verification.Verification.Progress;
import org.jspecify.annotations.Nullable;

/** One reading of the whole audit trail: first the chains of all subjects, then the seals over their entries. Each entry is hashed once. */
final class TrailCheck {
    private static final int MOST_FAULTS = 100;

    private final TrailReader reader;
    private final Progress progress;
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable AuditEntry entryBefore;
    private @Nullable AuditSeal sealBefore;
    private boolean intact = true;
    private long unsealed;
    private long highestSeal;

    TrailCheck(TrailReader reader, Progress progress) {
        this.reader = reader;
        this.progress = progress;
    }

    Verification.Result run(String sealedEvery) {
        reader.kinds().forEachRemaining(kind -> reader.chains(kind).forEachRemaining(this::check));
        checkSeals();
        return new Verification.Result(
                intact,
                progress.entriesRead(),
                progress.sealsRead(),
                sealBefore == null ? null : Verification.SealView.of(sealBefore),
                unsealed,
                sealedEvery,
                List.copyOf(faults));
    }

    private void check(AuditEntry entry) {
        var head = entryBefore != null && isOfOneChain(entryBefore, entry) ? entryBefore : null;
        var expected = head == null ? 1 : head.sequence + 1;
        var link = head == null ? AuditEntry.NOTHING : head.hash;
        if (entry.sequence != expected) {
            add(entry, "entries before it are missing, from " + expected + " on");
        } else if (!entry.previousHash.equals(link)) {
            add(entry, "does not link to the previous entry");
        }
        if (!entry.hash.equals(AuditChainHash.of(entry))) {
            add(entry, "was changed after it was written");
        }
        unsealed += entry.sealId == null ? 1 : 0;
        highestSeal = Math.max(highestSeal, entry.sealId == null ? 0 : entry.sealId);
        entryBefore = entry;
        progress.entryRead();
    }

    /** By the stored texts, since a kind may have been tampered with, too. */
    private static boolean isOfOneChain(AuditEntry one, AuditEntry other) {
        return one.kind.equals(other.kind) && one.subject.equals(other.subject);
    }

    /** Seals created meanwhile are left to the next verification. */
    private void checkSeals() {
        var last = reader.lastSeal();
        var entries = reader.sealedEntries();
        var seals = reader.seals();
        for (var seal = seals.peek(); seal != null && seal.id <= last; seal = seals.peek()) {
            check(seals.next(), entries);
        }
        if (highestSeal > (sealBefore == null ? 0 : sealBefore.id)) {
            add("seal " + highestSeal, "is missing");
        }
    }

    private void check(AuditSeal seal, PagedRows<TrailReader.SealedEntry> entries) {
        var where = "seal " + seal.id;
        var expected = AuditSeal.after(sealBefore, seal.sealedAt);
        if (seal.id != expected.id || !seal.previousHash.equals(expected.previousHash)) {
            add(where, "does not link to the previous seal");
        }
        if (!seal.hash.equals(seal.hashOver(covered(seal.id, entries)))) {
            add(where, "does not match the entries with its number");
        }
        sealBefore = seal;
        progress.sealRead();
    }

    /** Entries of a missing seal are skipped; the gap in the numbers of seals is reported. */
    private static AuditSeal.Covered covered(long seal, PagedRows<TrailReader.SealedEntry> entries) {
        var covered = new AuditSeal.Covered();
        for (var entry = entries.peek(); entry != null && entry.seal() <= seal; entry = entries.peek()) {
            if (entry.seal() == seal) {
                covered.add(entry.hash());
            }
            entries.next();
        }
        return covered;
    }

    private void add(AuditEntry entry, String what) {
        add("%s %s, entry %d".formatted(entry.kind, entry.subject, entry.sequence), what);
    }

    private void add(String where, String what) {
        intact = false;
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(where, what));
        }
    }
}
