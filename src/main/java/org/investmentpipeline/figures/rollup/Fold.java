package org.investmentpipeline.figures.rollup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.catalogue.SizeTierEdge;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.outage.BackgroundJob;
import org.investmentpipeline.project.query.Dimension;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Folds what was written into the sums, in the background and by one instance at a time; writers and readers never wait for
 * it. The first time, and after the sums were found wrong, it builds them from the ledger.
 */
@ApplicationScoped
public class Fold {
    private static final Logger LOG = Logger.getLogger(Fold.class);
    private static final int LONGEST = (int) Duration.ofHours(2).toSeconds();

    private static final int BATCH = 1_000;

    private final EntityManager entities;
    private final LedgerClock ledgerClock;
    private final SizeTierEdge.Repository edges;
    private final LedgerSums ledger;

    public Fold(EntityManager entities, LedgerClock ledgerClock, SizeTierEdge.Repository edges, LedgerSums ledger) {
        this.entities = entities;
        this.ledgerClock = ledgerClock;
        this.ledger = ledger;
        this.edges = edges;
    }

    /** Takes up all that is committed, unless another instance is at it. */
    @BackgroundJob
    @Scheduled(
            identity = "fold",
            every = "{pipeline.rollup.fold-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void fold() {
        QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> {
            var states = sql("select folded_at from rollup_state where id = 1 for update skip locked")
                    .addScalar("folded_at", StandardBasicTypes.INSTANT)
                    .getResultList();
            if (!states.isEmpty()) {
                fold((Instant) states.get(0), ledgerClock.known(null));
            }
        });
    }

    /** Has the sums built anew at the next fold; until then scans answer. */
    void forget() {
        sql("update rollup_state set folded_at = null where id = 1").executeUpdate();
    }

    private void fold(@Nullable Instant foldedAt, Instant until) {
        if (foldedAt == null) {
            var began = System.nanoTime();
            sql("delete from rollup").executeUpdate();
            build(Cube.KEPT, until);
            LOG.infof("The sums of figures were built in %d ms", (System.nanoTime() - began) / 1_000_000);
        } else {
            var resized = !edges.tiers(foldedAt).equals(edges.tiers(until));
            if (!resized && !isAnythingUnfolded(until)) {
                return;
            }
            for (var dimension : Cube.KEPT) {
                if (resized && dimension == Dimension.SIZE) {
                    sql("delete from rollup where dimension = 'SIZE'").executeUpdate();
                    build(List.of(dimension), until);
                } else {
                    take(dimension, until);
                }
            }
        }
        at("delete from position_delta where recorded_at <= :knownAt", until).executeUpdate();
        at("update rollup_state set folded_at = :knownAt where id = 1", until).executeUpdate();
    }

    private boolean isAnythingUnfolded(Instant until) {
        return !at("select 1 from position_delta where recorded_at <= :knownAt", until)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Writes the sums of all that was known, in the order of the key, which is the cheapest to insert. */
    private void build(List<Dimension> dimensions, Instant until) {
        ledger.each(
                dimensions,
                until,
                (slice, sums) -> entities.unwrap(Session.class).doWork(connection -> insert(connection, sums)));
    }

    private static void insert(Connection connection, Sums sums) throws SQLException {
        var text = "insert into rollup (dimension, %s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(Deltas.COLUMNS);
        try (var statement = connection.prepareStatement(text)) {
            var waiting = 0;
            for (var row : sums.rows()) {
                bind(statement, row);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Sums.Row row) throws SQLException {
        statement.setString(1, row.key().dimension().name());
        statement.setString(2, row.key().grain().name());
        statement.setObject(3, row.key().firstDay());
        statement.setString(4, row.key().stage());
        statement.setString(5, row.key().status());
        statement.setString(6, row.key().member());
        statement.setLong(7, row.sum().stock().count());
        statement.setBigDecimal(8, row.sum().stock().investment());
        statement.setLong(9, row.sum().entries().count());
        statement.setBigDecimal(10, row.sum().entries().investment());
    }

    /** Adds what was written since the last fold to the sums that it touches. */
    private void take(Dimension dimension, Instant until) {
        var members = Cube.member(dimension, edges.tiers(until)) + " as member";
        var sums = Deltas.summed(dimension, Deltas.of(Deltas.TAIL, Deltas.SIGN_OF_TAIL, members));
        var text = """
                merge into rollup r using (%s) d
                on (r.dimension = d.dimension and r.grain = d.grain and r.first_day = d.first_day
                    and r.stage = d.stage and r.status = d.status and r.member = d.member)
                when matched then update set
                    stock_count = r.stock_count + d.stock_count, stock_cny = r.stock_cny + d.stock_cny,
                    entry_count = r.entry_count + d.entry_count, entry_cny = r.entry_cny + d.entry_cny
                when not matched then insert (dimension, %s) values (d.dimension, %s)
                """.formatted(sums, Deltas.COLUMNS, "d." + Deltas.COLUMNS.replace(", ", ", d."));
        at(text, until).executeUpdate();
    }

    private NativeQuery<?> at(String text, Instant moment) {
        return sql(text).setParameter("knownAt", moment, StandardBasicTypes.INSTANT);
    }

    private NativeQuery<?> sql(String text) {
        return entities.unwrap(Session.class).createNativeQuery(text);
    }
}
