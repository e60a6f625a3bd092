package org.investmentpipeline.spreadsheet.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTargetKind;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.investmentpipeline.spreadsheet.importing.ImportAddition;
import org.investmentpipeline.spreadsheet.importing.ImportRecords;
import org.investmentpipeline.spreadsheet.importing.ImportReport;
import org.investmentpipeline.spreadsheet.importing.ImportRequest;
import org.jspecify.annotations.Nullable;

/** Records each import that wrote something, with the moment of the ledger's clock under which it wrote. */
@ApplicationScoped
class ImportJournal implements ImportRecords {
    @Produces
    @Singleton
    static final AuditTargetKind IMPORT = new AuditTargetKind("IMPORT");

    private final EntityManager entities;
    private final StatelessSession session;
    private final LedgerClock ledgerClock;
    private final AuditTrail trail;
    private final Actor.Finder actors;
    private final Clock clock;

    ImportJournal(
            EntityManager entities,
            StatelessSession session,
            LedgerClock ledgerClock,
            AuditTrail trail,
            Actor.Finder actors,
            Clock clock) {
        this.entities = entities;
        this.session = session;
        this.ledgerClock = ledgerClock;
        this.trail = trail;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public long record(ImportRequest request, String hash, ImportReport report, List<ImportAddition> additions) {
        var recorded = persisted(request, hash, report, ledgerClock.describe());
        keep(recorded.id(), additions);
        trail.record(AuditEvent.of(
                target(recorded.id()),
                "IMPORTED",
                new FieldChange("fileHash", null, hash),
                new FieldChange("created", null, Integer.toString(report.created())),
                new FieldChange("changed", null, Integer.toString(report.changed()))));
        return recorded.id();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public long refused(ImportRequest request, String hash, ImportReport report) {
        return persisted(request, hash, report, null).id();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetRefused(Instant until) {
        entities.createQuery("delete from RecordedImport i where i.recordedAt is null and i.importedAt <= :until")
                .setParameter("until", until)
                .executeUpdate();
    }

    private RecordedImport persisted(
            ImportRequest request, String hash, ImportReport report, @Nullable Instant moment) {
        var recorded = new RecordedImport();
        recorded.username = actors.current().username();
        recorded.importedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        recorded.recordedAt = moment;
        recorded.asOf = request.options().asOf();
        recorded.fileName = request.fileName();
        recorded.fileHash = hash;
        recorded.read = report.read();
        recorded.created = report.created();
        recorded.changed = report.changed();
        recorded.unchanged = report.unchanged();
        recorded.refused = report.refused();
        entities.persist(recorded);
        entities.flush();
        return recorded;
    }

    static AuditTarget target(long id) {
        return new AuditTarget(IMPORT, Long.toString(id));
    }

    private void keep(long id, List<ImportAddition> additions) {
        var rows = new ArrayList<RecordedAddition>();
        for (var addition : additions) {
            rows.add(new RecordedAddition(id, rows.size(), addition));
        }
        LedgerWriter.batches(rows).forEach(session::insertMultiple);
    }
}
