package org.investmentpipeline.backup.dump;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are dumped.
 *
 * @param key the columns of its primary key; rows are read in their order
 * @param parent a column that refers to another row of the same table, which has to be restored first; null without one
 */
public record KeptTable(
        String name,
        List<Column> columns,
        List<String> key,
        @Nullable String parent) {
    /** A column and the kind of its values. */
    record Column(String name, ValueKind kind) {}

    List<String> names() {
        return columns.stream().map(Column::name).toList();
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
