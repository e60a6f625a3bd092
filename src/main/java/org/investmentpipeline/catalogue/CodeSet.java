package org.investmentpipeline.catalogue;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Codes of one catalogue that a fact has at the same time, such as the lists a project is on; never empty, an absent set is null. Equal
 * sets are equal texts, so that a set is stored, compared and indexed as one value.
 *
 * @param codes in alphabetical order, each once
 */
public record CodeSet(List<String> codes) {
    /** The most UTF-16 units of a set as text. The index of PostgreSQL has room for so many characters of any script. */
    public static final int LONGEST = 600;

    /** No code has it. */
    private static final String SEPARATOR = ",";

    public CodeSet {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("an absent set is null");
        }
        codes = List.copyOf(new TreeSet<>(codes));
    }

    /** The set of a text. */
    public static CodeSet parse(String text) {
        return new CodeSet(List.of(text.split(SEPARATOR, -1)));
    }

    /** The set of some codes; null if there is none. */
    public static @Nullable CodeSet of(Collection<String> codes) {
        return codes.isEmpty() ? null : new CodeSet(List.copyOf(codes));
    }

    /** A set with or without a code; null if it is then empty. */
    public static @Nullable CodeSet change(@Nullable CodeSet set, String code, boolean isIn) {
        var codes = new TreeSet<>(set == null ? List.<String>of() : set.codes);
        if (isIn) {
            codes.add(code);
        } else {
            codes.remove(code);
        }
        return of(codes);
    }

    /** Whether a set, which may be absent, has a code. */
    public static boolean has(@Nullable CodeSet set, String code) {
        return set != null && set.codes.contains(code);
    }

    /** The codes with commas. */
    @Override
    public String toString() {
        return String.join(SEPARATOR, codes);
    }

    /** Stores a set as its text. */
    @Converter
    public static class AsText implements AttributeConverter<@Nullable CodeSet, @Nullable String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable CodeSet set) {
            return set == null ? null : set.toString();
        }

        @Override
        public @Nullable CodeSet convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : parse(text);
        }
    }
}
