package org.investmentpipeline.figures.table;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.investmentpipeline.period.Period;

/** Counts and sums by combination of values and by day, kept as running sums: any span of days is one subtraction. */
public final class PrefixSums {
    private final Map<List<String>, NavigableMap<LocalDate, CountAndSum>> sums = new LinkedHashMap<>();

    /** Something counted on a day. */
    public record Dated(LocalDate day, List<String> values, CountAndSum cell) {}

    public PrefixSums(Collection<Dated> all) {
        for (var one : all) {
            sums.computeIfAbsent(one.values, any -> new TreeMap<>()).merge(one.day, one.cell, CountAndSum::plus);
        }
        sums.values().forEach(PrefixSums::run);
    }

    private static void run(NavigableMap<LocalDate, CountAndSum> days) {
        var sum = CountAndSum.NONE;
        for (var day : days.entrySet()) {
            sum = sum.plus(day.getValue());
            day.setValue(sum);
        }
    }

    /** The counts and sums from a first day to a last one. */
    public Aggregates over(Period span) {
        var cells = new Aggregates();
        sums.forEach((values, days) -> {
            var until = days.floorEntry(span.last());
            var before = days.lowerEntry(span.first());
            var sum = (until == null ? CountAndSum.NONE : until.getValue())
                    .minus(before == null ? CountAndSum.NONE : before.getValue());
            if (sum.count() != 0) {
                cells.add(values, sum);
            }
        });
        return cells;
    }
}
