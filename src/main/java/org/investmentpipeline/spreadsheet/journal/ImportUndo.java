package org.investmentpipeline.spreadsheet.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.idempotency.LockWaits;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.list.StatedMemberships;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.project.undo.ProjectUndo;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTrail;

/** Undoes a recorded import: from a new moment of the ledger's clock on, its projects are as they were before it. */
@ApplicationScoped
class ImportUndo {
    private static final LocalizedText AWAITED = new LocalizedText("the undo of the same import", "同一导入的撤销");
    private static final int MOST = 1000;

    private final RecordedImports imports;
    private final ImportAdditions additions;
    private final ProjectUndo projects;
    private final StatedMemberships memberships;
    private final LedgerClock ledgerClock;
    private final LockWaits waits;
    private final AuditTrail trail;
    private final Actor.Finder actors;
    private final EntityManager entities;

    ImportUndo(
            RecordedImports imports,
            ImportAdditions additions,
            ProjectUndo projects,
            StatedMemberships memberships,
            LedgerClock ledgerClock,
            LockWaits waits,
            AuditTrail trail,
            Actor.Finder actors,
            EntityManager entities) {
        this.imports = imports;
        this.additions = additions;
        this.projects = projects;
        this.memberships = memberships;
        this.ledgerClock = ledgerClock;
        this.waits = waits;
        this.trail = trail;
        this.actors = actors;
        this.entities = entities;
    }

    /** Undoes an import that the user sees, once. */
    ImportUndone undo(long id, String reason, boolean skipsBuiltUpon) {
        imports.get(id);
        waits.lock(AWAITED, "select id from import_record where id = :id", Map.of("id", id));
        entities.clear();
        var recorded = imports.get(id);
        if (recorded.undoneAt != null) {
            throw Problem.of(
                    ProblemType.IMPORT_UNDONE,
                    "The import %d was undone at %s.",
                    "导入 %d 已于 %s 撤销。",
                    id,
                    recorded.undoneAt);
        }
        var outcome = projects.undo(recorded.recordedAt(), reason, skipsBuiltUpon, changes -> {
            memberships.check(changes);
            memberships.record(changes);
        });
        var moment = mark(id, reason);
        return new ImportUndone(
                id,
                moment,
                outcome.restored(),
                outcome.deleted(),
                outcome.builtUpon().size(),
                outcome.builtUpon().stream().limit(MOST).toList(),
                additions.of(id, MOST));
    }

    private Instant mark(long id, String reason) {
        var moment = ledgerClock.describe();
        var undone = Objects.requireNonNull(entities.find(RecordedImport.class, id), "a locked row");
        undone.undoneAt = moment;
        undone.undoneBy = actors.current().username();
        undone.undoReason = reason;
        entities.flush();
        trail.record(AuditEvent.of(ImportJournal.target(id), "UNDONE", reason));
        return moment;
    }
}
