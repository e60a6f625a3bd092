package org.investmentpipeline.figures.columns;

import static org.investmentpipeline.figures.columns.data.Rows.OPEN;
import static org.investmentpipeline.figures.columns.data.Rows.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.investmentpipeline.figures.columns.ColumnStore.View;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.columns.data.PositionRow;
import org.investmentpipeline.figures.columns.data.Rows;
import org.investmentpipeline.figures.columns.scan.FilterCompiler;
import org.investmentpipeline.figures.columns.scan.RowScan;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.query.Dimension;
import org.investmentpipeline.query.Filter;
import org.investmentpipeline.query.FilterReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stocks and flows of random rows, by stage, size and sector, as anyone counts them row by row. */
class ColumnQueryTest {
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final int DAYS = 700;
    private static final List<@Nullable String> SECTORS = Arrays.asList("steel", "food", "unknown", null);
    private static final SizeTiers TIERS = SizeTiers.of(List.of(
            new SizeTiers.Edge("small", BigDecimal.ZERO),
            new SizeTiers.Edge("middle", new BigDecimal("0.05")),
            new SizeTiers.Edge("large", BigDecimal.ONE)));

    private final List<PositionRow> rows = new ArrayList<>();

    /** Values that positions have are in no need of a catalogue. */
    private static final class WithoutCatalogue extends FilterReader {
        @SuppressWarnings("NullAway")
        WithoutCatalogue() {
            super(null);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void figuresAreWhatTheRowsSay(long seed) {
        var random = new Random(seed);
        for (var project = 0; project < 3_000; project++) {
            add(project, random);
        }
        if (seed % 2 == 0) {
            rows.sort(Comparator.comparingInt(PositionRow::from));
        }
        var columns = Rows.columns(1_000, rows);
        for (var i = 0; i < 100; i++) {
            assertAnswered(columns, random);
        }
    }

    private void add(int project, Random random) {
        var from = FIRST.plusDays(random.nextInt(DAYS));
        var to =
                random.nextBoolean() ? null : from.plusDays(random.nextInt(100)).toString();
        var recordedAt = random.nextInt(900);
        rows.add(Rows.row(
                project / 2,
                from.toString(),
                to,
                Stage.values()[random.nextInt(4)],
                SECTORS.get(random.nextInt(4)),
                random.nextInt(210) - 10,
                recordedAt,
                random.nextBoolean() ? OPEN : recordedAt + 1 + random.nextInt(50)));
    }

    private void assertAnswered(PositionColumns columns, Random random) {
        var values = new HashMap<Dimension, List<String>>();
        if (random.nextBoolean()) {
            values.put(ProjectDimensions.SECTOR.linkedBy(), List.of("steel", "unknown"));
        }
        if (random.nextBoolean()) {
            values.put(ProjectDimensions.SIZE, List.of("middle", random.nextBoolean() ? "large" : "unknown"));
        }
        if (random.nextInt(3) == 0) {
            values.put(ProjectDimensions.MIN_INVESTMENT, List.of("0.331"));
        }
        if (random.nextInt(3) == 0) {
            values.put(ProjectDimensions.MAX_INVESTMENT, List.of("1.499"));
        }
        var filter = ProjectDimensions.ALL.filter(values);
        // Bridges have a fourth dimension.
        var by = new Breakdown(List.of(
                        List.<Dimension>of(),
                        List.of(ProjectDimensions.STAGE),
                        List.of(ProjectDimensions.SIZE, ProjectDimensions.SECTOR),
                        List.of(ProjectDimensions.SECTOR, ProjectDimensions.STAGE, ProjectDimensions.SIZE),
                        List.of(
                                ProjectDimensions.STAGE,
                                ProjectDimensions.ZONE,
                                ProjectDimensions.SECTOR,
                                ProjectDimensions.SIZE))
                .get(random.nextInt(5)));
        var day = FIRST.plusDays(random.nextInt(DAYS));
        var known = at(random.nextBoolean() ? 1_000 : random.nextInt(1_000));
        var asked = new FigureQuery(filter, by, day, known, FIRST.plusDays(DAYS), TIERS);
        var present = new FigureQuery(filter, by, day, known, FIRST, TIERS);
        var compiled = new FilterCompiler(new WithoutCatalogue(), columns).compile(filter, TIERS);
        var query = new ColumnQuery(new View(columns, columns.snapshot()), asked, compiled);
        var last = new ColumnQuery(new View(columns, columns.snapshot()), present, compiled);
        var period = Period.between(day.minusDays(random.nextInt(200)), day.plusDays(random.nextInt(10)));

        assertEquals(naive(asked, null), query.stock(day), asked::toString);
        assertEquals(counted(present, row -> row.to() == Rows.OPEN_DAY), last.stock(day), asked::toString);
        assertEquals(naive(asked, period), query.flow(period), asked::toString);
        assertEquals(
                naive(asked, period),
                query.flows(List.of(period, Period.between(FIRST, day))).over(period));
    }

    private Aggregates naive(FigureQuery asked, @Nullable Period period) {
        var day = RowScan.day(asked.asOf());
        return counted(
                asked,
                row -> period == null
                        ? row.from() <= day && row.to() > day
                        : row.from() >= RowScan.day(period.first())
                                && row.from() <= RowScan.day(period.cut(asked.asOf())));
    }

    private Aggregates counted(FigureQuery asked, Predicate<PositionRow> isInTime) {
        var cells = new Aggregates();
        for (var row : rows) {
            var known = row.recordedAt() <= asked.knownAt().toEpochMilli()
                    && row.supersededAt() > asked.knownAt().toEpochMilli();
            if (known && isInTime.test(row) && counts(asked.filter(), row)) {
                var of = asked.breakdown().dimensions().stream()
                        .map(dimension -> value(dimension, row))
                        .toList();
                cells.add(of, new CountAndSum(1, BigDecimal.valueOf(row.measures()[0], 2)));
            }
        }
        return cells;
    }

    private static boolean counts(Filter filter, PositionRow row) {
        return filter.values().entrySet().stream().allMatch(asked -> switch (asked.getKey()
                .kind()) {
            case LEAST -> row.present() != 0 && cny(row).compareTo(bound(asked)) >= 0;
            case MOST -> row.present() != 0 && cny(row).compareTo(bound(asked)) <= 0;
            case WORD, FLAG, CODE, TREE, SET, TIER, NAME, ID, COMPLETE, TEXT -> wanted(asked, row);
        });
    }

    private static BigDecimal cny(PositionRow row) {
        return BigDecimal.valueOf(row.measures()[0], 2);
    }

    private static BigDecimal bound(Map.Entry<Dimension, List<String>> asked) {
        return new BigDecimal(asked.getValue().get(0));
    }

    /** The sector that is called as if there was none is not meant by the word. */
    private static boolean wanted(Map.Entry<Dimension, List<String>> asked, PositionRow row) {
        var value = value(asked.getKey(), row);
        var isCalledUnknown = asked.getKey() == ProjectDimensions.SECTOR.linkedBy()
                && row.coded()[PositionColumns.ATTRIBUTES.indexOf(ProjectDimensions.SECTOR.attribute())] != null
                && value.equals("unknown");
        return asked.getValue().contains(value) && !isCalledUnknown;
    }

    private static String value(Dimension dimension, PositionRow row) {
        if (dimension == ProjectDimensions.SIZE) {
            return row.present() == 0
                    ? "unknown"
                    : TIERS.of(BigDecimal.valueOf(row.measures()[0], 2)).code();
        }
        var value = row.coded()[PositionColumns.ATTRIBUTES.indexOf(dimension.attribute())];
        return value == null ? "unknown" : value.toString();
    }
}
