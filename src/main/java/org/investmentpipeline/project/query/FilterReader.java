package org.investmentpipeline.project.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiPredicate;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.money.SizeTier;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.problem.Problem;

/**
 * Reads the texts that a filter asks of a dimension, and refuses those that nothing is named. The condition in SQL and the compiled
 * filter of the columns are made of its answers.
 */
@ApplicationScoped
public class FilterReader {
    private static final BiPredicate<Dimension, Object> NOTHING = (dimension, value) -> false;

    private final Catalogue catalogue;

    public FilterReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The values that a filter leaves of a dimension.
     *
     * @param values as a position has them; {@link SizeTier tiers} where the dimension is told by brackets
     * @param absent whether positions without a value are left, too
     */
    public record Wanted(List<?> values, boolean absent) {}

    public Wanted read(Dimension dimension, List<String> asked, SizeTiers tiers) {
        return read(dimension, asked, tiers, NOTHING);
    }

    /** @param isInUse whether some position has a value, which therefore needs no look-up in its catalogue */
    public Wanted read(
            Dimension dimension, List<String> asked, SizeTiers tiers, BiPredicate<Dimension, Object> isInUse) {
        var named = asked.stream().filter(value -> !dimension.isAbsence(value)).toList();
        var absent = named.size() < asked.size();
        if (dimension.isBracket()) {
            return new Wanted(named.stream().map(code -> tier(code, tiers)).toList(), absent);
        }
        var values = named.stream().map(text -> value(dimension, text, isInUse)).toList();
        return new Wanted(List.copyOf(dimension.expanded(values, catalogue)), absent);
    }

    private Object value(Dimension dimension, String text, BiPredicate<Dimension, Object> isInUse) {
        var value = dimension.read(text);
        if (!isInUse.test(dimension, value)) {
            dimension.check(text, catalogue);
        }
        return value;
    }

    private static SizeTier tier(String code, SizeTiers tiers) {
        return tiers.named(code)
                .orElseThrow(() -> Problem.invalid(
                        "size", "was '%s'; expected one of %s", "给出的是“%s”；应为以下之一：%s", code, tiers.codes()));
    }
}
