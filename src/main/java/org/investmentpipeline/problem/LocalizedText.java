package org.investmentpipeline.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A sentence for people in English and Chinese. */
public record LocalizedText(String en, String zh) {

    /** Fills both sentences with the same arguments; name them by position where the order differs. */
    public static LocalizedText of(String en, String zh, @Nullable Object... arguments) {
        return arguments.length == 0
                ? new LocalizedText(en, zh)
                : new LocalizedText(
                        String.format(Locale.ROOT, en, arguments), String.format(Locale.ROOT, zh, arguments));
    }

    /** The sentence in a language; English for any but Chinese. */
    public String in(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }
}
