package org.investmentpipeline.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.rest.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, and the key by which it is paged. An order is complete when no two rows have the same place in it.
 *
 * @param <R> a row of the list
 */
public record Sort<R>(List<Step<R>> steps) {

    /**
     * A value by which a list can be ordered.
     *
     * @param name the word of the parameter {@code sort}
     * @param path HQL of the value
     * @param least a value that none is below; null if unknown
     * @param read the value of a cursor's text; {@code IllegalArgumentException} for any other text
     * @param write the value of a row as the text of a cursor
     */
    public record Key<R>(
            String name,
            String path,
            @Nullable Object least,
            Function<String, Object> read,
            Function<R, String> write) {}

    /** A key with its direction. */
    public record Step<R>(Key<R> key, boolean descending) {
        private String hql() {
            return key.path + (descending ? " desc" : " asc");
        }
    }

    /** Reads {@code sort}: names of keys with commas, each at most once, falling with {@code -} before it. */
    public static <R> Sort<R> parse(@Nullable String sort, List<Key<R>> offered) {
        var steps = new ArrayList<Step<R>>();
        for (var word : sort == null || sort.isEmpty() ? List.<String>of() : List.of(sort.split(",", -1))) {
            var descending = word.startsWith("-");
            var name = descending ? word.substring(1) : word;
            var key = offered.stream()
                    .filter(each -> each.name.equals(name))
                    .filter(each -> steps.stream().noneMatch(step -> step.key == each))
                    .findFirst()
                    .orElseThrow(() -> refused(word, offered));
            steps.add(new Step<>(key, descending));
        }
        return new Sort<>(List.copyOf(steps));
    }

    private static <R> Problem refused(String word, List<Key<R>> offered) {
        var names = offered.stream().map(Key::name).toList();
        var all = names.subList(0, names.size() - 1);
        var last = names.get(names.size() - 1);
        return Problem.invalid(
                "sort",
                "was '%1$s'; expected %2$s or %3$s, each once, with - before it for falling order",
                "给出的是“%1$s”；应为 %4$s、%3$s，各至多一次，前加 - 表示降序",
                word,
                String.join(", ", all),
                last,
                String.join("、", all));
    }

    /** This order, with a further key in the direction of the last one. */
    public Sort<R> then(Key<R> key) {
        var all = new ArrayList<>(steps);
        all.add(new Step<>(key, !steps.isEmpty() && steps.get(steps.size() - 1).descending));
        return new Sort<>(List.copyOf(all));
    }

    public boolean has(Key<R> key) {
        return steps.stream().anyMatch(step -> step.key == key);
    }

    /** HQL of the order. */
    public String orderBy() {
        return String.join(", ", steps.stream().map(Step::hql).toList());
    }

    /**
     * Adds a lower bound that every row meets: it leads the planner of the embedded database to the index of the order, from which it
     * reads one page, instead of to a scan that it sorts.
     */
    public void lead(Condition condition) {
        var first = steps.get(0).key;
        if (first.least != null) {
            condition.and(first.path + " >= " + condition.bind("least", first.least));
        }
    }

    /** The place of a row in this order, as the texts of a cursor. */
    public List<String> place(R row) {
        return steps.stream().map(step -> step.key.write.apply(row)).toList();
    }

    /**
     * Narrows a list to the rows after a place. If all directions are the same, this is a comparison of rows, which both databases
     * answer from an index; otherwise it is written out.
     */
    public void after(Condition condition, List<String> place) {
        var values = new ArrayList<String>();
        for (var i = 0; i < steps.size(); i++) {
            values.add(condition.bind("after" + i, read(steps.get(i).key, place.get(i))));
        }
        var first = steps.get(0);
        condition.and(first.key.path + (first.descending ? " <= " : " >= ") + values.get(0));
        var isUniform = steps.stream().allMatch(step -> step.descending == first.descending);
        if (isUniform) {
            var paths = steps.stream().map(step -> step.key.path).toList();
            condition.and("(%s) %s (%s)"
                    .formatted(String.join(", ", paths), first.descending ? "<" : ">", String.join(", ", values)));
        } else {
            condition.and("(" + writtenOut(values) + ")");
        }
    }

    private String writtenOut(List<String> values) {
        var ways = new ArrayList<String>();
        for (var i = 0; i < steps.size(); i++) {
            var way = new StringBuilder();
            for (var j = 0; j < i; j++) {
                way.append(steps.get(j).key.path)
                        .append(" = ")
                        .append(values.get(j))
                        .append(" and ");
            }
            ways.add(way.append(steps.get(i).key.path)
                    .append(steps.get(i).descending ? " < " : " > ")
                    .append(values.get(i))
                    .toString());
        }
        return String.join(" or ", ways);
    }

    private static <R> Object read(Key<R> key, String text) {
        try {
            return Objects.requireNonNull(key.read.apply(text));
        } catch (IllegalArgumentException unreadable) {
            throw Cursor.refused();
        }
    }
}
