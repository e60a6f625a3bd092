package org.investmentpipeline.support;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Judges whether a regular expression is valid, and means the same, in ECMA-262 without the flag {@code u}, in Python's {@code re}
 * and in Java.
 */
final class PortablePattern {
    /** Not {@code \\d}, {@code \\w} and {@code \\b}: in Python they cover all scripts. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\[sStnr.\\\\/\\-\\[\\](){}+*?^$|]");

    /** Other escapes; groups with flags or names, possessive repetitions; classes of classes; characters beyond 16 bits. */
    private static final Pattern UNLIKE =
            Pattern.compile("\\\\|\\(\\?(?![:=!])|[*+?}]\\+|\\[[^\\]]*(\\[|&&)|[\\ud800-\\udfff]");

    /** Python looks at the start of a text only, JavaScript and Java anywhere: the pattern itself says which. */
    private static final Pattern ANCHORED = Pattern.compile("(\\^|\\[\\\\s\\\\S]\\*|\\.\\*).*", Pattern.DOTALL);

    private PortablePattern() {}

    static boolean isPortable(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException unreadable) {
            return false;
        }
        return ANCHORED.matcher(pattern).matches()
                && !UNLIKE.matcher(ESCAPE.matcher(pattern).replaceAll("e")).find();
    }
}
