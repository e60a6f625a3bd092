package org.investmentpipeline.spreadsheet.notation;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The known word most like an unknown one: by shared characters for Chinese, whose words are short, and by edit distance for others. */
public final class NearestWord {

    /** Of 100. */
    private static final int ENOUGH = 50;

    private static final int LONGEST = 40;

    private NearestWord() {}

    /** The nearest of the words, null when none is near. */
    public static @Nullable String of(String unknown, Collection<String> words) {
        if (unknown.isEmpty() || unknown.length() > LONGEST) {
            return null;
        }
        String nearest = null;
        int most = 0;
        for (var word : words) {
            int likeness = likeness(unknown, word);
            if (likeness >= ENOUGH && likeness > most) {
                most = likeness;
                nearest = word;
            }
        }
        return nearest;
    }

    private static int likeness(String one, String other) {
        boolean han = one.codePoints().anyMatch(Character::isIdeographic);
        if (han) {
            return 200 * shared(one, other) / (one.length() + other.length());
        }
        return 100 - 100 * distance(one, other) / Math.max(one.length(), other.length());
    }

    private static int shared(String one, String other) {
        var rest = new StringBuilder(other);
        int shared = 0;
        for (int i = 0; i < one.length(); i++) {
            int at = rest.indexOf(one.substring(i, i + 1));
            if (at >= 0) {
                rest.deleteCharAt(at);
                shared++;
            }
        }
        return shared;
    }

    /** The insertions, deletions and replacements of single characters between two words (Levenshtein). */
    private static int distance(String one, String other) {
        var last = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = last[0];
            last[0] = i;
            for (int j = 1; j < last.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = last[j];
                last[j] = Math.min(replaced, Math.min(last[j], last[j - 1]) + 1);
            }
        }
        return last[other.length()];
    }
}
