package org.investmentpipeline.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.money.SizeTier;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.problem.Problem;

/**
 * Reads the texts that a filter asks of a dimension, and refuses those that name nothing. The condition in SQL and the compiled filter
 * of the columns are both made of its results.
 */
@ApplicationScoped
public class FilterReader {
    private static final BiPredicate<Dimension, Object> NOTHING = (dimension, value) -> false;

    private final Catalogue catalogue;

    public FilterReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The values that a filter selects.
     *
     * @param values as the database has them; {@link SizeTier tiers} for a dimension of tiers
     * @param absent whether rows without a value are selected, too
     */
    public record Wanted(List<?> values, boolean absent) {}

    public Wanted read(Dimension dimension, List<String> asked, SizeTiers tiers) {
        return read(dimension, asked, tiers, NOTHING);
    }

    /** @param isInUse whether some row has a value, which therefore needs no look-up in its catalogue */
    public Wanted read(
            Dimension dimension, List<String> asked, SizeTiers tiers, BiPredicate<Dimension, Object> isInUse) {
        var named = asked.stream().filter(value -> !dimension.isAbsence(value)).toList();
        var absent = named.size() < asked.size();
        if (dimension.isTier()) {
            return new Wanted(
                    named.stream().map(code -> tier(dimension, code, tiers)).toList(), absent);
        }
        var values = named.stream().map(text -> value(dimension, text, isInUse)).toList();
        return new Wanted(List.copyOf(expanded(dimension, values, named)), absent);
    }

    private Object value(Dimension dimension, String text, BiPredicate<Dimension, Object> isInUse) {
        var value = dimension.read(text);
        var kind = dimension.catalogue();
        if (kind != null && !isInUse.test(dimension, value) && !catalogue.has(kind, text)) {
            throw Problem.invalid(dimension.json(), "there is no '%s'", "没有“%s”", text);
        }
        return value;
    }

    /** In a tree, also all codes below the ones asked for. */
    private Collection<?> expanded(Dimension dimension, List<?> values, List<String> codes) {
        return dimension.kind() == Dimension.Kind.TREE ? catalogue.withDescendants(dimension.tree(), codes) : values;
    }

    private static SizeTier tier(Dimension dimension, String code, SizeTiers tiers) {
        return tiers.named(code)
                .orElseThrow(() -> Problem.invalid(
                        dimension.json(), "was '%s'; expected one of %s", "给出的是“%s”；应为以下之一：%s", code, tiers.codes()));
    }
}
