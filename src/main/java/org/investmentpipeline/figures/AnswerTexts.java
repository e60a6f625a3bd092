package org.investmentpipeline.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** The latest answers as JSON, in bounded memory. */
final class AnswerTexts {
    private static final int BYTES_OF_AN_ENTRY = 200;

    private final Cache<Key, String> texts;
    private final ObjectMapper json;

    /** @param ledger the columns that the answer was counted from */
    private record Key(Object ledger, String tag) {}

    AnswerTexts(ObjectMapper json, long mostBytes) {
        this.json = json;
        this.texts = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<Key, String>weigher((key, text) -> BYTES_OF_AN_ENTRY + 2 * text.length())
                .executor(Runnable::run)
                .build();
    }

    /**
     * The answer of an ETag, worked out unless it was a moment ago.
     *
     * @param ledger the same object as long as the same ETag has the same answer
     */
    String text(Object ledger, String tag, Supplier<?> view) {
        var key = new Key(ledger, tag);
        var known = texts.getIfPresent(key);
        if (known != null) {
            return known;
        }
        try {
            var text = json.writeValueAsString(view.get());
            texts.put(key, text);
            return text;
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
