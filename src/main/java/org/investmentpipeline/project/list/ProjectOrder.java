package org.investmentpipeline.project.list;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedPosition;
import org.investmentpipeline.project.query.Condition;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.rest.Cursor;
import org.jspecify.annotations.Nullable;

/** The order of a list and the key by which it is paged: {@code -investment,name}, then the project and its entry. */
record ProjectOrder(List<Key> keys) {

    /** What a list can be ordered by. */
    enum By {
        ID("j.id", 0L, Long::valueOf, (row, project) -> Long.toString(row.projectId())),
        CODE("j.code", "", text -> text, (row, project) -> project.code),
        NAME("j.name", "", text -> text, (row, project) -> project.name),
        INVESTMENT("p.cny", BigDecimal.ZERO, BigDecimal::new, (row, project) -> cny(row)),
        /** As the id, where the order is that of positions and not of projects. */
        PROJECT("p.projectId", 0L, Long::valueOf, (row, project) -> Long.toString(row.projectId())),
        /** Among the entries of one project, one a stage. As text: in a comparison of rows an enum would be bound as a number. */
        STAGE(
                "cast(p.state.stage as string)",
                null,
                text -> Stage.valueOf(text).name(),
                (row, project) -> row.standing().stage().name());

        private final String path;
        private final @Nullable Object least;
        private final Function<String, Object> read;
        private final BiFunction<RecordedPosition, Project, String> write;

        By(
                String path,
                @Nullable Object least,
                Function<String, Object> read,
                BiFunction<RecordedPosition, Project, String> write) {
            this.path = path;
            this.least = least;
            this.read = read;
            this.write = write;
        }

        private static String cny(RecordedPosition row) {
            var investment = row.standing().investment();
            return investment == null ? "0" : Money.plain(investment.cny()).toPlainString();
        }
    }

    /** The words of {@code sort}; the contract offers these and no others. */
    static final String WORDS = "id, code, name, investment";

    private static final Map<String, By> OFFERED = Arrays.stream(WORDS.split(", ", -1))
            .collect(toMap(word -> word, word -> By.valueOf(word.toUpperCase(Locale.ROOT))));

    /** One step of the order. */
    record Key(By by, boolean descending) {
        String direction() {
            return by.path + (descending ? " desc" : " asc");
        }
    }

    /** Reads {@code sort}; what it leaves open is decided by the project and, among entries, by the stage. */
    static ProjectOrder parse(@Nullable String sort, boolean entries) {
        var keys = new ArrayList<Key>();
        for (var word : sort == null || sort.isEmpty() ? List.<String>of() : List.of(sort.split(",", -1))) {
            var descending = word.startsWith("-");
            var name = descending ? word.substring(1) : word;
            var by = OFFERED.get(name);
            if (by == null || keys.stream().anyMatch(key -> key.by == by)) {
                throw refused(word);
            }
            keys.add(new Key(by, descending));
        }
        var last = !keys.isEmpty() && keys.get(keys.size() - 1).descending;
        if (keys.stream().noneMatch(key -> key.by == By.ID)) {
            var byPosition = !keys.isEmpty() && keys.get(0).by == By.INVESTMENT;
            keys.add(new Key(byPosition ? By.PROJECT : By.ID, last));
        }
        if (entries) {
            keys.add(new Key(By.STAGE, last));
        }
        return new ProjectOrder(List.copyOf(keys));
    }

    private static Problem refused(String word) {
        return Problem.invalid(
                "sort",
                "was '%s'; expected id, code, name or investment, each once, with - before it for falling order",
                "给出的是“%s”；应为 id、code、name、investment，各至多一次，前加 - 表示降序",
                word);
    }

    String orderBy() {
        return String.join(", ", keys.stream().map(Key::direction).toList());
    }

    /**
     * A bound that every row keeps: it leads the planner of the embedded database to the index of the order, from where it
     * reads one page, rather than to a scan that it sorts.
     */
    void lead(Condition criteria) {
        var least = keys.get(0).by.least;
        if (least != null) {
            criteria.and(keys.get(0).by.path + " >= " + criteria.bind("least", least));
        }
    }

    /** The values that place a row in this order. */
    List<String> place(RecordedPosition row, Project project) {
        return keys.stream().map(key -> key.by.write.apply(row, project)).toList();
    }

    /**
     * Narrows a list to what comes after a place. One direction throughout is a comparison of rows, which both databases
     * answer from an index; mixed directions are spelled out.
     */
    void after(Condition criteria, List<String> place) {
        var values = new ArrayList<String>();
        for (var i = 0; i < keys.size(); i++) {
            values.add(criteria.bind("after" + i, read(keys.get(i), place.get(i))));
        }
        var first = keys.get(0);
        criteria.and(first.by.path + (first.descending ? " <= " : " >= ") + values.get(0));
        var uniform = keys.stream().allMatch(key -> key.descending == first.descending);
        if (uniform) {
            var paths = keys.stream().map(key -> key.by.path).toList();
            criteria.and("(%s) %s (%s)"
                    .formatted(String.join(", ", paths), first.descending ? "<" : ">", String.join(", ", values)));
            return;
        }
        criteria.and("(" + spelledOut(values) + ")");
    }

    private String spelledOut(List<String> values) {
        var ways = new ArrayList<String>();
        for (var i = 0; i < keys.size(); i++) {
            var way = new StringBuilder();
            for (var j = 0; j < i; j++) {
                way.append(keys.get(j).by.path)
                        .append(" = ")
                        .append(values.get(j))
                        .append(" and ");
            }
            ways.add(way.append(keys.get(i).by.path)
                    .append(keys.get(i).descending ? " < " : " > ")
                    .append(values.get(i))
                    .toString());
        }
        return String.join(" or ", ways);
    }

    private static Object read(Key key, String text) {
        try {
            return Objects.requireNonNull(key.by.read.apply(text));
        } catch (IllegalArgumentException unreadable) {
            throw Cursor.refused();
        }
    }
}
