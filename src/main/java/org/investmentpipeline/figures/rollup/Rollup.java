package org.investmentpipeline.figures.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.catalogue.SizeTierEdge;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.PrefixSums;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.Dimension;
import org.investmentpipeline.project.query.ProjectFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers figures from the sums that are kept of the ledger, together with what was written since they were folded. It
 * answers only what it can answer exactly, and leaves the rest to a scan.
 */
@ApplicationScoped
public class Rollup {
    /** Beyond so many unfolded changes a scan is no slower. */
    private static final int LONGEST_TAIL = 20_000;

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final EntityManager entities;
    private final SizeTierEdge.Repository edges;

    public Rollup(EntityManager entities, SizeTierEdge.Repository edges) {
        this.entities = entities;
        this.edges = edges;
    }

    /** What is asked of the sums. */
    public record Wanted(ProjectFilter filter, Breakdown breakdown, SizeTiers tiers, Instant knownAt) {}

    /** The stock on a day. */
    public Optional<Aggregates> stock(Wanted wanted, LocalDate day) {
        return Cube.fitting(wanted.filter, wanted.breakdown)
                .flatMap(cube -> read(wanted, cube, Grain.ranges(BEGINNING, day.plusDays(1)), Measure.STOCK, false))
                .map(Rollup::together);
    }

    /** The entries in a period. */
    public Optional<Aggregates> flow(Wanted wanted, Period period) {
        return Cube.fitting(wanted.filter, wanted.breakdown)
                .flatMap(cube -> read(
                        wanted, cube, Grain.ranges(period.first(), period.last().plusDays(1)), Measure.ENTRIES, false))
                .map(Rollup::together);
    }

    /** The entries of several spans, so that the sum of each is exact. */
    public Optional<PrefixSums> flows(Wanted wanted, List<Period> spans) {
        var cuts = new TreeSet<LocalDate>();
        spans.forEach(span -> cuts.addAll(List.of(span.first(), span.last().plusDays(1))));
        var ranges = new ArrayList<Grain.Range>();
        @Nullable LocalDate first = null;
        for (var end : cuts) {
            ranges.addAll(first == null ? List.of() : Grain.ranges(first, end));
            first = end;
        }
        return Cube.fitting(wanted.filter, wanted.breakdown)
                .flatMap(cube -> read(wanted, cube, joined(ranges), Measure.ENTRIES, true))
                .map(PrefixSums::new);
    }

    /** Ranges of one grain that meet are one. */
    private static List<Grain.Range> joined(List<Grain.Range> ranges) {
        var joined = new ArrayList<Grain.Range>();
        for (var range : ranges) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.grain() == range.grain() && last.end().equals(range.first())) {
                joined.set(joined.size() - 1, new Grain.Range(range.grain(), last.first(), range.end()));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    private static Aggregates together(List<PrefixSums.Dated> dated) {
        var sums = new Aggregates();
        dated.forEach(each -> sums.add(each.values(), each.cell()));
        var cells = new Aggregates();
        for (var values : sums.occurring()) {
            if (sums.of(values).count() != 0) {
                cells.add(values, sums.of(values));
            }
        }
        return cells;
    }

    /** What is summed. */
    private enum Measure {
        STOCK("stock"),
        ENTRIES("entry");

        private final String columns;

        Measure(String columns) {
            this.columns = columns;
        }
    }

    private Optional<List<PrefixSums.Dated>> read(
            Wanted wanted, Cube cube, List<Grain.Range> ranges, Measure measure, boolean dated) {
        if (!isWorthwhile(wanted)) {
            return Optional.empty();
        }
        var query = entities.unwrap(Session.class)
                .createNativeQuery(sql(wanted, cube, ranges, measure, dated), Object[].class)
                .addScalar("folded_at", StandardBasicTypes.INSTANT)
                .addScalar("first_day", StandardBasicTypes.LOCAL_DATE)
                .addScalar("stage", StandardBasicTypes.STRING)
                .addScalar("status", StandardBasicTypes.STRING)
                .addScalar("member", StandardBasicTypes.STRING)
                .addScalar("number", StandardBasicTypes.LONG)
                .addScalar("cny", StandardBasicTypes.BIG_DECIMAL);
        query.setParameter("knownAt", wanted.knownAt, StandardBasicTypes.INSTANT)
                .setParameter("dimension", cube.dimension().name());
        bind(query, ranges);
        var rows = query.getResultList();
        var foldedAt = (Instant) rows.get(0)[0];
        return isFolded(foldedAt, wanted) && (cube.dimension() != Dimension.SIZE || sizesAreOf(foldedAt, wanted))
                ? Optional.of(dated(rows, cube, wanted.tiers))
                : Optional.empty();
    }

    private static void bind(NativeQuery<?> query, List<Grain.Range> ranges) {
        for (var i = 0; i < ranges.size(); i++) {
            query.setParameter("first" + i, ranges.get(i).first())
                    .setParameter("end" + i, ranges.get(i).end());
        }
    }

    private static List<PrefixSums.Dated> dated(List<Object[]> rows, Cube cube, SizeTiers tiers) {
        var dated = new ArrayList<PrefixSums.Dated>();
        for (var row : rows) {
            if (row[1] == null) {
                continue;
            }
            var stage = (String) row[2];
            var status = (String) row[3];
            var member = cube.read((String) row[4], tiers);
            if (cube.holds(stage, status, member)) {
                var cell = new CountAndSum((Long) row[5], (BigDecimal) row[6]);
                dated.add(new PrefixSums.Dated((LocalDate) row[1], cube.values(stage, status, member), cell));
            }
        }
        return dated;
    }

    /** Whether sums exist that are not of later knowledge, and not too much was written since. */
    private boolean isWorthwhile(Wanted wanted) {
        var row = (Object[]) entities.unwrap(Session.class)
                .createNativeQuery("""
                        select s.folded_at as folded_at,
                            (select count(*) from (select 1 as one from position_delta limit %d) t) as tail
                        from rollup_state s where s.id = 1
                        """.formatted(LONGEST_TAIL), Object[].class)
                .addScalar("folded_at", StandardBasicTypes.INSTANT)
                .addScalar("tail", StandardBasicTypes.LONG)
                .getSingleResult();
        return isFolded((Instant) row[0], wanted) && (Long) row[1] < LONGEST_TAIL;
    }

    private static boolean isFolded(@Nullable Instant foldedAt, Wanted wanted) {
        return foldedAt != null && !foldedAt.isAfter(wanted.knownAt);
    }

    /** Sizes are kept by the tiers known when they were folded. */
    private boolean sizesAreOf(@Nullable Instant foldedAt, Wanted wanted) {
        return foldedAt != null && edges.tiers(foldedAt).equals(wanted.tiers);
    }

    /**
     * One statement, and so one moment of the database: a fold that commits beside it is seen wholly or not at all. The state
     * gives a row even when there is nothing to sum.
     */
    private static String sql(Wanted wanted, Cube cube, List<Grain.Range> ranges, Measure measure, boolean dated) {
        var columns =
                "first_day, stage, status, member, %1$s_count as number, %1$s_cny as cny".formatted(measure.columns);
        var kept = IntStream.range(0, ranges.size())
                .mapToObj(i ->
                        "select %s from rollup where dimension = :dimension and grain = '%s' and first_day >= :first%d and first_day < :end%d"
                                .formatted(columns, ranges.get(i).grain(), i, i))
                .collect(Collectors.joining("\nunion all "));
        var within = IntStream.range(0, ranges.size())
                .mapToObj(i -> "t.first_day >= :first%d and t.first_day < :end%d".formatted(i, i))
                .collect(Collectors.joining(" or "));
        return """
                select s.folded_at as folded_at, %5$s as first_day, r.stage as stage, r.status as status,
                    r.member as member, sum(r.number) as number, sum(r.cny) as cny
                from rollup_state s left join (
                    %1$s
                    union all select %2$s from (%3$s) t where %4$s
                ) r on 1 = 1
                where s.id = 1
                group by s.folded_at, r.stage, r.status, r.member%6$s
                """.formatted(
                kept,
                columns,
                Deltas.of(Deltas.TAIL, Deltas.SIGN_OF_TAIL, Cube.member(cube.dimension(), wanted.tiers) + " as member"),
                within,
                dated ? "r.first_day" : "min(r.first_day)",
                dated ? ", r.first_day" : "");
    }
}
