package org.investmentpipeline.spreadsheet.cell;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.investmentpipeline.spreadsheet.notation.HanFolding;

/**
 * The comparable form of words: full-width equals half-width, traditional characters equal simplified ones, capitals equal small letters, any blanks equal
 * one space.
 */
public final class Wording {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u200B\\u2060\\uFEFF]+");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    private static final Pattern UNHEARD = Pattern.compile("[\\s_()\\[\\]{}【】〔〕〖〗〈〉《》「」『』]+");

    /** Placeholders for empty cells. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "", "-", "--", "---", "—", "——", "―", "──", "─", "/", "//", "\\", "无", "未定", "待定", "暂无", "n/a", "na", "tbd",
            "tbc", "null", "none", "#n/a");

    private static final int LONGEST_PLACEHOLDER = 20;

    private Wording() {}

    /** The comparable form of a heading or a word. */
    public static String of(String written) {
        return HanFolding.simplified(cased(written).toLowerCase(Locale.ROOT));
    }

    /** The form in which headings and words are looked up: the comparable one without blanks, underlines and brackets. */
    public static String key(String written) {
        return UNHEARD.matcher(of(written)).replaceAll("");
    }

    /** The comparable form with its capitals, for display. */
    public static String cased(String written) {
        var plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
        var spaced = BLANKS.matcher(plain).replaceAll(" ").strip();
        return BETWEEN_HAN.matcher(spaced).replaceAll("");
    }

    /** Whether a text is a placeholder. */
    public static boolean isPlaceholder(String written) {
        return written.length() <= LONGEST_PLACEHOLDER && PLACEHOLDERS.contains(of(written));
    }
}
