package org.investmentpipeline.security.audit;

import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One value before and after a change, as text: codes, words, days and amounts as JSON writes them. */
@Schema(name = "FieldChange", description = "One value before and after a change, written as text.")
public record FieldChange(
        @Schema(required = true, examples = "investment") String field,

        @Schema(required = true, nullable = true, examples = "1200000000 CNY") @Nullable
        String before,

        @Schema(required = true, nullable = true, examples = "1500000000 CNY") @Nullable
        String after) {

    /** The differences between the values before and after; an absent value counts as null. */
    public static FieldChange[] between(Map<String, String> before, Map<String, String> after) {
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> new FieldChange(field, before.get(field), after.get(field)))
                .toArray(FieldChange[]::new);
    }
}
