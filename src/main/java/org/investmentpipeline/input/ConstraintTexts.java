package org.investmentpipeline.input;

import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.LocalizedText;

/** The messages of violated constraints of drafts, in both languages. */
public final class ConstraintTexts {
    /** Not reported for a blank text, whose only fault is that it is blank. */
    private static final Set<String> TEXTUAL = Set.of("Size", "Pattern", "NotBlank");

    private ConstraintTexts() {}

    public static String message(ConstraintViolation<?> violation, Locale language) {
        var descriptor = violation.getConstraintDescriptor();
        var bounds = descriptor.getAttributes();
        var given = violation.getInvalidValue();
        var constraint = descriptor.getAnnotation().annotationType().getSimpleName();
        var isMissing = TEXTUAL.contains(constraint) && given instanceof CharSequence text && Text.isBlank(text);
        return sentence(isMissing ? "NotBlank" : constraint, bounds, given(given))
                .in(language);
    }

    private static LocalizedText sentence(String constraint, Map<String, Object> bounds, String given) {
        return switch (constraint) {
            case "NotNull" -> LocalizedText.of("is missing", "缺少");
            case "NotBlank" -> LocalizedText.of("is missing or blank", "缺少或为空");
            case "Size" ->
                LocalizedText.of(
                        "%3$s: must have %1$s to %2$s characters or entries",
                        "%3$s：长度或个数应在 %1$s 与 %2$s 之间", bounds.get("min"), bounds.get("max"), given);
            case "Min", "DecimalMin" ->
                LocalizedText.of("%2$s: must be at least %1$s", "%2$s：不得小于 %1$s", bounds.get("value"), given);
            case "Max", "DecimalMax" ->
                LocalizedText.of("%2$s: must be at most %1$s", "%2$s：不得大于 %1$s", bounds.get("value"), given);
            case "Digits" ->
                LocalizedText.of(
                        "%3$s: may have at most %1$s digits before and %2$s after the point",
                        "%3$s：整数部分至多 %1$s 位，小数部分至多 %2$s 位", bounds.get("integer"), bounds.get("fraction"), given);
            case "Positive" -> LocalizedText.of("%s: must be more than zero", "%s：应大于零", given);
            case "PositiveOrZero" -> LocalizedText.of("%s: must not be negative", "%s：不得为负", given);
            case "Pattern" -> LocalizedText.of("%2$s: must match %1$s", "%2$s：应符合 %1$s", bounds.get("regexp"), given);
            case "TextFormat" -> LocalizedText.of("%3$s: %1$s", "%3$s：%2$s", bounds.get("en"), bounds.get("zh"), given);
            default -> LocalizedText.of("%s: is not allowed", "%s：不允许", given);
        };
    }

    private static String given(Object value) {
        return "'" + Text.shortened(String.valueOf(value), 60) + "'";
    }
}
