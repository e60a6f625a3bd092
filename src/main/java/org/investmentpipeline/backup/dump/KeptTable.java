package org.investmentpipeline.backup.dump;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are dumped.
 *
 * @param key the columns by which its rows are ordered
 * @param parent a column that refers to another row of the same table, which has to be restored first; null without one
 * @param numbered whether its rows are numbered by a sequence
 */
public record KeptTable(
        String name,
        List<Column> columns,
        List<String> key,
        @Nullable String parent,
        boolean numbered) {
    /** A column and the kind of its values. */
    record Column(String name, ValueKind kind) {}

    /** A table from a list of columns such as {@code code text, active truth}; the first column is the key. */
    static KeptTable of(String name, String columns) {
        var all = Arrays.stream(columns.split(", "))
                .map(column -> column.split(" "))
                .map(column -> new Column(column[0], ValueKind.valueOf(column[1].toUpperCase(Locale.ROOT))))
                .toList();
        return new KeptTable(name, all, List.of(all.get(0).name), null, false);
    }

    /** As {@link #of}, with the first two columns as its key. */
    static KeptTable paired(String name, String columns) {
        var table = of(name, columns);
        return new KeptTable(name, table.columns, table.names().subList(0, 2), null, false);
    }

    static KeptTable numbered(String name, String columns) {
        var table = of(name, columns);
        return new KeptTable(name, table.columns, table.key, null, true);
    }

    KeptTable below(String parentColumn) {
        return new KeptTable(name, columns, key, parentColumn, numbered);
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    String sequence() {
        return name + "_seq";
    }

    /** The rows of a level, parents before their children, in the order of the key; further ones follow the last of a page. */
    String page(int level, boolean further, int limit) {
        var conditions = parent == null ? "1 = 1" : ofLevel(level, 0);
        if (further) {
            conditions += " and (%s) > (%s)".formatted(keyOf("t0"), places(key.size()));
        }
        return "select %s from %s t0 where %s order by %s limit %d"
                .formatted(
                        names().stream().map("t0."::concat).collect(Collectors.joining(", ")),
                        name,
                        conditions,
                        keyOf("t0"),
                        limit);
    }

    private String keyOf(String alias) {
        return key.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    private String ofLevel(int level, int depth) {
        var child = "t%d.%s".formatted(depth, parent);
        if (level == 0) {
            // Not "is null": the embedded database would take the index of parents, and sort all it finds for each
            // page.
            return "case when %s is null then 1 else 0 end = 1".formatted(child);
        }
        var above = depth + 1;
        return "exists (select 1 from %s t%d where t%d.%s = %s and %s)"
                .formatted(name, above, above, key.get(0), child, ofLevel(level - 1, above));
    }

    String insert() {
        return "insert into %s (%s) values (%s)".formatted(name, String.join(", ", names()), places(columns.size()));
    }

    private static String places(int count) {
        return IntStream.range(0, count).mapToObj(any -> "?").collect(Collectors.joining(", "));
    }
}
