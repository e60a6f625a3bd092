package org.investmentpipeline.spreadsheet.exporting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.investmentpipeline.problem.LocalizedText;

/**
 * The name of an exported file, with both clocks: {@code 项目台账_2023-06-30_20230703T080000.000Z.xlsx}.
 *
 * @param asOf the day that the file describes
 * @param knownAt the moment of knowledge
 */
public record FileName(LocalizedText title, LocalDate asOf, Instant knownAt, String ending) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSX", Locale.ROOT).withZone(ZoneOffset.UTC);

    private String with(String name) {
        return "%s_%s_%s.%s".formatted(name, asOf, MOMENT.format(knownAt), ending);
    }

    /** The value of {@code Content-Disposition} (RFC 6266), with the name in the reader's language in the form of RFC 5987. */
    public String disposition(Locale language) {
        var extended = URLEncoder.encode(with(title.in(language)), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(with(title.en()), extended);
    }
}
