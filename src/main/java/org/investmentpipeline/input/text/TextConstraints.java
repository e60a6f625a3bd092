package org.investmentpipeline.input.text;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@code @Size} and {@code @NotBlank} the rules of {@link Text}: Hibernate Validator counts UTF-16 units, of which an emoji
 * has two, and does not treat a zero-width space as blank. A mandatory text must have a visible character.
 */
@ApplicationScoped
public class TextConstraints implements ValidatorFactoryCustomizer {
    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var constraints = configuration.createConstraintMapping();
        constraints
                .constraintDefinition(Size.class)
                .includeExistingValidators(false)
                .validatedBy(SizeOfText.class)
                .validatedBy(SizeOfCollection.class);
        constraints
                .constraintDefinition(NotBlank.class)
                .includeExistingValidators(false)
                .validatedBy(SomethingVisible.class);
        configuration.addMapping(constraints);
    }

    /** The length of a text in characters. */
    public static class SizeOfText implements ConstraintValidator<Size, CharSequence> {
        private int min;
        private int max;

        @Override
        public void initialize(Size bounds) {
            min = bounds.min();
            max = bounds.max();
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            var length = Text.length(text);
            return length >= min && length <= max && (min == 0 || !Text.isBlank(text));
        }
    }

    /** The number of entries of a list or set. */
    public static class SizeOfCollection implements ConstraintValidator<Size, Collection<?>> {
        private int min;
        private int max;

        @Override
        public void initialize(Size bounds) {
            min = bounds.min();
            max = bounds.max();
        }

        @Override
        public boolean isValid(@Nullable Collection<?> entries, ConstraintValidatorContext context) {
            return entries == null || entries.size() >= min && entries.size() <= max;
        }
    }

    /** A text with a visible character. */
    public static class SomethingVisible implements ConstraintValidator<NotBlank, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text != null && !Text.isBlank(text);
        }
    }
}
