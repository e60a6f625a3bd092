package org.investmentpipeline.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.investmentpipeline.input.text.SearchText;
import org.investmentpipeline.money.SizeTier;
import org.investmentpipeline.problem.Problem;

/** Makes conditions in HQL of what a filter asks of each dimension. */
@ApplicationScoped
public class ConditionBuilder {
    private final FilterReader reader;

    public ConditionBuilder(FilterReader reader) {
        this.reader = reader;
    }

    /** The conditions that a filter makes on the row of an alias; all of them must be met. */
    public List<String> conditions(Condition condition, Filter filter, String alias) {
        var conditions = new ArrayList<String>();
        filter.values().forEach((dimension, asked) -> {
            var wanted = reader.read(dimension, asked, condition.tiers());
            conditions.add(
                    switch (dimension.kind()) {
                        case WORD, FLAG, CODE, TREE, NAME, ID -> oneOf(condition, dimension, wanted, alias);
                        case SET -> anyOf(condition, dimension, wanted, alias);
                        case TIER -> tiers(condition, dimension, wanted, alias);
                        case COMPLETE -> complete(dimension, wanted, alias);
                        case LEAST -> bound(condition, dimension, wanted, ">=", alias);
                        case MOST -> bound(condition, dimension, wanted, "<=", alias);
                        case TEXT -> text(condition, dimension, asked.get(0), alias);
                    });
        });
        return conditions;
    }

    private static String oneOf(Condition condition, Dimension dimension, FilterReader.Wanted wanted, String alias) {
        var isAbsent = dimension.path(alias) + " is null";
        if (wanted.values().isEmpty()) {
            return isAbsent;
        }
        var isNamed = dimension.path(alias) + " in " + condition.bind(dimension.json(), wanted.values());
        return wanted.absent() ? "(%s or %s)".formatted(isNamed, isAbsent) : isNamed;
    }

    private static String anyOf(Condition condition, Dimension dimension, FilterReader.Wanted wanted, String alias) {
        var isAbsent = dimension.path(alias) + " is null";
        if (wanted.values().isEmpty()) {
            return isAbsent;
        }
        // A subquery without a reference to the row: both databases look its few texts up in the index of the
        // attribute.
        var hasOne = "%s in (select s.codes from %s s where s.code in %s)"
                .formatted(dimension.path(alias), dimension.sets(), condition.bind(dimension.json(), wanted.values()));
        return wanted.absent() ? "(%s or %s)".formatted(hasOne, isAbsent) : hasOne;
    }

    private static String complete(Dimension dimension, FilterReader.Wanted wanted, String alias) {
        var complete = dimension.attributes().stream()
                .map(attribute -> "%s.%s is not null".formatted(alias, attribute))
                .collect(Collectors.joining(" and ", "(", ")"));
        var ways = new ArrayList<String>();
        if (wanted.values().contains(true)) {
            ways.add(complete);
        }
        if (wanted.values().contains(false)) {
            ways.add("not " + complete);
        }
        return "(" + String.join(" or ", ways) + ")";
    }

    /**
     * The number as a filter compares it: not the expression of an index of lists, by which the embedded database would fetch
     * most rows one by one where a scan is three times as fast.
     */
    private static String number(Dimension dimension, String alias) {
        return "coalesce(%s, 0)".formatted(dimension.path(alias));
    }

    private static String isPresent(Dimension dimension, String alias) {
        return dimension.presence(alias) + " is not null";
    }

    private static String bound(
            Condition condition, Dimension dimension, FilterReader.Wanted wanted, String comparison, String alias) {
        return "%s and %s %s %s"
                .formatted(
                        isPresent(dimension, alias),
                        number(dimension, alias),
                        comparison,
                        condition.bind(dimension.json(), wanted.values().get(0)));
    }

    private static String tiers(Condition condition, Dimension dimension, FilterReader.Wanted wanted, String alias) {
        var ways = new ArrayList<String>();
        for (var tier : wanted.values()) {
            ways.add(within(condition, dimension, (SizeTier) tier, ways.size(), alias));
        }
        if (wanted.absent()) {
            ways.add(dimension.presence(alias) + " is null");
        }
        return "(" + String.join(" or ", ways) + ")";
    }

    private static String within(Condition condition, Dimension dimension, SizeTier tier, int place, String alias) {
        var number = number(dimension, alias);
        var from = "%s and %s >= %s"
                .formatted(isPresent(dimension, alias), number, condition.bind("lower" + place, tier.lower()));
        var upper = tier.upper();
        return upper == null ? from : "%s and %s < %s".formatted(from, number, condition.bind("upper" + place, upper));
    }

    /** The condition of the register with {@code %2$s} for the comparison; wildcards in the text have no special meaning. */
    private static String text(Condition condition, Dimension dimension, String asked, String alias) {
        var folded = SearchText.fold(asked);
        if (folded.isEmpty()) {
            throw Problem.invalid(dimension.json(), "has no character that shows", "没有可见字符");
        }
        var literal = folded.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        var like = " like " + condition.bind(dimension.json(), "%" + literal + "%") + " escape '!'";
        return dimension.attribute().formatted(alias, like);
    }
}
