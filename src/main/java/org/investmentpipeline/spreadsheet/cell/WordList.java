package org.investmentpipeline.spreadsheet.cell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A vocabulary in a text file in the package of the class that uses it: {@code KEY: word | word}, a key's lines
 * adding up, {@code #} for a comment.
 */
public final class WordList {

    private WordList() {}

    /** The words of each key in the order of the file, in their comparable form. */
    public static Map<String, List<String>> of(Class<?> owner, String file) {
        var words = new LinkedHashMap<String, List<String>>();
        var in = Objects.requireNonNull(owner.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line : reader.lines().toList()) {
                int colon = line.indexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    words.computeIfAbsent(line.substring(0, colon).strip(), key -> new ArrayList<>())
                            .addAll(split(line.substring(colon + 1)));
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> split(String words) {
        return Arrays.stream(words.split("\\|")).map(Wording::of).toList();
    }
}
