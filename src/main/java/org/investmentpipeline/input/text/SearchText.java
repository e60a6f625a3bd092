package org.investmentpipeline.input.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The normalised form in which texts are searched, computed here because each database folds case in its own way.
 *
 * <p>Compatibility forms are one (NFKC: full-width like half-width), as are small and capital letters by the full mappings of
 * Unicode, without a locale ({@code ß} like {@code ss}, {@code ς} like {@code σ}), and the dotted and the dotless i. Blanks of any
 * kind and invisible characters are left out, and all brackets are round ones. Accents are significant.
 */
public final class SearchText {
    /** Separates texts that are searched together; it never occurs in a folded text. */
    private static final String SEPARATOR = "\n";

    private SearchText() {}

    /** The stored search text of something that is found by any of several texts. */
    public static String of(String... texts) {
        return Stream.of(texts)
                .filter(text -> !text.isEmpty())
                .map(SearchText::fold)
                .collect(Collectors.joining(SEPARATOR));
    }

    /** A text in its normalised form. */
    public static String fold(String text) {
        var plain = small(Normalizer.normalize(text, Normalizer.Form.NFKC));
        // From capitals, since one small letter may have two of them: ß, SS. Composed, since an i with a dot is İ
        // there.
        var folded = small(Normalizer.normalize(plain.toUpperCase(Locale.ROOT), Normalizer.Form.NFC));
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** Letter by letter, because {@code toLowerCase} depends on the context: it produces a final sigma, and a dot above the i of İ. */
    private static String small(String text) {
        var small = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (!Characters.isInvisible(character) && !Characters.isIgnorable(character)) {
                small.appendCodePoint(withRoundBrackets(Character.toLowerCase(character)));
            }
        });
        return small.toString();
    }

    private static int withRoundBrackets(int character) {
        return switch (Character.getType(character)) {
            case Character.START_PUNCTUATION -> '(';
            case Character.END_PUNCTUATION -> ')';
            default -> character;
        };
    }
}
