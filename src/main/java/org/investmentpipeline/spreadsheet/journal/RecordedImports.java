package org.investmentpipeline.spreadsheet.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.rest.Cursor;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.security.CurrentUser;
import org.investmentpipeline.security.ZoneAccess;

/**
 * Reads imports that wrote something. A user who is limited to zones sees its own, and those of others in its zones alone.
 */
@ApplicationScoped
class RecordedImports {
    private static final LocalizedText NOUN = new LocalizedText("import", "导入");

    /** All positions that an import wrote or ended, or that its projects have now, are in some zones, and there are some. */
    private static final String WITHIN_ZONES = """
            exists (select c.id from ProjectChange c where c.recordedAt = i.recordedAt)
            and not exists (select p.id from ProjectChange c join RecordedPosition p on p.projectId = c.projectId
                and (p.recordedAt = i.recordedAt or p.supersededAt = i.recordedAt or p.supersededAt = :open)
                where c.recordedAt = i.recordedAt and (p.state.zone is null or p.state.zone not in :zones))""";

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
        var before = paging.cursor == null ? LedgerClock.OPEN : before(paging.cursor);
        var found = visible("i.recordedAt < :before order by i.recordedAt desc")
                .setParameter("before", before)
                .setMaxResults(paging.size() + 1)
                .getResultList();
        var page = Cursor.slice(
                found,
                paging.size(),
                recorded -> Cursor.of(recorded.recordedAt().toString()));
        return new ImportView.Page(page.items().stream().map(ImportView::of).toList(), page.next());
    }

    /** An import that wrote something and that the user sees; 404 for any other. */
    RecordedImport get(long id) {
        return visible("i.id = :id")
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound(NOUN, id));
    }

    private TypedQuery<RecordedImport> visible(String condition) {
        var select = "from RecordedImport i where i.recordedAt is not null and ";
        var limit = zones.limit();
        if (limit.isEmpty()) {
            return entities.createQuery(select + condition, RecordedImport.class);
        }
        var within = limit.get().isEmpty() ? "" : " or " + WITHIN_ZONES;
        var query = entities.createQuery(
                        select + "(i.username = :user" + within + ") and " + condition, RecordedImport.class)
                .setParameter("user", user.username());
        return within.isEmpty()
                ? query
                : query.setParameter("zones", limit.get()).setParameter("open", LedgerClock.OPEN);
    }

    private static Instant before(String cursor) {
        try {
            return Instant.parse(Cursor.parse(cursor, 1).values().get(0));
        } catch (DateTimeParseException unreadable) {
            throw Cursor.refused();
        }
    }
}
