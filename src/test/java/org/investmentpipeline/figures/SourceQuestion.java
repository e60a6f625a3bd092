package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Ground.oneOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.LeadDays;
import org.investmentpipeline.figures.table.Measures;
import org.investmentpipeline.figures.table.Percent;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.Interval;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.query.Dimension;

/** Something that a source of figures is asked, but for the moment of knowledge; any filter, any dimensions, any figure. */
record SourceQuestion(
        Figure figure,
        Map<String, List<String>> filter,
        String by,
        LocalDate asOf,
        Period period,
        List<Period> spans,
        Measures measures) {

    /** The figures, each asked and put into words that can be compared. */
    enum Figure {
        STOCK(true) {
            @Override
            Object of(FigureSource source, FigureQuery asked, SourceQuestion question) {
                return comparable(source.stock(asked.ofActive(), question.asOf));
            }
        },
        FLOW(true) {
            @Override
            Object of(FigureSource source, FigureQuery asked, SourceQuestion question) {
                return comparable(source.flow(asked, question.period));
            }
        },
        SERIES(true) {
            @Override
            Object of(FigureSource source, FigureQuery asked, SourceQuestion question) {
                var running = source.flows(asked, question.spans);
                return question.spans.stream()
                        .map(span -> comparable(running.over(span)))
                        .toList();
            }
        },
        BRIDGE {
            @Override
            Object of(FigureSource source, FigureQuery asked, SourceQuestion question) {
                var staged = asked.by(Bridges.withStage(asked.breakdown())).ofActive();
                var movements = source.movements(staged, question.period);
                return List.of(
                        comparable(movements.entered()),
                        comparable(movements.left()),
                        comparable(movements.revalued()));
            }
        },
        CONVERSION {
            @Override
            Object of(FigureSource source, FigureQuery asked, SourceQuestion question) {
                var cohort = source.cohort(asked.ofStage(Stage.SIGNED), question.period);
                return List.of(
                        comparable(cohort.signed()),
                        comparable(cohort.started()),
                        comparable(cohort.completed()),
                        comparable(cohort.withdrawn()));
            }
        },
        LEAD_TIMES {
            @Override
            Object of(FigureSource source, FigureQuery asked, SourceQuestion question) {
                var days = source.leadDays(asked.ofStage(Stage.GROUNDBREAKING), Stage.SIGNED, question.period);
                var rows = new TreeMap<String, String>();
                days.occurring().occurring().forEach(row -> rows.put(row.toString(), comparable(days.of(row))));
                return rows + " " + comparable(days.total());
            }
        };

        /** Whether it sums any measures, and not only investments. */
        private final boolean sums;

        Figure() {
            this(false);
        }

        Figure(boolean sums) {
            this.sums = sums;
        }

        abstract Object of(FigureSource source, FigureQuery asked, SourceQuestion question);

        private static String comparable(LeadDays.Sample sample) {
            var days = sample.days();
            return "%d %s %s %d".formatted(days.count(), days.median(), days.percentile(90), sample.excluded());
        }

        private static <K> Map<K, Object> comparable(Map<K, Aggregates> cells) {
            var comparable = new LinkedHashMap<K, Object>();
            cells.forEach((key, each) -> comparable.put(key, comparable(each)));
            return comparable;
        }

        private static Map<String, String> comparable(Aggregates cells) {
            var rows = new TreeMap<String, String>();
            cells.occurring().forEach(row -> rows.put(row.toString(), comparable(cells.of(row))));
            return rows;
        }

        private static String comparable(CountAndSum cell) {
            return Stream.concat(Stream.of(cell.sum()), cell.further().stream())
                    .map(sum -> sum.stripTrailingZeros().toPlainString())
                    .collect(Collectors.joining(" ", cell.count() + " ", ""));
        }
    }

    static SourceQuestion random(Ground ground, Random random) {
        var figure = oneOf(random, List.of(Figure.values()));
        var filter =
                random.nextInt(10) == 0 ? new LinkedHashMap<String, List<String>>() : Question.filter(ground, random);
        if (figure == Figure.CONVERSION || figure == Figure.LEAD_TIMES) {
            filter.remove("stage");
        }
        switch (random.nextInt(12)) {
            case 10 ->
                filter.put(
                        "list",
                        random.nextInt(3) > 0
                                ? List.of(oneOf(random, ground.lists()))
                                : List.of(oneOf(random, ground.lists()), "unknown"));
            case 11 -> filter.put("contacts", List.of(random.nextBoolean() ? "true" : "false"));
            case 0 -> filter.put("leader", List.of("王小明", "unknown"));
            case 1 -> filter.put("ownDepartment", List.of(ground.department()));
            case 2 -> filter.put("department", List.of(ground.below(), "unknown"));
            case 3 -> filter.put("officer", List.of("unknown", "nobody"));
            case 4 -> filter.put("investor", List.of("unknown"));
            case 5 ->
                filter.put(
                        "minInvestment",
                        List.of(oneOf(random, List.of("0", "0.005", "999999999999999999", "-1", "99999999.991"))));
            default -> filter.remove("officer");
        }
        var one = ground.day(random);
        var other = ground.day(random);
        var period = one.isBefore(other) ? Period.between(one, other) : Period.between(other, one);
        var spans = new ArrayList<>(List.of(period));
        period.split(oneOf(random, List.of(Interval.values())), ground.today())
                .forEach(step -> spans.add(step.clippedTo(period)));
        var asOf = random.nextInt(4) == 0 ? ground.today().plusDays(random.nextInt(3)) : ground.day(random);
        return new SourceQuestion(
                figure,
                filter,
                String.join(",", Question.by(random, random.nextInt(4))),
                asOf,
                period,
                spans,
                Measures.parse(figure.sums ? oneOf(random, List.of("", "landArea", "jobs", "jobs,landArea")) : ""));
    }

    /** The answer of a source. */
    Object ask(FigureSource source, FigureQuery asked) {
        return figure.of(source, asked, this);
    }

    FigureQuery asked(LocalDate today, Instant knownAt, SizeTiers tiers) {
        var values = new HashMap<Dimension, List<String>>();
        for (var dimension : ProjectDimensions.ALL.all()) {
            if (filter.containsKey(dimension.json())) {
                values.put(dimension, filter.get(dimension.json()));
            }
        }
        var projects = ProjectDimensions.ALL.filter(values);
        return new FigureQuery(projects, Breakdown.parse(by), asOf, knownAt, today, tiers, Percent.DEFAULT, measures);
    }
}
