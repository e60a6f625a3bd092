package org.investmentpipeline.spreadsheet.heading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.schema.SheetSchema;
import org.jspecify.annotations.Nullable;

/** The fields that the caller assigns to headings. */
final class HeadingMapping {
    private final Map<String, Assignment> assignments = new HashMap<>();

    /** @param field null when the column is to be ignored */
    record Assignment(String heading, @Nullable SheetField<?> field) {}

    /** @throws UnreadableSheet when a field does not exist */
    HeadingMapping(SheetSchema schema, Map<String, @Nullable String> mapping) {
        mapping.forEach(
                (heading, key) -> assignments.put(Wording.key(heading), new Assignment(heading, field(schema, key))));
    }

    /** The assignment of a heading, null when the caller assigns it nothing. */
    @Nullable
    Assignment of(Heading heading) {
        return heading.names().stream()
                .map(name -> assignments.get(Wording.key(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** @throws UnreadableSheet when a mapped heading is not in the heading row */
    void refuseMissing(List<Heading> headings) {
        var present = new HashSet<String>();
        headings.forEach(heading -> heading.names().forEach(name -> present.add(Wording.key(name))));
        var missing = assignments.entrySet().stream()
                .filter(e -> !present.contains(e.getKey()))
                .map(e -> e.getValue().heading)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableSheet(LocalizedText.of(
                    "The mapping names headings that do not exist: %1$s; the heading row has: %2$s.",
                    "mapping 中的表头不存在：%1$s；表头行为：%2$s。",
                    String.join(", ", missing),
                    headings.stream().map(Heading::shown).collect(Collectors.joining(", "))));
        }
    }

    private static @Nullable SheetField<?> field(SheetSchema schema, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        var field = schema.field(key.strip());
        if (field == null) {
            throw new UnreadableSheet(LocalizedText.of(
                    "The mapping names a field that does not exist: %1$s.", "mapping 中的字段不存在：%1$s。", key));
        }
        return field;
    }
}
