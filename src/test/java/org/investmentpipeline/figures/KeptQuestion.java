package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Ground.oneOf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.Percent;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.Interval;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.Dimension;
import org.investmentpipeline.project.query.ProjectFilter;

/** A question that the sums kept of the ledger can answer: by stage, status and at most one more dimension. */
record KeptQuestion(String by, Map<String, List<String>> filter, LocalDate asOf, Period period, List<Period> spans) {

    static KeptQuestion random(Ground ground, Random random) {
        var more = oneOf(random, List.of("", "size", "sector", "zone", "key"));
        var by = new ArrayList<String>();
        for (var dimension : List.of("stage", "status", more)) {
            if (!dimension.isEmpty() && random.nextBoolean()) {
                by.add(dimension);
            }
        }
        var filter = new LinkedHashMap<String, List<String>>();
        if (random.nextBoolean()) {
            filter.put("stage", List.of("SIGNED", "GROUNDBREAKING"));
        }
        if (random.nextBoolean()) {
            filter.put("status", List.of("ACTIVE"));
        }
        switch (more) {
            case "size" -> filter.put("size", List.of("1b-5b", "unknown"));
            case "sector" -> filter.put("sector", ground.sectors());
            case "zone" -> filter.put("zone", List.of(ground.zones().get(0), "unknown"));
            case "key" -> filter.put("key", List.of("true"));
            default -> filter.remove(more);
        }
        var one = ground.day(random);
        var other = ground.day(random);
        var period = one.isBefore(other) ? Period.between(one, other) : Period.between(other, one);
        var interval = oneOf(random, List.of(Interval.values()));
        var spans = new ArrayList<>(List.of(period));
        period.split(interval, ground.today()).forEach(step -> spans.add(step.clippedTo(period)));
        return new KeptQuestion(String.join(",", by), filter, ground.day(random), period, spans);
    }

    static FigureQuery asked(
            String by, Map<String, List<String>> filter, Clock clock, Instant knownAt, SizeTiers tiers) {
        var values = new EnumMap<Dimension, List<String>>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var asked = filter.getOrDefault(dimension.json(), List.of());
            if (!asked.isEmpty()) {
                values.put(dimension, asked);
            }
        }
        var today = LocalDate.now(clock);
        var projects = new ProjectFilter(values, null, null, null);
        return new FigureQuery(projects, Breakdown.parse(by), today, knownAt, today, tiers, Percent.DEFAULT);
    }
}
