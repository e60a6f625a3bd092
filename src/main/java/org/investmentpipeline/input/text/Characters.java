package org.investmentpipeline.input.text;

/**
 * Kinds of characters (Unicode code points) that a text is judged by.
 *
 * <p>Format characters are lawful inside a text where scripts and emoji need them (joiners, directional marks, soft hyphens,
 * word joiners, variation selectors, tags of flags), though they show nothing. Refused are those that make a text read
 * otherwise than it is stored, or that Unicode deprecates.
 */
final class Characters {
    /** Shows nothing, yet is a letter or symbol to Java: fillers of Hangul, the blank of Braille, a note without a head. */
    private static final String BLANK = "\u115F\u1160\u2800\u3164\uFFA0\uD834\uDD59";

    /** Shows nothing, and is a mark to Java: joiners and vowels that are only implied. */
    private static final String MARKS = "\u034F\u17B4\u17B5\u180B\u180C\u180D\u180F";

    private Characters() {}

    /** Whether a character shows nothing by itself: a space of any width, a format character, a filler. */
    static boolean isInvisible(int character) {
        return isSpace(character)
                || isIgnorable(character) && Character.getType(character) != Character.CONTROL
                || BLANK.indexOf(character) >= 0;
    }

    /** Whether a character is a space or a line break of any kind. */
    static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
    }

    /** Whether a character is ignored where texts are compared, for it shows nothing and takes no room. */
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

    /** Whether Unicode keeps a place free for characters that will show nothing (Default_Ignorable_Code_Point). */
    private static boolean isReserved(int character) {
        return character == 0x2065
                || character >= 0xFFF0 && character <= 0xFFF8
                || character >= 0xE0000 && character <= 0xE0FFF && Character.getType(character) == Character.UNASSIGNED;
    }

    private static boolean isFiller(int character) {
        return character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0;
    }

    /**
     * Whether no text of one line may hold a character: controls (C0, DEL, C1), line and paragraph separators, bidirectional embeddings,
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
     * Whether a text of several lines may hold a character though others may not: tabs and line breaks, those of Unicode too, which
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
