package org.investmentpipeline.figures.columns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.investmentpipeline.figures.columns.ColumnStore.View;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.columns.data.PositionColumns.Snapshot;
import org.investmentpipeline.figures.columns.scan.GroupSums;
import org.investmentpipeline.figures.columns.scan.Grouping;
import org.investmentpipeline.figures.columns.scan.ProjectRows;
import org.investmentpipeline.figures.columns.scan.RowFilter;
import org.investmentpipeline.figures.columns.scan.RowScan;
import org.investmentpipeline.figures.columns.scan.RowTest;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Measure;
import org.investmentpipeline.figures.table.PrefixSums;
import org.investmentpipeline.period.Period;

/** One question about figures, answered by passes over the columns. */
final class ColumnQuery {
    final PositionColumns columns;
    final Snapshot snapshot;
    final FigureQuery asked;
    final RowFilter filter;
    final Grouping grouping;
    final long[] investment;
    private final long[][] summed;

    /** @throws ArithmeticException when the groups that there may be are too many for a number */
    ColumnQuery(View view, FigureQuery asked, RowFilter filter) {
        this.columns = view.columns();
        this.snapshot = view.snapshot();
        this.asked = asked;
        this.filter = filter;
        this.grouping = Grouping.by(asked.breakdown(), asked.tiers(), columns);
        this.investment = columns.measure(Measure.INVESTMENT).values();
        this.summed = asked.measures().all().stream()
                .map(measure -> columns.measure(measure).values())
                .toArray(long[][]::new);
    }

    Aggregates stock(LocalDate day) {
        var scan = asked.stock(day).present()
                ? RowScan.last(columns, snapshot, asked.knownAt())
                : RowScan.holding(columns, snapshot, asked.knownAt(), day);
        return cells(scan, filter);
    }

    Aggregates flow(Period period) {
        return cells(beginning(period.first(), period.cut(asked.asOf())), entries());
    }

    private Aggregates cells(RowScan scan, RowFilter wanted) {
        var sums = new GroupSums(grouping.size(), asked.measures());
        var keys = new long[RowScan.BATCH];
        scan.each(wanted, (rows, count) -> {
            grouping.keys(rows, count, keys);
            sums.add(keys, rows, count, summed);
        });
        var cells = new Aggregates(sums.occurring());
        sums.each((key, cell) -> cells.add(grouping.values(key), cell));
        return cells;
    }

    /** Days that no span distinguishes are summed together. */
    PrefixSums flows(List<Period> spans) {
        var starts = new TreeSet<LocalDate>();
        for (var span : spans) {
            var last = span.cut(asked.asOf());
            if (!last.isBefore(span.first())) {
                starts.addAll(List.of(span.first(), last.plusDays(1)));
            }
        }
        return starts.isEmpty()
                ? new PrefixSums(List.of())
                : flows(List.copyOf(starts), starts.last().minusDays(1));
    }

    private PrefixSums flows(List<LocalDate> starts, LocalDate last) {
        var days = starts.stream().mapToInt(RowScan::day).toArray();
        var from = columns.from.values();
        var sums = new GroupSums(Math.multiplyExact(grouping.size(), (long) days.length), asked.measures());
        var keys = new long[RowScan.BATCH];
        beginning(starts.get(0), last).each(entries(), (rows, count) -> {
            grouping.keys(rows, count, keys);
            for (var i = 0; i < count; i++) {
                var place = Arrays.binarySearch(days, from[rows[i]]);
                keys[i] = keys[i] * days.length + (place < 0 ? -place - 2 : place);
            }
            sums.add(keys, rows, count, summed);
        });
        var dated = new ArrayList<PrefixSums.Dated>();
        sums.each((key, cell) -> dated.add(
                new PrefixSums.Dated(starts.get((int) (key % days.length)), grouping.values(key / days.length), cell)));
        return new PrefixSums(dated);
    }

    /** The filter, and only entries of stages on stated days. */
    RowFilter entries() {
        var wanted = new boolean[] {false, true};
        var tests = new ArrayList<RowTest>();
        tests.add((rows, count, passed) -> columns.entry.test(rows, count, wanted, passed));
        tests.addAll(filter.tests());
        return new RowFilter(tests);
    }

    RowScan beginning(LocalDate first, LocalDate last) {
        return RowScan.beginning(columns, snapshot, asked.knownAt(), first, last);
    }

    ProjectRows projectRows() {
        return new ProjectRows(columns, snapshot, asked.knownAt());
    }
}
