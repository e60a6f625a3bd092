package org.investmentpipeline.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The reader's language: Chinese when {@code Accept-Language} prefers it, else English. */
public final class Language {
    private Language() {}

    public static Locale of(HttpHeaders headers) {
        var wanted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted == null || wanted.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            var range = Locale.LanguageRange.parse(wanted);
            var best = Locale.lookupTag(range, java.util.List.of("en", "zh"));
            return "zh".equals(best) ? Locale.CHINESE : Locale.ENGLISH;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }
}
