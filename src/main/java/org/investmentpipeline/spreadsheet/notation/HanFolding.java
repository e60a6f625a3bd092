package org.investmentpipeline.spreadsheet.notation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Traditional Chinese characters as simplified ones, each for itself. The table is ICU's; its transliteration at run time would cost every import two seconds
 * at a cold start.
 */
public final class HanFolding {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9FFF';
    private static final char[] SIMPLIFIED = table();

    private HanFolding() {}

    public static String simplified(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (folded(text.charAt(i)) != text.charAt(i)) {
                var folded = text.toCharArray();
                for (int j = i; j < folded.length; j++) {
                    folded[j] = folded(folded[j]);
                }
                return new String(folded);
            }
        }
        return text;
    }

    private static char folded(char character) {
        return character < FIRST || character > LAST ? character : SIMPLIFIED[character - FIRST];
    }

    private static char[] table() {
        var table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST + i);
        }
        var in = Objects.requireNonNull(HanFolding.class.getResourceAsStream("simplified.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(table, line));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pairs of characters with blanks between them. */
    private static void add(char[] table, String line) {
        for (int i = 0; i + 1 < line.length(); i += 3) {
            table[line.charAt(i) - FIRST] = line.charAt(i + 1);
        }
    }
}
