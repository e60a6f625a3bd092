package org.investmentpipeline.figures.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The measures that a figure sums.
 *
 * @param all the investment first
 */
public record Measures(List<Measure> all) {
    public static final Measures DEFAULT = new Measures(List.of(Measure.INVESTMENT));

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
        return new Measures(List.copyOf(all));
    }

    private static Problem refused(String word) {
        return Problem.invalid(
                "sums",
                "was '%s'; expected each at most once of %s",
                "给出的是“%s”；应为以下各项，每项至多一次：%s",
                word,
                String.join(", ", Measure.names()));
    }

    /** All but the investment. */
    public List<Measure> further() {
        return all.subList(1, all.size());
    }

    /** The sum of a measure; null when it is not among these. */
    public @Nullable BigDecimal sum(Measure measure, CountAndSum cell) {
        var place = all.indexOf(measure);
        if (place <= 0) {
            return place < 0 ? null : cell.sum();
        }
        return cell.further().isEmpty() ? BigDecimal.ZERO : cell.further().get(place - 1);
    }

    public List<String> names() {
        return all.stream().map(Measure::json).toList();
    }
}
