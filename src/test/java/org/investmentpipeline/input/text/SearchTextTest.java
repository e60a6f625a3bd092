package org.investmentpipeline.input.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "ABC, abc",
        "İstanbul, istanbul",
        "ISTANBUL, istanbul",
        "i\u0307stanbul, istanbul",
        "ıstanbul, istanbul",
        "Straße, strasse",
        "STRASSE, strasse",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "ＡＢＣ１２３, abc123",
        "ｱｲｳ, アイウ",
        "㈱, (株)",
        "①, 1",
        "ﬁn, fin",
        "ﬀ, ff",
        "ŉ, ʼn",
        "Ǆ, dž",
        "ſ, s",
        "K, k",
        "Ꭰ, ꭰ",
        "𐐀, 𐐨",
        "Éa, éa",
        "中文Abc, 中文abc"
    })
    void a_text_is_folded_without_a_locale(String text, String folded) {
        assertEquals(folded, SearchText.fold(text));
    }

    @Test
    void what_shows_nothing_is_left_out_and_brackets_are_alike() {
        assertEquals("abcd", SearchText.fold("a\u200Bb\u3000c\u00A0\uFEFFd"));
        assertEquals("", SearchText.fold("\u200B\u200D\uFEFF\u3164 \u2800"));
        assertEquals("ab", SearchText.fold("a\nb"));
        assertEquals("(a)(b)(c)", SearchText.fold("（a）【b】[c]"));
    }

    /** What was folded is as it would be folded again, for every character; else a query might not find itself. */
    @Test
    void folding_again_changes_nothing() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE)
                .mapToObj(Character::toString)
                .forEach(text -> {
                    var folded = SearchText.fold(text);
                    assertEquals(folded, SearchText.fold(folded), text);
                    assertEquals(folded, SearchText.fold(text.toUpperCase(java.util.Locale.ROOT)), text);
                    assertEquals(folded, SearchText.fold(text.toLowerCase(java.util.Locale.ROOT)), text);
                    assertTrue(folded.length() <= 18, text);
                });
    }

    @Test
    void no_query_is_found_across_two_texts() {
        assertEquals("2023-1\nname", SearchText.of("2023-1", "Name"));
        assertFalse(SearchText.of("a", "b").contains(SearchText.fold("a\nb")));
    }
}
