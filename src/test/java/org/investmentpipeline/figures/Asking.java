package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Ground.oneOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.investmentpipeline.support.Client;
import org.jspecify.annotations.Nullable;

/**
 * A period, a filter and dimensions, on both clocks, of which every figure that has a period is asked.
 *
 * @param interval of the series; null for none
 * @param compare null for nothing to compare with
 * @param since where lead times begin
 */
record Asking(
        Map<String, List<String>> filter,
        List<String> by,
        Span period,
        @Nullable String interval,
        @Nullable String compare,
        String since,
        String until,
        LocalDate asOf,
        Instant knownAt) {

    static Asking random(Ground ground, List<Instant> moments, Random random) {
        var interval = random.nextInt(3) == 0 ? null : oneOf(random, Span.FORMS);
        var since = random.nextInt(3);
        return new Asking(
                Question.filter(ground, random),
                Question.by(random, interval == null ? random.nextInt(4) : random.nextInt(2)),
                Span.random(ground, random),
                interval,
                oneOf(random, Arrays.asList("previous-year", "previous-period", null)),
                Question.STAGES.get(since),
                Question.STAGES.get(since + 1 + random.nextInt(3 - since)),
                random.nextInt(3) > 0 ? ground.day(random) : ground.today(),
                random.nextInt(3) == 0 ? oneOf(random, moments) : moments.get(moments.size() - 1));
    }

    private String flows() {
        var more = new LinkedHashMap<String, Object>();
        more.put("period", period.name());
        if (interval != null) {
            more.put("interval", interval);
        }
        if (compare != null) {
            more.put("compare", compare);
        }
        return address("flows", filter, more);
    }

    private String bridge() {
        return address("bridge", filter, Map.of("period", period.name()));
    }

    private String conversion() {
        return address("conversion", withoutStage(), Map.of("signedIn", period.name()));
    }

    private String leadTimes() {
        var more = new LinkedHashMap<String, Object>();
        more.put("from", since);
        more.put("to", until);
        more.put("period", period.name());
        return address("lead-times", withoutStage(), more);
    }

    /** The addresses of all figures by their names, always in one order. */
    Map<String, String> figures() {
        var figures = new LinkedHashMap<String, String>();
        figures.put("flows", flows());
        figures.put("bridge", bridge());
        figures.put("conversion", conversion());
        figures.put("lead-times", leadTimes());
        return figures;
    }

    private Map<String, List<String>> withoutStage() {
        var others = new LinkedHashMap<>(filter);
        others.remove("stage");
        return others;
    }

    private String address(String figure, Map<String, List<String>> filter, Map<String, ?> more) {
        var parameters = new LinkedHashMap<String, Object>(filter);
        parameters.putAll(more);
        if (!by.isEmpty()) {
            parameters.put("by", String.join(",", by));
        }
        parameters.put("asOf", asOf);
        parameters.put("knownAt", knownAt);
        return Client.address("/api/v1/" + figure, parameters);
    }

    /** The last day of the period that the answer looks at. */
    LocalDate end() {
        return Span.earlier(period.last(), asOf);
    }

    /** What the filter leaves, of whatever status. */
    boolean counts(Replay.Known position, Ground ground) {
        return new Question(true, filter).counts(position, ground);
    }

    /** What the filter leaves whatever the stage, for figures that are of one stage by themselves. */
    boolean countsInAnyStage(Replay.Known position, Ground ground) {
        return new Question(true, withoutStage()).counts(position, ground);
    }
}
