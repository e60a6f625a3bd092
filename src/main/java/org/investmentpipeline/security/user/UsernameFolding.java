package org.investmentpipeline.security.user;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import org.investmentpipeline.input.Hash;

/**
 * The form in which user names are compared: names that look alike have one form. NFKC and case folding, then the skeleton of
 * confusable characters (UTS #39). Not for display or sign-in.
 */
public final class UsernameFolding {
    private static final int LONGEST = 200;

    private UsernameFolding() {}

    /** Loads the tables when the first name is folded. */
    private static final class Tables {
        private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
        private static final SpoofChecker CONFUSABLE = new SpoofChecker.Builder().build();
    }

    public static String fold(String username) {
        // The skeleton of a small letter may be a capital, as that of 0 is O.
        var skeleton = Tables.CONFUSABLE.getSkeleton(Tables.FOLDING.normalize(username));
        // A capital I is the capital of i and looks like l: the three are one.
        var folded = Tables.FOLDING.normalize(skeleton).replace('i', 'l');
        return folded.length() <= LONGEST ? folded : Hash.of(folded);
    }
}
