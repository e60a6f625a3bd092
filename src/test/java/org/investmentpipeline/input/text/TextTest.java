package org.investmentpipeline.input.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x20, 0xA0, 0x3000, 0x2003, 0x202F, 0x1680, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x200E, 0x61C,
                0x180E, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x34F, 0x17B4, 0xFE0F, 0xE0100, 0xE0041, 0x1D159,
                0x1D173
            })
    void a_text_of_what_shows_nothing_is_blank(int character) {
        var text = Character.toString(character);

        assertTrue(Text.isBlank(text));
        assertTrue(Text.isBlank(" " + text + text));
        assertFalse(Text.isBlank(text + "名"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"名", "a", "-", ".", "😀", "\u0301", "０", "𠮷", "\uE000"})
    void a_character_that_shows_is_something(String text) {
        assertFalse(Text.isBlank(text));
        assertEquals(text, Text.strip("\uFEFF\u200B " + text + "\u3000\u200D"));
    }

    /** Controls, directions and marks that a text needs none of; none of them vanishes or counts as blank. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0, 0x1, 0x7, 0x8, 0xB, 0xC, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x202A, 0x202D, 0x202E, 0x2066,
                0x2069, 0x206A, 0x206F, 0xFFF9, 0xFFFB, 0xE0001, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF, 0xD83D, 0xDE00
            })
    void a_character_that_misleads_is_refused_by_its_name(int character) {
        var text = "工程" + new String(Character.toChars(character)) + "x";

        for (var refused : new Problem[] {
            assertThrows(Problem.class, () -> Text.line("name", text)),
            assertThrows(Problem.class, () -> Text.paragraph("name", text))
        }) {
            assertEquals(ProblemType.INVALID_REQUEST, refused.type());
            assertEquals("name", refused.violations().get(0).field());
            var message = refused.violations().get(0).message().en();
            assertTrue(message.contains("U+%04X".formatted(character)), message);
            assertTrue(message.contains("(character 3)"), message);
        }
        assertTrue(Text.refused(text, true).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "\n", "\r\n", "\u2028", "\u2029"})
    void line_breaks_are_for_texts_of_several_lines(String layout) {
        assertDoesNotThrow(() -> Text.paragraph("summary", "a" + layout + "b"));
        assertThrows(Problem.class, () -> Text.line("name", "a" + layout + "b"));
    }

    /** Persian and Hindi need joiners, emoji too; flags have tags. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200Cخواهم",
                "क्\u200Dष",
                "👩\u200D👩\u200D👧",
                "❤\uFE0F",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "a\u00ADb",
                "ภาษา\u200Bไทย",
                "שלום\u200F!",
                "𠮷野家",
                "e\u0301"
            })
    void what_scripts_and_emoji_need_is_kept(String text) {
        assertEquals(text, Text.line("name", text));
        assertEquals(text, Text.strip(text));
    }

    @ParameterizedTest
    @CsvSource({"abc,3", "名称,2", "😀😀,2", "👩‍👧,3", "'',0"})
    void a_length_is_in_characters(String text, int length) {
        assertEquals(length, Text.length(text));
    }

    @Test
    void a_shortened_text_has_whole_characters() {
        assertEquals("😀".repeat(60), Text.shortened("😀".repeat(60), 60));
        assertEquals("😀".repeat(60) + "…", Text.shortened("😀".repeat(61), 60));
    }
}
