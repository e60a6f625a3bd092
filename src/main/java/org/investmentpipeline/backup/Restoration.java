package org.investmentpipeline.backup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.investmentpipeline.backup.dump.DumpReader;
import org.investmentpipeline.backup.dump.DumpReader.Summary;
import org.investmentpipeline.backup.dump.DumpSchema;
import org.investmentpipeline.backup.dump.Numbers;
import org.investmentpipeline.backup.dump.RowInserts;
import org.investmentpipeline.http.ExclusiveMode;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.security.AccessRecheck;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.investmentpipeline.security.user.UsersReplaced;
import org.jboss.logging.Logger;

/**
 * Restores a dump into an empty database in one transaction: completely or not at all. The whole dump is
 * checked before anything is changed.
 */
@ApplicationScoped
class Restoration {
    private static final Logger LOG = Logger.getLogger(Restoration.class);
    private static final int LONGEST = (int) Duration.ofHours(6).toSeconds();

    private final EntityManager entities;
    private final EmptyDatabase empty;
    private final Numbers numbers;
    private final AccessRecheck access;
    private final AuditTrail trail;
    private final Actor.Finder actors;
    private final ExclusiveMode exclusiveMode;
    private final Event<UsersReplaced> replaced;

    Restoration(
            EntityManager entities,
            EmptyDatabase empty,
            Numbers numbers,
            AccessRecheck access,
            AuditTrail trail,
            Actor.Finder actors,
            ExclusiveMode exclusiveMode,
            Event<UsersReplaced> replaced) {
        this.entities = entities;
        this.empty = empty;
        this.numbers = numbers;
        this.access = access;
        this.trail = trail;
        this.actors = actors;
        this.exclusiveMode = exclusiveMode;
        this.replaced = replaced;
    }

    /** The summary of a restored dump. */
    @Schema(name = "Restoration", description = "A dump that was restored.")
    record Report(
            @Schema(required = true, description = "The time at which the dump was made.")
            Instant dumpedAt,

            @Schema(required = true, description = "The last moment of knowledge in it.")
            Instant knownAt,

            @Schema(required = true, description = "The number of its rows.", examples = "7288")
            long rows) {}

    Report restore(Path dump) {
        var summary = read(dump, schema(), (table, line, values) -> {});
        exclusiveMode.during(() -> {
            try {
                QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> replace(dump, summary));
                return summary;
            } finally {
                // Sequences are not transactional: after a rollback they must not return to numbers already drawn.
                QuarkusTransaction.requiringNew().run(numbers::leaveBlocks);
            }
        });
        LOG.infof("A dump of %s was restored: %d rows", summary.at(), summary.rows());
        return new Report(summary.at(), summary.knownAt(), summary.rows());
    }

    private DumpSchema schema() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class).doReturningWork(DumpSchema::of));
    }

    private void replace(Path dump, Summary summary) {
        entities.unwrap(Session.class).doWork(connection -> {
            try {
                empty.lock(connection);
                empty.check(connection);
                access.require();
                empty.clear(connection);
                load(connection, dump, summary);
                numbers.passRows(connection);
            } catch (SQLException refused) {
                LOG.warn("A dump could not be restored", refused);
                throw Problem.of(
                        ProblemType.CONFLICT,
                        "The database was in use for too long, or failed; nothing was changed. The reason is in the log.",
                        "数据库未能空闲或出错，未作任何修改，原因见日志。");
            }
        });
        replaced.fire(new UsersReplaced());
        record(summary);
    }

    private static void load(Connection connection, Path dump, Summary summary) throws SQLException {
        try (var rows = new RowInserts(connection)) {
            var loaded = read(dump, DumpSchema.of(connection), rows::add);
            rows.flush();
            if (!loaded.equals(summary)) {
                throw new IllegalStateException("the dump changed while it was restored");
            }
        }
    }

    /** The actor without a token: the one of the request no longer exists, and its number may be that of another. */
    private void record(Summary summary) {
        var actor = actors.current();
        var event = AuditEvent.of(
                DatabaseTarget.ONLY,
                "RESTORED",
                new FieldChange("dumpedAt", null, summary.at().toString()),
                new FieldChange("rows", null, Long.toString(summary.rows())),
                new FieldChange("sha256", null, summary.hash()));
        trail.record(List.of(event), new Actor(actor.username(), null, actor.address()));
    }

    private static Summary read(Path dump, DumpSchema schema, DumpReader.Rows rows) {
        try {
            return DumpReader.read(dump, schema, rows);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
