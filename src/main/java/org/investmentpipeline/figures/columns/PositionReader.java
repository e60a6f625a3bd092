package org.investmentpipeline.figures.columns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.columns.data.PositionRow;
import org.investmentpipeline.figures.columns.scan.RowScan;
import org.investmentpipeline.figures.table.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Reads positions for the columns. Records up to a committed moment of the ledger's clock are complete for every later
 * reader, so neither the whole ledger nor what has changed needs a snapshot of the database.
 */
@ApplicationScoped
class PositionReader {
    private static final Instant NEVER = Instant.parse("1970-01-01T00:00:00Z");
    private static final List<String> FACTS =
            List.of("projectId", "from", "to", "ordinal", "entry", "recordedAt", "supersededAt");

    /** The attributes of a position, in the order in which they are read. */
    private static final String COLUMNS = Stream.of(
                    FACTS.stream(),
                    PositionColumns.ATTRIBUTES.stream(),
                    Arrays.stream(Measure.values())
                            .flatMap(measure -> Stream.of(measure.attribute(), measure.presence())))
            .flatMap(attributes -> attributes)
            .map(attribute -> "p." + attribute)
            .collect(Collectors.joining(", "));

    private static final String PAGE =
            "select %s from RecordedPosition p where p.id > :after and p.id <= :upTo and p.recordedAt <= :until"
                    .formatted(COLUMNS);

    /**
     * One row at least: it says whether the change of the mark is still there. After the mark, every write of a position has a change
     * of its project with the same moment.
     */
    private static final String CHANGED = """
            select m.moment, ch.moment, %s
            from LedgerMoment k
            left join (select c.recordedAt as moment from ProjectChange c where c.recordedAt = :mark
                order by c.recordedAt limit 1) m on 1 = 1
            left join (select c.projectId as project, max(c.recordedAt) as moment from ProjectChange c
                where c.recordedAt > :mark and c.recordedAt <= :until group by c.projectId) ch on 1 = 1
            left join RecordedPosition p on p.projectId = ch.project
                and (p.recordedAt > :mark and p.recordedAt <= :until or p.supersededAt > :mark and p.supersededAt <= :until)
            where k.id = 1
            """.formatted(COLUMNS);

    private final EntityManager entities;

    PositionReader(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * How far the ledger reaches.
     *
     * @param mark the moment of the latest change of a project; null when there is none
     */
    record Extent(
            long rows, long lowest, long highest, @Nullable Instant mark) {}

    /**
     * The changes after a mark.
     *
     * @param isMarkThere whether the change of the mark is still in the database; if not, this is another ledger
     * @param mark the moment of the latest change
     */
    record Changes(boolean isMarkThere, @Nullable Instant mark, List<PositionRow> rows) {}

    Extent extent(Instant until) {
        var row = query("select count(*), coalesce(min(p.id), 0), coalesce(max(p.id), 0) from RecordedPosition p")
                .getSingleResult();
        var mark = entities.createQuery(
                        "select max(c.recordedAt) from ProjectChange c where c.recordedAt <= :until", Instant.class)
                .setParameter("until", until)
                .getSingleResult();
        return new Extent((Long) row[0], (Long) row[1], (Long) row[2], mark);
    }

    /** The rows of some ids that were known until a moment. */
    void page(long after, long upTo, Instant until, Consumer<PositionRow> taker) {
        query(PAGE)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setParameter("until", until)
                .getResultList()
                .forEach(row -> taker.accept(row(row, 0)));
    }

    Changes changed(@Nullable Instant mark, Instant until) {
        var found = query(CHANGED)
                .setParameter("mark", mark == null ? NEVER : mark)
                .setParameter("until", until)
                .getResultList();
        var latest = found.stream()
                .map(row -> (Instant) row[1])
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(mark);
        var rows = found.stream()
                .filter(row -> row[2] != null)
                .map(row -> row(row, 2))
                .toList();
        return new Changes(mark == null || found.get(0)[0] != null, latest, rows);
    }

    private SelectionQuery<Object[]> query(String hql) {
        return entities.unwrap(Session.class).createSelectionQuery(hql, Object[].class);
    }

    private static PositionRow row(@Nullable Object[] row, int first) {
        var coded = first + FACTS.size();
        var measured = coded + PositionColumns.ATTRIBUTES.size();
        var measures = new long[Measure.values().length];
        var present = 0;
        for (var measure : Measure.values()) {
            var at = measured + 2 * measure.place();
            var value = (Number) Objects.requireNonNullElse(row[at], BigDecimal.ZERO);
            measures[measure.place()] = measure.units(value);
            present |= row[at + 1] == null ? 0 : measure.bit();
        }
        return new PositionRow(
                (Long) Objects.requireNonNull(row[first]),
                RowScan.day((LocalDate) Objects.requireNonNull(row[first + 1])),
                RowScan.day((LocalDate) Objects.requireNonNull(row[first + 2])),
                (Integer) Objects.requireNonNull(row[first + 3]),
                Boolean.TRUE.equals(row[first + 4]),
                ((Instant) Objects.requireNonNull(row[first + 5])).toEpochMilli(),
                ((Instant) Objects.requireNonNull(row[first + 6])).toEpochMilli(),
                Arrays.copyOfRange(row, coded, measured),
                measures,
                present);
    }
}
