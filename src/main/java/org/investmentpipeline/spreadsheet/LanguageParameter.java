package org.investmentpipeline.spreadsheet;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.rest.Language;
import org.jspecify.annotations.Nullable;

/** The language of a file: that of the parameter {@code lang}, or else of the reader. */
final class LanguageParameter {
    private LanguageParameter() {}

    static Locale of(@Nullable String lang, HttpHeaders headers) {
        if (lang == null) {
            return Language.of(headers);
        }
        return switch (lang) {
            case "zh" -> Locale.CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw Problem.invalid("lang", "was '%s'; expected zh or en", "给出的是“%s”；应为 zh 或 en", lang);
        };
    }
}
