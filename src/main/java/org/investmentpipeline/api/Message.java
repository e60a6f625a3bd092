package org.investmentpipeline.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One sentence for a person, in both languages the service speaks. */
public record Message(String en, String zh) {

    /** Fills both sentences with the same arguments; name them by position where the order differs. */
    public static Message of(String en, String zh, @Nullable Object... arguments) {
        return arguments.length == 0
                ? new Message(en, zh)
                : new Message(String.format(Locale.ROOT, en, arguments), String.format(Locale.ROOT, zh, arguments));
    }

    /** The sentence in the language asked for; English unless that is Chinese. */
    public String in(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }
}
