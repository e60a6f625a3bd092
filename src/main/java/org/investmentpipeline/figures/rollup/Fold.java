package org.investmentpipeline.figures.rollup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.catalogue.SizeTierEdge;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.LedgerClock;
import org.investmentpipeline.project.Dimension;
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

    /** About so many positions are summed at once, to bound the memory that the embedded database needs. */
    private static final long MOST_AT_ONCE = 1_000_000;

    private static final LocalDate NO_DAY_BEFORE = LocalDate.of(1, 1, 1);
    private static final LocalDate NO_DAY_AFTER = LocalDate.of(9999, 12, 31);

    private final EntityManager entities;
    private final LedgerClock ledgerClock;
    private final SizeTierEdge.Repository edges;

    public Fold(EntityManager entities, LedgerClock ledgerClock, SizeTierEdge.Repository edges) {
        this.entities = entities;
        this.ledgerClock = ledgerClock;
        this.edges = edges;
    }

    /** Takes up all that is committed, unless another instance is at it. */
    @Scheduled(every = "{pipeline.rollup.fold-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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
            Cube.KEPT.forEach(dimension -> build(dimension, until));
            LOG.infof("The sums of figures were built in %d ms", (System.nanoTime() - began) / 1_000_000);
        } else {
            var resized = !edges.tiers(foldedAt).equals(edges.tiers(until));
            if (!resized && !isAnythingUnfolded(until)) {
                return;
            }
            for (var dimension : Cube.KEPT) {
                if (resized && dimension == Dimension.SIZE) {
                    sql("delete from rollup where dimension = 'SIZE'").executeUpdate();
                    build(dimension, until);
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

    /** Sums all that was known, in slices of days, and in the order of the key, which is the cheapest to insert. */
    private void build(Dimension dimension, Instant until) {
        var sums = sums(Deltas.LEDGER, Deltas.SIGN_OF_LEDGER, dimension, edges.tiers(until));
        for (var slice : slices()) {
            at("insert into rollup (dimension, %s) %s order by %s".formatted(Deltas.COLUMNS, sums, Deltas.ORDER), until)
                    .setParameter("first", slice.first())
                    .setParameter("end", slice.end())
                    .executeUpdate();
        }
    }

    /** Days from a first one to before an end. */
    private record Slice(LocalDate first, LocalDate end) {}

    private List<Slice> slices() {
        var found = (Object[])
                sql("select count(*) as n, min(from_day) as first_day, max(from_day) as last_day from position")
                        .addScalar("n", StandardBasicTypes.LONG)
                        .addScalar("first_day", StandardBasicTypes.LOCAL_DATE)
                        .addScalar("last_day", StandardBasicTypes.LOCAL_DATE)
                        .getSingleResult();
        var slices = new ArrayList<Slice>();
        var many = (Long) found[0] / MOST_AT_ONCE + 1;
        var first = NO_DAY_BEFORE;
        for (var i = 1; i < many; i++) {
            var days = ChronoUnit.DAYS.between((LocalDate) found[1], (LocalDate) found[2]);
            var end = ((LocalDate) found[1]).plusDays(days * i / many).withDayOfYear(1);
            slices.add(new Slice(first, end));
            first = end;
        }
        slices.add(new Slice(first, NO_DAY_AFTER));
        return slices;
    }

    /** Adds what was written since the last fold to the sums that it touches. */
    private void take(Dimension dimension, Instant until) {
        var sums = sums(Deltas.TAIL, Deltas.SIGN_OF_TAIL, dimension, edges.tiers(until));
        var text = """
                merge into rollup r using (%s) d
                on (r.dimension = d.dimension and r.grain = d.grain and r.first_day = d.first_day
                    and r.stage = d.stage and r.status = d.status and r.member = d.member)
                when matched then update set
                    stock_count = r.stock_count + d.stock_count, stock_cny = r.stock_cny + d.stock_cny,
                    entry_count = r.entry_count + d.entry_count, entry_cny = r.entry_cny + d.entry_cny
                when not matched then insert (dimension, %s) values (d.dimension, %s)
                """.formatted(sums, Deltas.COLUMNS, "d." + Deltas.COLUMNS.replace(", ", ", d."));
        at(text, until)
                .setParameter("first", NO_DAY_BEFORE)
                .setParameter("end", NO_DAY_AFTER)
                .executeUpdate();
    }

    private static String sums(String source, String sign, Dimension dimension, SizeTiers tiers) {
        return Deltas.summed(dimension, Deltas.of(source, sign, Cube.member(dimension, tiers)));
    }

    private NativeQuery<?> at(String text, Instant moment) {
        return sql(text).setParameter("knownAt", moment, StandardBasicTypes.INSTANT);
    }

    private NativeQuery<?> sql(String text) {
        return entities.unwrap(Session.class).createNativeQuery(text);
    }
}
