package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.investmentpipeline.figures.Replay.Known;
import org.investmentpipeline.figures.Replay.Sum;
import org.jspecify.annotations.Nullable;

/** A bridge worked out by hand, boundary by boundary of each life; and the answer held against it. */
final class Boundaries {
    private final Asking asking;
    private final Ground ground;
    private final List<String> by;
    private final Map<List<String>, Spans> rows = new HashMap<>();
    private final Spans total = new Spans();

    Boundaries(Asking asking, Replay replay, Ground ground) {
        this.asking = asking;
        this.ground = ground;
        this.by = withStage(asking.by());
        var eve = Span.earlier(asking.period().first().minusDays(1), asking.asOf());
        for (var life : replay.lives(asking.knownAt())) {
            @Nullable Known before = null;
            for (var position : life) {
                if (holds(position, eve)) {
                    spans(position).forEach(spans -> spans.opening = spans.opening.plus(sum(position)));
                }
                if (holds(position, asking.end())) {
                    spans(position).forEach(spans -> spans.closing = spans.closing.plus(sum(position)));
                }
                pass(before, position);
                before = position;
            }
        }
    }

    /** One row, or all. */
    private static final class Spans {
        private Sum opening = Sum.NONE;
        private Sum closing = Sum.NONE;
        private Sum revalued = Sum.NONE;
        private final Map<String, Sum> entered = new TreeMap<>();
        private final Map<String, Sum> left = new TreeMap<>();

        boolean isEmpty() {
            return entered.isEmpty()
                    && left.isEmpty()
                    && List.of(opening, closing, revalued).stream().allMatch(Sum.NONE::equals);
        }
    }

    private static List<String> withStage(List<String> by) {
        var all = new ArrayList<>(by);
        if (!by.contains("stage")) {
            all.add(0, "stage");
        }
        return all;
    }

    /** From one position to the next of a life, or into its first. */
    private void pass(@Nullable Known before, Known after) {
        if (after.from().isBefore(asking.period().first()) || after.from().isAfter(asking.end())) {
            return;
        }
        var was = before != null && isInside(before);
        var is = isInside(after);
        var cause = cause(before, after);
        if (before != null && was && is && values(before).equals(values(after))) {
            if (before.cny().compareTo(after.cny()) != 0) {
                var change = new Sum(1, after.cny().subtract(before.cny()));
                spans(after).forEach(spans -> spans.revalued = spans.revalued.plus(change));
            }
            return;
        }
        if (before != null && was) {
            spans(before).forEach(spans -> spans.left.merge(cause, sum(before), Sum::plus));
        }
        if (is) {
            spans(after).forEach(spans -> spans.entered.merge(cause, sum(after), Sum::plus));
        }
    }

    private static String cause(@Nullable Known before, Known after) {
        if (before == null) {
            return after.entry() ? "registered" : "takenOver";
        }
        if (!before.value("stage").equals(after.value("stage"))) {
            return after.entry() ? "moved" : "takenOver";
        }
        if (before.value("status").equals(after.value("status"))) {
            return "reclassified";
        }
        return switch (after.value("status")) {
            case "SUSPENDED" -> "suspended";
            case "WITHDRAWN" -> "withdrawn";
            default -> "resumed";
        };
    }

    /** Of active projects, unless the status is asked for or shown. */
    private boolean isInside(Known position) {
        var open = !asking.filter().containsKey("status") && !asking.by().contains("status");
        return asking.counts(position, ground)
                && (!open || position.value("status").equals("ACTIVE"));
    }

    private boolean holds(Known position, LocalDate day) {
        return !position.from().isAfter(day) && day.isBefore(position.to()) && isInside(position);
    }

    private List<Spans> spans(Known position) {
        return List.of(total, rows.computeIfAbsent(values(position), any -> new Spans()));
    }

    private List<String> values(Known position) {
        return by.stream().map(position::value).toList();
    }

    private static Sum sum(Known position) {
        return new Sum(1, position.cny());
    }

    void assertAnswered(JsonNode bridge) {
        var answered = Entries.rows(bridge.get("rows"), by);
        rows.values().removeIf(Spans::isEmpty);
        answered.forEach((values, row) -> assertSpans(row, rows.getOrDefault(values, new Spans())));
        rows.keySet().forEach(values -> assertEquals(true, answered.containsKey(values), values::toString));
        assertSpans(bridge.get("total"), total);
    }

    private static void assertSpans(JsonNode row, Spans spans) {
        assertEquals(spans.opening, Sum.of(row.get("opening")), row::toString);
        assertEquals(spans.closing, Sum.of(row.get("closing")), row::toString);
        assertEquals(spans.entered, causes(row.at("/causes/entered")), row::toString);
        assertEquals(spans.left, causes(row.at("/causes/left")), row::toString);
        assertEquals(spans.revalued.count(), row.at("/revalued/changes").asLong(), row::toString);
        var entered = Sum.of(row.get("entered"));
        var left = Sum.of(row.get("left"));
        var revalued = Sum.of(row.get("revalued"));
        assertEquals(spans.revalued.investment(), revalued.investment(), row::toString);
        assertEquals(all(spans.entered), entered, row::toString);
        assertEquals(all(spans.left), left, row::toString);
        assertEquals(
                Sum.of(row.get("closing")),
                Sum.of(row.get("opening")).plus(entered).minus(left).plus(revalued),
                () -> "does not close: " + row);
    }

    private static Map<String, Sum> causes(JsonNode items) {
        var causes = new TreeMap<String, Sum>();
        items.forEach(item -> causes.put(item.get("cause").asText(), Sum.of(item)));
        assertEquals(items.size(), causes.size(), items::toString);
        return causes;
    }

    private static Sum all(Map<String, Sum> causes) {
        return causes.values().stream().reduce(Sum.NONE, Sum::plus);
    }

    /** What entered by being moved or registered, of one row of a bridge or of all. */
    static Sum entries(JsonNode spans) {
        var causes = causes(spans.at("/causes/entered"));
        return causes.getOrDefault("moved", Sum.NONE).plus(causes.getOrDefault("registered", Sum.NONE));
    }
}
