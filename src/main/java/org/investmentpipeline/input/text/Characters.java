package org.investmentpipeline.input.text;

/**
 * Classes of characters (Unicode code points) by which texts are validated.
 *
 * <p>Format characters are allowed inside a text where scripts and emoji need them (joiners, directional marks, soft hyphens,
 * word joiners, variation selectors, tags of flags), though they are invisible. Refused are those that make a text read
 * differently from how it is stored, and deprecated ones.
 */
final class Characters {
    /** Invisible, but a letter or symbol to Java: fillers of Hangul, the blank of Braille, a note without a head. */
    private static final String BLANK = "\u115F\u1160\u2800\u3164\uFFA0\uD834\uDD59";

    /** Invisible, and a mark to Java: joiners and implied vowels. */
    private static final String MARKS = "\u034F\u17B4\u17B5\u180B\u180C\u180D\u180F";

    private Characters() {}

    /** Whether a character is invisible by itself: a space of any width, a format character, a filler. */
    static boolean isInvisible(int character) {
        return isSpace(character)
                || isIgnorable(character) && Character.getType(character) != Character.CONTROL
                || BLANK.indexOf(character) >= 0;
    }

    /** Whether a character is a space or a line break of any kind. */
    static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
    }

    /** Whether a character is ignored when texts are compared, because it is invisible and has no width. */
    static boolean isIgnorable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> !isSpace(character);
            case Character.FORMAT -> true;
            case Character.UNASSIGNED -> isReserved(character);
            default -> isVariation(character) || MARKS.indexOf(character) >= 0 || isFiller(character);
        };
    }

    /** Whether a character changes the look of the one before it: a variation selector, or a tag of a flag. */
    static boolean belongsToBase(int character) {
        return isVariation(character) || character >= 0xE0020 && character <= 0xE007F;
    }

    private static boolean isVariation(int character) {
        return character >= 0xFE00 && character <= 0xFE0F || character >= 0xE0100 && character <= 0xE01EF;
    }

    /** Whether Unicode reserves a code point for invisible characters (Default_Ignorable_Code_Point). */
    private static boolean isReserved(int character) {
        return character == 0x2065
                || character >= 0xFFF0 && character <= 0xFFF8
                || character >= 0xE0000 && character <= 0xE0FFF && Character.getType(character) == Character.UNASSIGNED;
    }

    private static boolean isFiller(int character) {
        return character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0;
    }

    /**
     * Whether a character is refused in a text of one line: controls (C0, DEL, C1), line and paragraph separators, bidirectional embeddings,
     * overrides and isolates, interlinear annotations, deprecated format characters, noncharacters, halves of a pair.
     */
    static boolean isRefused(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> isMisleading(character);
            default -> (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        };
    }

    private static boolean isMisleading(int character) {
        return character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x206F
                || character >= 0xFFF9 && character <= 0xFFFB
                || character == 0xE0001;
    }

    /**
     * Whether a character is allowed only in texts of several lines: tabs and line breaks, those of Unicode too, which
     * texts that are pasted from documents have.
     */
    static boolean isLayout(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character == 0x2028
                || character == 0x2029;
    }

    /** A character as a message names it, such as {@code U+202E (RIGHT-TO-LEFT OVERRIDE)}. */
    static String named(int character) {
        var name = Character.getName(character);
        return "U+%04X (%s)".formatted(character, name == null ? "noncharacter" : name);
    }
}
