package org.investmentpipeline.input.name;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;

/**
 * The order of names: the pinyin order of CLDR, in which Chinese characters come before letters, numbers count by their value
 * (项目2 before 项目10), and case and width decide only between names that are equal otherwise.
 */
public final class NameOrder {
    /**
     * Pinyin ({@code co}), numbers by value ({@code kn}), any form of the same accented letter alike ({@code kk}). The strength is
     * tertiary, and blanks and punctuation count; both are defaults of CLDR.
     */
    private static final String RULES = "zh-u-co-pinyin-kk-true-kn-true";

    /** The most bytes of a key, so that an index of PostgreSQL has room for it; a name of 200 Chinese characters has 413. */
    private static final int LONGEST = 1_000;

    private NameOrder() {}

    /** Loads the tables when the first name is stored. */
    private static final class Tables {
        private static final Collator PINYIN =
                Collator.getInstance(ULocale.forLanguageTag(RULES)).freeze();
    }

    /**
     * The key of a name in hexadecimal digits: texts of keys compare, character by character, as the names do. Equal keys of different
     * names are possible (项目2 and 项目02).
     */
    public static String of(String name) {
        var key = Tables.PINYIN.getRawCollationKey(name, new RawCollationKey());
        var withoutEnd = key.size - 1;
        return HexFormat.of().formatHex(key.bytes, 0, Math.min(withoutEnd, LONGEST));
    }
}
