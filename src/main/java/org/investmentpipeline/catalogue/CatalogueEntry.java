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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.input.text.TextFormat;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a catalogue: a permanent code, by which other records name it, and a name that may change. A new catalogue is a subclass
 * with its {@link CatalogueKind} and its records, and a resource that calls {@link CatalogueEntries}.
 */
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

    /** The code of the entry above; null at the top and in a catalogue that is no tree. */
    public @Nullable String parent() {
        return null;
    }

    void setParent(@Nullable String parent) {
        if (parent != null) {
            throw new IllegalArgumentException("not a tree");
        }
    }

    /** The values that the audit trail records, by field; a kind with own fields adds them. */
    protected SortedMap<String, String> auditedValues() {
        return new TreeMap<>(Map.of("name.zh", name.zh(), "name.en", name.en(), "active", Boolean.toString(active)));
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

        @Override
        protected SortedMap<String, String> auditedValues() {
            var values = super.auditedValues();
            if (parent != null) {
                values.put("parent", parent);
            }
            return values;
        }
    }

    /** The values that a draft or a change gives to an entry of a kind. */
    public interface Values<E extends CatalogueEntry> {
        NameDraft name();

        /** True when absent. */
        @Nullable
        Boolean active();

        default @Nullable String parent() {
            return null;
        }

        /** Assigns the fields that only this kind of entry has. */
        default void assignOwn(E entry) {}
    }

    /** A name as it is given: in one language or both. */
    @Schema(name = "NameDraft", description = "At least one of the two; the other follows it.")
    public record NameDraft(
            @Nullable @Size(min = 1, max = 100) @Schema(examples = "新能源")
            String zh,

            @Nullable @Size(min = 1, max = 100) @Schema(examples = "New energy")
            String en) {

        /** The name in both languages, one repeated where the other is absent; a draft with neither is refused (422). */
        public Name toName() {
            if (zh == null && en == null) {
                throw Problem.refused("name", "needs zh, en or both", "须给出 zh、en 或两者");
            }
            return new Name(
                    Text.strip(Objects.requireNonNullElse(zh, en)), Text.strip(Objects.requireNonNullElse(en, zh)));
        }
    }

    /** A new entry without values of its own kind. */
    @Schema(name = "CatalogueEntryDraft", description = "A new entry of a catalogue.")
    public record Draft(
            @NotNull
            @Size(min = 1, max = 64)
            @Code
            @Schema(required = true, description = CODE_RULE, examples = "new-energy")
            String code,

            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Schema(description = "Whether it is offered for new projects; true when left out.")
            Boolean active)
            implements Values<CatalogueEntry> {}

    /** The replaceable values of an entry: all but its code. */
    @Schema(
            name = "CatalogueEntryChange",
            description = "What replaces an entry's name and state; its code is for ever.")
    public record Change(
            @NotNull @Valid @Schema(required = true) NameDraft name,

            @NotNull @Schema(required = true, description = "Whether it is offered for new projects.")
            Boolean active)
            implements Values<CatalogueEntry> {}

    /** An entry in responses. */
    @Schema(name = "CatalogueEntry", description = "An entry of a catalogue.")
    public record View(
            @Schema(required = true, examples = "new-energy")
            String code,

            @Schema(required = true) Name name,

            @Schema(required = true, description = "Whether it is offered for new projects.")
            boolean active) {

        static View of(CatalogueEntry entry) {
            return new View(entry.code, entry.name, entry.active);
        }
    }

    /** One page of a catalogue, by code. */
    @Schema(name = "CataloguePage", description = "One page of a catalogue, by code.")
    public record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
