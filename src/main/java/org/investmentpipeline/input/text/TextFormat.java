package org.investmentpipeline.input.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that a text must match as a whole, and that is not shown in the contract. For expressions that
 * clients could not read: Unicode classes such as {@code \\p{L}} are errors in JavaScript without a flag and in Python.
 * The contract gives the rule in words, in the description of the member.
 */
@Documented
@Constraint(validatedBy = TextFormat.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface TextFormat {
    String regexp();

    /** The rule in English, as the predicate of a sentence: "must be 1 to 64 letters". */
    String en();

    /** The rule in Chinese. */
    String zh();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Matches a text with the expression; null and blank texts are left to {@code @NotNull} and {@code @Size(min = 1)}. */
    final class Validator implements ConstraintValidator<TextFormat, CharSequence> {
        private Pattern pattern = Pattern.compile("");

        @Override
        public void initialize(TextFormat format) {
            pattern = Pattern.compile(format.regexp());
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || Text.isBlank(text) || pattern.matcher(text).matches();
        }
    }
}
