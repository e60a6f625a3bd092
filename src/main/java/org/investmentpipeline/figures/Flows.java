package org.investmentpipeline.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.view.Flow;
import org.investmentpipeline.period.Comparison;
import org.investmentpipeline.period.Interval;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.rest.ConditionalResponse;
import org.jspecify.annotations.Nullable;

/** Works out flows, as series and compared. */
@ApplicationScoped
class Flows {
    private static final int MOST_INTERVALS = 400;
    private static final int MOST_ROWS = 100_000;

    private final FigureSource source;

    Flows(FigureSource source) {
        this.source = source;
    }

    /** A flow of a period, perhaps in intervals, perhaps compared. */
    record Wanted(
            Period period,
            @Nullable Interval interval,
            @Nullable Comparison comparison) {

        List<Period> intervals(LocalDate asOf) {
            return interval == null ? List.of() : period.split(interval, asOf);
        }

        /** The whole period and what it is compared with. */
        Pair whole(LocalDate asOf) {
            return new Pair(period, compared(period, period.first(), period.cut(asOf)));
        }

        /** The days of an interval within the period. */
        Pair step(Period step, LocalDate asOf) {
            var clipped = step.clippedTo(period);
            return new Pair(clipped, compared(step, clipped.first(), clipped.cut(asOf)));
        }

        /** The period as it would be cut by the last day of an interval. */
        Pair cumulative(Period step, LocalDate asOf) {
            var last = step.clippedTo(period).last();
            var since = last.equals(period.last()) ? period : Period.between(period.first(), last);
            return new Pair(since, compared(period, period.first(), since.cut(asOf)));
        }

        private @Nullable Period compared(Period of, LocalDate first, LocalDate last) {
            return comparison == null ? null : comparison.of(period, of, first, last);
        }
    }

    /** A span of days with what it is compared with. */
    record Pair(Period now, @Nullable Period before) {}

    ConditionalResponse<Flow> answer(FigureQuery asked, Wanted wanted) {
        source.check(asked, asked.flow(wanted.period));
        var intervals = wanted.intervals(asked.asOf());
        if (intervals.size() > MOST_INTERVALS) {
            throw tooMany(intervals.size() + " intervals", MOST_INTERVALS);
        }
        var more = List.of(wanted.period.name(), String.valueOf(wanted.interval), String.valueOf(wanted.comparison));
        return asked.answer("flows", more, () -> flow(asked, wanted, intervals));
    }

    private static Problem tooMany(String what, int most) {
        return Problem.invalid(
                "interval",
                "makes a series of %s, more than %d; take a longer interval, a shorter period or fewer dimensions",
                "得出 %s，超过上限 %d；请改用更长的间隔、更短的期间或更少的维度",
                what,
                most);
    }

    private Flow flow(FigureQuery asked, Wanted wanted, List<Period> intervals) {
        var whole = wanted.whole(asked.asOf());
        var pairs = new ArrayList<>(List.of(whole));
        intervals.forEach(step -> {
            pairs.add(wanted.step(step, asked.asOf()));
            pairs.add(wanted.cumulative(step, asked.asOf()));
        });
        var spans = pairs.stream().map(Pair::now).toList();
        var earlier = pairs.stream().map(Pair::before).filter(Objects::nonNull).toList();
        var now = reader(asked, spans);
        var before = reader(asked, earlier);
        var cells = new ArrayList<>(List.of(now.apply(wanted.period)));
        earlier.forEach(span -> cells.add(before.apply(span)));
        var table = asked.table(cells);
        var compared = new Compared(asked, wanted.comparison != null, now, before);
        var sides = compared.sides(whole);
        var rows = table.rows();
        if ((long) rows.size() * intervals.size() > MOST_ROWS) {
            throw tooMany((long) rows.size() * intervals.size() + " rows", MOST_ROWS);
        }
        return new Flow(
                wanted.period.name(),
                wanted.period.first(),
                wanted.period.last(),
                asked.basis(),
                Compared.days(whole.before),
                compared.rows(sides, null, rows),
                asked.breakdown().has(ProjectDimensions.SIZE) ? compared.atLeast(sides, table) : null,
                compared.total(sides, null),
                wanted.interval == null ? null : series(asked, wanted, intervals, compared, rows));
    }

    private static List<Flow.Step> series(
            FigureQuery asked, Wanted wanted, List<Period> intervals, Compared compared, List<List<String>> rows) {
        var steps = new ArrayList<Flow.Step>();
        Compared.@Nullable Sides earlier = null;
        for (var interval : intervals) {
            var step = wanted.step(interval, asked.asOf());
            var sides = compared.sides(step);
            var since = new Compared.Since(compared.sides(wanted.cumulative(interval, asked.asOf())), earlier);
            steps.add(new Flow.Step(
                    interval.name(),
                    step.now.first(),
                    step.now.last(),
                    Compared.days(step.before),
                    compared.rows(sides, since, rows),
                    compared.total(sides, since)));
            earlier = since.now();
        }
        return steps;
    }

    /** Reads all spans at once: one span by itself, several from the days of all. */
    private Function<Period, Aggregates> reader(FigureQuery asked, List<Period> spans) {
        if (spans.size() < 2) {
            var cells = spans.isEmpty() ? new Aggregates() : source.flow(asked, spans.get(0));
            return only -> cells;
        }
        var running = source.flows(asked, spans);
        var read = new HashMap<Period, Aggregates>();
        return span -> read.computeIfAbsent(span, running::over);
    }
}
