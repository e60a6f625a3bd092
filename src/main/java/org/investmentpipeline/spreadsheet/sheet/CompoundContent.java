package org.investmentpipeline.spreadsheet.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;

/** Formats in a compound document, the container of old Office files, by the names of its streams (MS-CFB). */
final class CompoundContent {

    private static final int BLOCK = 1 << 20;
    /** Names are in UTF-16; the longest looked for. */
    private static final int OVERLAP = 64;

    private static final Map<String, ForeignFormat> STREAMS = Map.of(
            name("EncryptedPackage"), ForeignFormat.ENCRYPTED,
            name("WordDocument"), ForeignFormat.WORD,
            name("PowerPoint Document"), ForeignFormat.PRESENTATION,
            name("Workbook"), ForeignFormat.OLD_WORKBOOK,
            name("Book"), ForeignFormat.OLD_WORKBOOK);

    private CompoundContent() {}

    static ForeignFormat of(Path file) throws IOException {
        var found = EnumSet.noneOf(ForeignFormat.class);
        try (var in = Files.newInputStream(file)) {
            String before = "";
            for (var block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
                String bytes = before + new String(block, StandardCharsets.ISO_8859_1);
                STREAMS.forEach((stream, format) -> {
                    if (bytes.contains(stream)) {
                        found.add(format);
                    }
                });
                before = bytes.substring(Math.max(0, bytes.length() - OVERLAP));
            }
        }
        // A document may have workbooks in it, an encrypted one has no other stream that is known.
        return Stream.of(
                        ForeignFormat.ENCRYPTED,
                        ForeignFormat.WORD,
                        ForeignFormat.PRESENTATION,
                        ForeignFormat.OLD_WORKBOOK)
                .filter(found::contains)
                .findFirst()
                .orElse(ForeignFormat.OLD_OR_ENCRYPTED);
    }

    /** The name with the zero that ends it. */
    private static String name(String name) {
        return new String((name + "\0").getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
