package org.investmentpipeline.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reader's language: Chinese when {@code Accept-Language} prefers it, else English. */
public final class Language {
    private Language() {}

    public static Locale of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The preferred language of the header's value. */
    public static Locale of(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            var range = Locale.LanguageRange.parse(wanted);
            var best = Locale.lookupTag(range, List.of("en", "zh"));
            return "zh".equals(best) ? Locale.CHINESE : Locale.ENGLISH;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }
}
