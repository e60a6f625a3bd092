package org.investmentpipeline.input.name;

import org.investmentpipeline.input.Hash;
import org.investmentpipeline.input.text.SearchText;

/**
 * The form in which names of projects and investors are compared: folded as {@link SearchText} folds, so that width, small and
 * capital letters, blanks, invisible characters and the kind of brackets make no difference. Names are stored and shown as written.
 */
public final class NameKey {
    /** The room of the column, in UTF-16 units: a name of 200 characters has at most as many unless compatibility forms expand. */
    private static final int LONGEST = 400;

    private static final int HASH = 64;

    private NameKey() {}

    /** The key of a name. Of one too long for the column, all behind its beginning is a hash. */
    public static String of(String name) {
        var folded = SearchText.fold(name);
        if (folded.length() <= LONGEST) {
            return folded;
        }
        var end = LONGEST - HASH;
        return folded.substring(0, Character.isHighSurrogate(folded.charAt(end - 1)) ? end - 1 : end) + Hash.of(folded);
    }
}
