package org.investmentpipeline.figures.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.catalogue.SizeTierEdge;
import org.investmentpipeline.figures.rollup.Sums.Sum;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.project.query.Dimension;

/**
 * The sums of the whole ledger. It is read once for all dimensions, page by page in the order of its rows: asked to sum it
 * itself, the embedded database goes over it many times and keeps what it finds on the disk.
 */
@ApplicationScoped
class LedgerSums {
    /** About so many positions are summed at once: their days, not the ledger, bound the memory that is needed. */
    private static final long MOST_AT_ONCE = 1_000_000;

    private static final int PAGE = 20_000;
    private static final LocalDate NO_DAY_BEFORE = LocalDate.of(1, 1, 1);
    private static final LocalDate NO_DAY_AFTER = LocalDate.of(9999, 12, 31);

    private final EntityManager entities;
    private final SizeTierEdge.Repository edges;

    LedgerSums(EntityManager entities, SizeTierEdge.Repository edges) {
        this.entities = entities;
        this.edges = edges;
    }

    /** Whole years, from a first day to before an end. */
    record Slice(LocalDate first, LocalDate end) {}

    /** Hands over the sums of all that was known at a moment, a slice of years at a time. */
    void each(List<Dimension> dimensions, Instant knownAt, BiConsumer<Slice, Sums> taker) {
        var extent = extent();
        for (var slice : slices(extent)) {
            taker.accept(slice, sums(dimensions, knownAt, slice, extent));
        }
    }

    private Sums sums(List<Dimension> dimensions, Instant knownAt, Slice slice, Extent extent) {
        var tiers = edges.tiers(knownAt);
        var members = dimensions.stream()
                .map(dimension -> Cube.member(dimension, tiers) + " as " + column(dimension))
                .collect(Collectors.joining(", "));
        var deltas = Deltas.of(Deltas.LEDGER + " and p.id > :after and p.id <= :upTo", Deltas.SIGN_OF_LEDGER, members);
        var query = sql("select t.* from (%s) t where t.first_day >= :first and t.first_day < :end".formatted(deltas))
                .addScalar("first_day", StandardBasicTypes.LOCAL_DATE)
                .addScalar("stage", StandardBasicTypes.STRING)
                .addScalar("status", StandardBasicTypes.STRING)
                .addScalar("stock_count", StandardBasicTypes.LONG)
                .addScalar("stock_cny", StandardBasicTypes.BIG_DECIMAL)
                .addScalar("entry_count", StandardBasicTypes.LONG)
                .addScalar("entry_cny", StandardBasicTypes.BIG_DECIMAL);
        dimensions.forEach(dimension -> query.addScalar(column(dimension), StandardBasicTypes.STRING));
        query.setParameter("knownAt", knownAt, StandardBasicTypes.INSTANT)
                .setParameter("first", slice.first)
                .setParameter("end", slice.end);
        var sums = new Sums();
        for (var after = extent.lowest - 1; after < extent.highest; after += PAGE) {
            query.setParameter("after", after).setParameter("upTo", after + PAGE);
            query.getResultList().forEach(row -> add(sums, dimensions, row));
        }
        return sums;
    }

    private static String column(Dimension dimension) {
        return dimension.json() + "_member";
    }

    private static void add(Sums sums, List<Dimension> dimensions, Object[] row) {
        var delta =
                new Sum(new CountAndSum((Long) row[3], (BigDecimal) row[4]), new CountAndSum((Long) row[5], (BigDecimal)
                        row[6]));
        for (var i = 0; i < dimensions.size(); i++) {
            sums.add(
                    dimensions.get(i),
                    (LocalDate) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[7 + i],
                    delta);
        }
    }

    /** How far the ledger reaches: its rows, and the days they begin on. */
    private record Extent(long positions, long lowest, long highest, LocalDate first, LocalDate last) {}

    private Extent extent() {
        var row = sql("""
                        select count(*) as positions, coalesce(min(id), 0) as lowest, coalesce(max(id), 0) as highest,
                            coalesce(min(from_day), date '2000-01-01') as first_day,
                            coalesce(max(from_day), date '2000-01-01') as last_day
                        from position
                        """)
                .addScalar("positions", StandardBasicTypes.LONG)
                .addScalar("lowest", StandardBasicTypes.LONG)
                .addScalar("highest", StandardBasicTypes.LONG)
                .addScalar("first_day", StandardBasicTypes.LOCAL_DATE)
                .addScalar("last_day", StandardBasicTypes.LOCAL_DATE)
                .getSingleResult();
        return new Extent((Long) row[0], (Long) row[1], (Long) row[2], (LocalDate) row[3], (LocalDate) row[4]);
    }

    private static List<Slice> slices(Extent extent) {
        var slices = new ArrayList<Slice>();
        var many = extent.positions / MOST_AT_ONCE + 1;
        var days = ChronoUnit.DAYS.between(extent.first, extent.last);
        var first = NO_DAY_BEFORE;
        for (var i = 1; i < many; i++) {
            var end = extent.first.plusDays(days * i / many).withDayOfYear(1);
            slices.add(new Slice(first, end));
            first = end;
        }
        slices.add(new Slice(first, NO_DAY_AFTER));
        return slices;
    }

    private NativeQuery<Object[]> sql(String text) {
        return entities.unwrap(Session.class).createNativeQuery(text, Object[].class);
    }
}
