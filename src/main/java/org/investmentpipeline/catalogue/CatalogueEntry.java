package org.investmentpipeline.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.input.text.TextFormat;
import org.jspecify.annotations.Nullable;

/** One entry of a list the bureau maintains: a stable code, used everywhere else, and a name that may change. */
@MappedSuperclass
public abstract class CatalogueEntry {
    /** The rule of {@link Code} in words, for the contract. */
    public static final String CODE_RULE =
            "Letters and digits of any script, and `.`, `_` and `-` after the first; 1 to 64 characters.";

    /** Letters and digits of any script, with {@code . _ -} between them. */
    @TextFormat(
            regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*",
            en = "must be 1 to 64 letters, digits, '.', '_' and '-', and begin with a letter or digit",
            zh = "应为 1 至 64 个字母、汉字、数字、“.”、“_”或“-”，并以字母、汉字或数字开头")
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Code {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Id
    @Column(name = "code")
    public String code = "";

    @Embedded
    public Name name = new Name("", "");

    @Column(name = "active")
    public boolean active = true;

    @Version
    @Column(name = "version")
    public int version;

    /** What stands above this entry, in catalogues that are trees. */
    public @Nullable String parent() {
        return null;
    }

    void setParent(@Nullable String parent) {
        if (parent != null) {
            throw new IllegalArgumentException("not a tree");
        }
    }

    /** An entry of a catalogue that is a tree: a filter by its code includes all entries below it. */
    @MappedSuperclass
    public abstract static class InTree extends CatalogueEntry {
        @Column(name = "parent_code")
        @Nullable
        String parent;

        @Override
        public @Nullable String parent() {
            return parent;
        }

        @Override
        void setParent(@Nullable String parent) {
            this.parent = parent;
        }
    }

    /** A name as a bureau gives it: one language is enough, the other follows it. */
    @Schema(name = "NameDraft", description = "At least one of the two; the other follows it.")
    public record NameDraft(
            @Nullable @Size(min = 1, max = 100) @Schema(examples = "新能源")
            String zh,

            @Nullable @Size(min = 1, max = 100) @Schema(examples = "New energy")
            String en) {}

    /** A new entry. */
    @Schema(name = "CatalogueEntryDraft", description = "A new entry of a catalogue.")
    public record Draft(
            @NotNull
            @Size(min = 1, max = 64)
            @Code
            @Schema(required = true, description = CODE_RULE, examples = "new-energy")
            String code,

            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Schema(description = "Whether it is offered for new projects; true when left out.")
            Boolean active) {}

    /** What may change in an entry: all but its code. */
    @Schema(
            name = "CatalogueEntryChange",
            description = "What replaces an entry's name and state; its code is for ever.")
    public record Change(
            @NotNull @Valid @Schema(required = true) NameDraft name,

            @NotNull @Schema(required = true, description = "Whether it is offered for new projects.")
            Boolean active) {}

    /** An entry as it is shown. */
    @Schema(name = "CatalogueEntry", description = "An entry of a catalogue.")
    public record View(
            @Schema(required = true, examples = "new-energy")
            String code,

            @Schema(required = true) Name name,

            @Schema(required = true, description = "Whether it is offered for new projects.")
            boolean active) {}

    /** One page of a catalogue, by code. */
    @Schema(name = "CataloguePage", description = "One page of a catalogue, by code.")
    public record Page(
            @Schema(required = true) java.util.List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
