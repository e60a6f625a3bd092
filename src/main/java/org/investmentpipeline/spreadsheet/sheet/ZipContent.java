package org.investmentpipeline.spreadsheet.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Formats that are zip archives, by the names of their entries. */
final class ZipContent {

    private static final Pattern LEDGER = Pattern.compile(".*\\.(csv|txt|xlsx?|xlsm|et|zip|pdf|docx?|ods)");
    private static final int LONGEST_TYPE = 200;
    private static final int MOST_NAMES = 10_000;

    private ZipContent() {}

    /** The format, null when the archive may be a workbook; so may a damaged one. */
    static @Nullable ForeignFormat of(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var names = new HashSet<String>();
            zip.stream()
                    .limit(MOST_NAMES)
                    .forEach(entry ->
                            names.add(entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT)));
            var mimetype = zip.getEntry("mimetype");
            if (mimetype != null) {
                try (var in = zip.getInputStream(mimetype)) {
                    return open(new String(in.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII));
                }
            }
            return of(names);
        } catch (IOException | RuntimeException damaged) {
            return null;
        }
    }

    private static ForeignFormat open(String type) {
        return type.contains("opendocument.spreadsheet")
                ? ForeignFormat.OPEN_DOCUMENT
                : ForeignFormat.OTHER_OPEN_DOCUMENT;
    }

    private static @Nullable ForeignFormat of(Set<String> names) {
        if (any(names, "(.*/)?workbook[^/]*\\.xml")) {
            return null;
        }
        if (any(names, "(.*/)?workbook[^/]*\\.bin")) {
            return ForeignFormat.BINARY_WORKBOOK;
        }
        if (any(names, "word/.*")) {
            return ForeignFormat.WORD;
        }
        if (any(names, "ppt/.*")) {
            return ForeignFormat.PRESENTATION;
        }
        if (any(names, "(index/.*|index\\.zip|.*\\.iwa)")) {
            return ForeignFormat.NUMBERS;
        }
        if (names.contains("content.xml") && names.contains("meta-inf/manifest.xml")) {
            return ForeignFormat.OPEN_DOCUMENT;
        }
        boolean files = names.isEmpty()
                || !names.contains("[content_types].xml")
                || names.stream().anyMatch(name -> LEDGER.matcher(name).matches());
        return files ? ForeignFormat.ZIP_OF_FILES : null;
    }

    private static boolean any(Set<String> names, String expression) {
        var pattern = Pattern.compile(expression);
        return names.stream().anyMatch(name -> pattern.matcher(name).matches());
    }
}
