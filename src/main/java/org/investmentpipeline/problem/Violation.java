package org.investmentpipeline.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One fault of the input, in both languages. */
public record Violation(String field, LocalizedText message) {

    public static Violation of(String field, String en, String zh, @Nullable Object... arguments) {
        return new Violation(field, LocalizedText.of(en, zh, arguments));
    }

    /** Prefixes the path of the field: {@code sector} becomes {@code projects[3].sector}. */
    public Violation within(String prefix) {
        return new Violation(field.isEmpty() ? prefix : prefix + "." + field, message);
    }

    /** The violation in a response, in one language. */
    @Schema(name = "Violation", description = "One fault of the input.")
    public record Body(
            @Schema(required = true, description = "The field or parameter at fault.", examples = "projects[3].sector")
            String field,

            @Schema(required = true, description = "The given value and the expected one.")
            String message) {}
}
