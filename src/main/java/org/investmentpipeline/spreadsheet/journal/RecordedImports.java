package org.investmentpipeline.spreadsheet.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.rest.Cursor;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.security.CurrentUser;
import org.investmentpipeline.security.ZoneAccess;

/** Reads recorded imports. A user who is limited to zones sees only its own, since others may be about other zones. */
@ApplicationScoped
class RecordedImports {
    static final LocalizedText NOUN = new LocalizedText("import", "导入");

    private final EntityManager entities;
    private final ZoneAccess zones;
    private final CurrentUser user;

    RecordedImports(EntityManager entities, ZoneAccess zones, CurrentUser user) {
        this.entities = entities;
        this.zones = zones;
        this.user = user;
    }

    /** One page, the latest first. */
    ImportView.Page page(Paging paging) {
        var found = entities.createQuery(
                        "from RecordedImport i where i.recordedAt is not null and i.recordedAt < :before"
                                + " and (:all = true or i.username = :user) order by i.recordedAt desc",
                        RecordedImport.class)
                .setParameter("before", paging.cursor == null ? LedgerClock.OPEN : before(paging.cursor))
                .setParameter("all", !zones.isLimited())
                .setParameter("user", zones.isLimited() ? user.username() : "")
                .setMaxResults(paging.size() + 1)
                .getResultList();
        var page = Cursor.slice(
                found,
                paging.size(),
                recorded -> Cursor.of(recorded.recordedAt().toString()));
        return new ImportView.Page(page.items().stream().map(ImportView::of).toList(), page.next());
    }

    private static Instant before(String cursor) {
        try {
            return Instant.parse(Cursor.parse(cursor, 1).values().get(0));
        } catch (DateTimeParseException unreadable) {
            throw Cursor.refused();
        }
    }

    /** An import that wrote something and that the user sees; 404 for any other. */
    RecordedImport get(long id) {
        var recorded = entities.find(RecordedImport.class, id);
        if (recorded == null
                || recorded.recordedAt == null
                || zones.isLimited() && !user.username().equals(recorded.username)) {
            throw Problem.notFound(NOUN, id);
        }
        return recorded;
    }
}
