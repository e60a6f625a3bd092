package org.investmentpipeline.security.audit.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.investmentpipeline.input.Hash;
import org.investmentpipeline.security.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** A seal over new entries of all chains: a hash over their hashes and the previous seal. */
@Entity
@Table(name = "audit_seal")
class AuditSeal {
    /** From 1, without a gap. */
    @Id
    @Column(name = "id")
    long id;

    @Column(name = "sealed_at")
    Instant sealedAt = Instant.EPOCH;

    /** The number of entries it covers. */
    @Column(name = "entries")
    long entries;

    @Column(name = "previous_hash")
    String previousHash = AuditEntry.NOTHING;

    @Column(name = "hash")
    String hash = "";

    static AuditSeal after(@Nullable AuditSeal before, Instant at) {
        var seal = new AuditSeal();
        seal.id = before == null ? 1 : before.id + 1;
        seal.previousHash = before == null ? AuditEntry.NOTHING : before.hash;
        seal.sealedAt = at;
        return seal;
    }

    /** The hash of this seal over the entries it covers. */
    String hashOver(Covered covered) {
        return Hash.of(List.of(previousHash, id, sealedAt, covered.count, covered.hash()));
    }

    /** Supplies the covered entries one by one, by rising id. */
    static final class Covered {
        private final MessageDigest digest = Hash.digest();
        private long count;

        void add(String entryHash) {
            digest.update(entryHash.getBytes(StandardCharsets.US_ASCII));
            count++;
        }

        long count() {
            return count;
        }

        private String hash() {
            return Hash.hex(digest.digest());
        }
    }
}
