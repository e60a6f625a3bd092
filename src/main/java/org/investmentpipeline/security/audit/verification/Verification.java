package org.investmentpipeline.security.audit.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the whole audit trail, one verification at a time in this instance. It reads pages without a long transaction, so that its
 * costs are one thread and, now and then, one connection.
 */
@ApplicationScoped
class Verification {
    private static final int PAGE = 500;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final DataSource database;
    private final Sealing.Settings settings;
    private final Clock clock;
    private final AtomicReference<@Nullable Progress> running = new AtomicReference<>();
    private volatile @Nullable Finished latest;

    Verification(DataSource database, Sealing.Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** The findings. */
    @Schema(name = "AuditVerification", description = "The result of a verification of the audit trail.")
    record Result(
            @Schema(required = true, description = "Whether all chains and seals are intact.")
            boolean intact,

            @Schema(required = true, description = "The number of entries read.")
            long entries,

            @Schema(required = true, description = "The number of seals read.")
            long seals,

            @Schema(required = true, nullable = true, description = "The latest seal; null when there is none yet.")
            @Nullable
            SealView lastSeal,

            @Schema(required = true, description = "The number of entries since the latest seal.")
            long unsealed,

            @Schema(required = true, description = "The interval at which new entries are sealed.", examples = "1m")
            String sealedEvery,

            @Schema(required = true, description = "The faults found; at most 100.")
            List<Fault> faults) {}

    /** A seal in a response. */
    @Schema(name = "AuditSeal", description = "A seal over entries of the audit trail.")
    record SealView(
            @Schema(required = true) long id,
            @Schema(required = true) Instant sealedAt,

            @Schema(required = true, description = "The number of entries it covers.")
            long entries,

            @Schema(required = true, description = "SHA-256 over the entries and the previous seal, in hexadecimal.")
            String hash) {
        static SealView of(AuditSeal seal) {
            return new SealView(seal.id, seal.sealedAt, seal.entries, seal.hash);
        }
    }

    /** A fault of the audit trail. */
    @Schema(name = "AuditFault", description = "A fault found in the audit trail.")
    record Fault(
            @Schema(required = true, examples = "PROJECT 127, entry 3")
            String where,

            @Schema(required = true, examples = "was changed after it was written")
            String what) {}

    /** The progress of a verification, written by its thread and read by others. */
    static final class Progress {
        private final Instant startedAt;
        private final AtomicLong entries = new AtomicLong();
        private final AtomicLong entriesRead = new AtomicLong();
        private final AtomicLong sealsRead = new AtomicLong();

        Progress(Instant startedAt) {
            this.startedAt = startedAt;
        }

        void entryRead() {
            entriesRead.incrementAndGet();
        }

        void sealRead() {
            sealsRead.incrementAndGet();
        }

        long entriesRead() {
            return entriesRead.get();
        }

        long sealsRead() {
            return sealsRead.get();
        }
    }

    /** A finished verification. */
    private record Finished(Progress progress, Instant at, Result result) {}

    /** The state of the running verification, or else of the latest finished one. */
    @Schema(
            name = "AuditVerificationState",
            description =
                    "The running verification of the audit trail, or else the latest finished one, of the instance that"
                            + " answers.")
    record State(
            @Schema(required = true, description = "Whether a verification is running.")
            boolean running,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The time of its start; null when there was none yet.")
            @Nullable
            Instant startedAt,

            @Schema(required = true, description = "The number of entries of the trail at its start.")
            long entries,

            @Schema(required = true, description = "The number of entries read so far.", examples = "800")
            long entriesRead,

            @Schema(
                    required = true,
                    description = "The number of seals read so far, after all entries.",
                    examples = "0")
            long sealsRead,

            @Schema(required = true, nullable = true, description = "The time of its end; null while it is running.")
            @Nullable
            Instant finishedAt,

            @Schema(required = true, nullable = true, description = "The findings; null while it is running.") @Nullable
            Result result) {}

    /** Reads the whole trail; refused (409) while another verification is running. */
    Result verify() {
        var progress = new Progress(clock.instant());
        var other = running.compareAndExchange(null, progress);
        if (other != null) {
            throw isRunning(other);
        }
        try {
            var reader = new TrailReader(database, PAGE);
            progress.entries.set(reader.entries());
            var result = new TrailCheck(reader, progress).run(settings.sealEvery());
            latest = new Finished(progress, clock.instant(), result);
            return result;
        } finally {
            running.set(null);
        }
    }

    State state() {
        var now = running.get();
        var last = latest;
        if (now != null) {
            return state(now, null);
        }
        return last == null ? new State(false, null, 0, 0, 0, null, null) : state(last.progress, last);
    }

    private static State state(Progress progress, @Nullable Finished finished) {
        return new State(
                finished == null,
                progress.startedAt,
                progress.entries.get(),
                progress.entriesRead(),
                progress.sealsRead(),
                finished == null ? null : finished.at,
                finished == null ? null : finished.result);
    }

    private static Problem isRunning(Progress other) {
        return Problem.of(
                        ProblemType.ALREADY_RUNNING,
                        "A verification has been running since %s: %d of %d entries are read. GET /api/v1/audit/verification has its"
                                + " progress and, later, its findings.",
                        "核验自 %s 起正在进行：已读 %d / %d 条。进度及结果见 GET /api/v1/audit/verification。",
                        other.startedAt,
                        other.entriesRead(),
                        other.entries.get())
                .with(Map.of(
                        "startedAt",
                        other.startedAt,
                        "entries",
                        other.entries.get(),
                        "entriesRead",
                        other.entriesRead()))
                .retryAfter(RETRY);
    }
}
