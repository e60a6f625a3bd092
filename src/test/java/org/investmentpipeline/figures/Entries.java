package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Hundredths.assertPercent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.investmentpipeline.figures.Replay.Known;
import org.investmentpipeline.figures.Replay.Sum;
import org.jspecify.annotations.Nullable;

/** The entries that a flow is of, counted by hand; and the answer held against them. */
final class Entries {
    private final Asking asking;
    private final List<Known> entries;
    private final Map<List<LocalDate>, Map<List<String>, Sum>> counted = new HashMap<>();

    Entries(Asking asking, Replay replay, Ground ground) {
        this.asking = asking;
        this.entries = replay.lives(asking.knownAt()).stream()
                .flatMap(List::stream)
                .filter(Known::entry)
                .filter(entry -> !entry.from().isAfter(asking.asOf()))
                .filter(entry -> asking.counts(entry, ground))
                .toList();
    }

    /** A span of days and what it is compared with. */
    private record Pair(
            LocalDate first, LocalDate last, @Nullable Span before) {}

    void assertAnswered(JsonNode flow) {
        var period = asking.period();
        var whole = pair(period, period.first(), asking.end());
        assertEquals(period.name(), flow.get("period").asText());
        assertEquals(period.first().toString(), flow.get("from").asText());
        assertEquals(period.last().toString(), flow.get("to").asText());
        assertCounted(flow, whole);
        assertEquals(asking.by().contains("size"), flow.has("atLeast"));
        flow.path("atLeast").forEach(row -> assertAtLeast(row, whole));
        assertEquals(asking.interval() != null, flow.has("series"));
        if (asking.interval() != null) {
            assertSeries(flow, period.split(asking.interval(), asking.asOf()));
        }
    }

    private void assertSeries(JsonNode flow, List<Span> intervals) {
        var series = flow.get("series");
        assertEquals(intervals.size(), series.size());
        var sum = Sum.NONE;
        @Nullable Pair earlier = null;
        for (var i = 0; i < intervals.size(); i++) {
            var interval = intervals.get(i);
            var step = series.get(i);
            var days = interval.within(asking.period());
            assertEquals(interval.name(), step.get("interval").asText());
            assertEquals(days.first().toString(), step.get("from").asText());
            assertEquals(days.last().toString(), step.get("to").asText());
            assertEquals(rows(flow.get("rows")).keySet(), rows(step.get("rows")).keySet());
            assertCounted(step, pair(interval, days.first(), Span.earlier(days.last(), asking.asOf())));
            var until = Span.earlier(days.last(), asking.asOf());
            var since = pair(asking.period(), asking.period().first(), until);
            assertCumulative(step, since, earlier);
            earlier = since;
            sum = sum.plus(Sum.of(step.get("total")));
        }
        assertEquals(Sum.of(flow.get("total")), sum);
        if (earlier != null) {
            assertEquals(sum, Sum.of(series.get(series.size() - 1).at("/total/cumulative")));
        }
    }

    private Pair pair(Span of, LocalDate first, LocalDate last) {
        var comparison = asking.compare();
        return new Pair(first, last, comparison == null ? null : of.compared(comparison, first, last));
    }

    /** The rows and the total of the whole, or of a step, with what they are compared with. */
    private void assertCounted(JsonNode counted, Pair pair) {
        var before = pair.before;
        var now = over(pair.first, pair.last);
        var was = before == null ? Map.<List<String>, Sum>of() : over(before.first(), before.last());
        assertEquals(
                before == null ? "" : before.name(),
                counted.at("/comparedWith/period").asText());
        var rows = rows(counted.get("rows"));
        assertTrue(asking.by().isEmpty() || rows.keySet().containsAll(now.keySet()), counted::toString);
        assertTrue(asking.by().isEmpty() || rows.keySet().containsAll(was.keySet()), counted::toString);
        rows.forEach((values, row) -> assertCell(row, pair, of(now, values), of(was, values)));
        assertCell(counted.get("total"), pair, total(now), total(was));
    }

    /** A row of a size and of all larger ones. */
    private void assertAtLeast(JsonNode row, Pair pair) {
        var before = pair.before;
        var now = atLeast(row, over(pair.first, pair.last));
        var was = before == null ? Sum.NONE : atLeast(row, over(before.first(), before.last()));
        assertCell(row, pair, now, was);
    }

    private Sum atLeast(JsonNode row, Map<List<String>, Sum> sums) {
        var by = asking.by();
        var place = by.indexOf("size");
        var sizes = Replay.sizesFrom(row.get("size").asText());
        return sums.entrySet().stream()
                .filter(sum -> sizes.contains(sum.getKey().get(place)))
                .filter(sum -> IntStream.range(0, by.size())
                        .filter(i -> i != place)
                        .allMatch(i ->
                                sum.getKey().get(i).equals(row.get(by.get(i)).asText())))
                .map(Map.Entry::getValue)
                .reduce(Sum.NONE, Sum::plus);
    }

    private void assertCell(JsonNode cell, Pair pair, Sum now, Sum was) {
        assertEquals(now, Sum.of(cell), cell::toString);
        assertEquals(pair.before != null, cell.has("previous"), cell::toString);
        assertEquals(asking.compare() != null, cell.has("change"), cell::toString);
        if (pair.before != null) {
            assertEquals(was, Sum.of(cell.get("previous")), cell::toString);
        }
        if (asking.compare() != null) {
            assertPercent(cell.get("change"), Hundredths.growth(now, pair.before == null ? Sum.NONE : was));
        }
    }

    private void assertCumulative(JsonNode step, Pair since, @Nullable Pair earlier) {
        rows(step.get("rows")).forEach((values, row) -> assertCumulative(row, values, since, earlier));
        assertCumulative(step.get("total"), null, since, earlier);
    }

    /** Of a row, or of all without values. */
    private void assertCumulative(JsonNode cell, @Nullable List<String> values, Pair since, @Nullable Pair earlier) {
        var cumulative = cell.get("cumulative");
        var now = reading(values, over(since.first, since.last));
        var was = before(values, since);
        assertCell(cumulative, since, now, was);
        assertEquals(asking.compare() != null, cumulative.has("points"));
        if (asking.compare() != null) {
            var otherNow = earlier == null ? Sum.NONE : reading(values, over(earlier.first, earlier.last));
            var otherWas = earlier == null ? Sum.NONE : before(values, earlier);
            assertPercent(cumulative.get("points"), Hundredths.points(now, was, otherNow, otherWas));
        }
    }

    private Sum before(@Nullable List<String> values, Pair pair) {
        var before = pair.before;
        return before == null ? Sum.NONE : reading(values, over(before.first(), before.last()));
    }

    private static Sum reading(@Nullable List<String> values, Map<List<String>, Sum> sums) {
        return values == null ? total(sums) : of(sums, values);
    }

    private static Sum of(Map<List<String>, Sum> sums, List<String> values) {
        return sums.getOrDefault(values, Sum.NONE);
    }

    private static Sum total(Map<List<String>, Sum> sums) {
        return sums.values().stream().reduce(Sum.NONE, Sum::plus);
    }

    /** The entries from a first day to a last one, by row. */
    private Map<List<String>, Sum> over(LocalDate first, LocalDate last) {
        return counted.computeIfAbsent(List.of(first, last), any -> count(first, last));
    }

    private Map<List<String>, Sum> count(LocalDate first, LocalDate last) {
        var sums = new HashMap<List<String>, Sum>();
        entries.stream()
                .filter(entry -> !entry.from().isBefore(first) && !entry.from().isAfter(last))
                .forEach(entry -> sums.merge(
                        asking.by().stream().map(entry::value).toList(), new Sum(1, entry.cny()), Sum::plus));
        return sums;
    }

    private Map<List<String>, JsonNode> rows(JsonNode rows) {
        return rows(rows, asking.by());
    }

    /** Rows by their values, none of which stands twice. */
    static Map<List<String>, JsonNode> rows(JsonNode rows, List<String> by) {
        var found = new HashMap<List<String>, JsonNode>();
        rows.forEach(row ->
                found.put(by.stream().map(name -> row.get(name).asText()).toList(), row));
        assertEquals(found.size(), rows.size(), rows::toString);
        return found;
    }
}
