package org.investmentpipeline.spreadsheet.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.WordList;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The description of a register's sheets: the fields that columns can fill, and the headings that bureaus use for them. The
 * headings are in the file {@code headings.txt} in the package of the class that declares the schema, best first.
 */
public final class SheetSchema {
    /** The rank of a heading that is not listed but has the pattern of a field. */
    private static final int BY_PATTERN = Integer.MAX_VALUE;

    private final SheetField<String> subject;
    private final LocalizedText subjectName;
    private final Map<String, SheetField<?>> fields;
    private final Map<String, Alias> aliases;

    /** @param rank lower is better, among the aliases of one field */
    public record Alias(SheetField<?> field, int rank) {}

    private SheetSchema(
            SheetField<String> subject,
            LocalizedText subjectName,
            Map<String, SheetField<?>> fields,
            Map<String, Alias> aliases) {
        this.subject = subject;
        this.subjectName = subjectName;
        this.fields = fields;
        this.aliases = aliases;
    }

    /**
     * A schema with the headings of its owner's package.
     *
     * @param subject the field without which a row is about nothing
     * @param subjectName the subject in problems, such as "the project's name"
     * @param fields all fields, the subject among them
     */
    public static SheetSchema of(
            Class<?> owner, SheetField<String> subject, LocalizedText subjectName, List<SheetField<?>> fields) {
        var byKey = new LinkedHashMap<String, SheetField<?>>();
        fields.forEach(field -> byKey.put(field.key(), field));
        var headings = WordList.of(owner, "headings.txt");
        if (!headings.keySet().equals(byKey.keySet())) {
            throw new IllegalStateException("headings.txt has " + headings.keySet() + ", the schema " + byKey.keySet());
        }
        var aliases = new HashMap<String, Alias>();
        headings.forEach((key, words) -> {
            var field = Objects.requireNonNull(byKey.get(key), key);
            for (int rank = 0; rank < words.size(); rank++) {
                aliases.putIfAbsent(Wording.key(words.get(rank)), new Alias(field, rank));
            }
        });
        return new SheetSchema(subject, subjectName, Collections.unmodifiableMap(byKey), Map.copyOf(aliases));
    }

    public SheetField<String> subject() {
        return subject;
    }

    public LocalizedText subjectName() {
        return subjectName;
    }

    /** All fields, in their order. */
    public Collection<SheetField<?>> fields() {
        return fields.values();
    }

    /** The field of a key, null when there is none. */
    public @Nullable SheetField<?> field(String key) {
        return fields.get(key);
    }

    /** The field that bureaus mean by a heading, null when the heading is unknown. */
    public @Nullable Alias alias(String comparableHeading) {
        var listed = aliases.get(Wording.key(comparableHeading));
        return listed != null
                ? listed
                : fields().stream()
                        .filter(field -> field.isHeadedLike(comparableHeading))
                        .findFirst()
                        .map(field -> new Alias(field, BY_PATTERN))
                        .orElse(null);
    }
}
