package org.investmentpipeline.figures.table;

import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.problem.Problem;

/**
 * The measures that a figure sums; the investment is always the first.
 *
 * @param summed the one that a source of figures sums now
 * @param all those of the answer
 */
public record Measures(Measure summed, List<Measure> all) {
    public static final Measures DEFAULT = new Measures(Measure.INVESTMENT, List.of(Measure.INVESTMENT));

    /** Reads {@code sums=investment,landArea,jobs}. */
    public static Measures parse(String sums) {
        var all = new ArrayList<>(DEFAULT.all);
        var named = new ArrayList<Measure>();
        for (var word : sums.isEmpty() ? List.<String>of() : List.of(sums.split(",", -1))) {
            var measure =
                    Measure.named(word).filter(found -> !named.contains(found)).orElseThrow(() -> refused(word));
            named.add(measure);
            if (!all.contains(measure)) {
                all.add(measure);
            }
        }
        return new Measures(Measure.INVESTMENT, List.copyOf(all));
    }

    private static Problem refused(String word) {
        return Problem.invalid(
                "sums",
                "was '%s'; expected each at most once of %s",
                "给出的是“%s”；应为以下各项，每项至多一次：%s",
                word,
                String.join(", ", Measure.names()));
    }

    /** The same measures, of which another one is summed. */
    public Measures summing(Measure other) {
        return new Measures(other, all);
    }

    public List<String> names() {
        return all.stream().map(Measure::json).toList();
    }
}
